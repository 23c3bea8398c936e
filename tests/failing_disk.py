"""A disk that doesn't give some of its sectors: no test can make one, so files are opened in a way that fails there."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import pytest


class _Failing(io.FileIO):
    """A file that fails where it is read from within a range; what stands before one is given, as by Linux."""

    def __init__(self, path: Path, ranges: Sequence[range]) -> None:
        super().__init__(path)
        self._ranges = ranges

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            return self.readall()
        start = self.tell()
        end = start + size
        for failing in self._ranges:
            if start in failing:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            if start < failing.start < end:
                end = failing.start
        return super().read(end - start)

    def readall(self) -> bytes:
        whole = b""
        while piece := self.read(1 << 16):
            whole += piece
        return whole

    def readinto(self, buffer: Any, /) -> int:
        target = memoryview(buffer).cast("B")
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)


def fail(monkeypatch: pytest.MonkeyPatch, file: Path, *ranges: range) -> None:
    """Let a file be on such a disk, for whoever opens it in Python to read its bytes."""
    real: Any = Path.open

    def opened(path: Path, mode: str = "r", buffering: int = -1, *rest: Any, **more: Any) -> IO[Any]:
        if path != file or mode != "rb":
            found: IO[Any] = real(path, mode, buffering, *rest, **more)
            return found
        raw = _Failing(path, ranges)
        return raw if buffering == 0 else io.BufferedReader(raw)

    monkeypatch.setattr(Path, "open", opened)
