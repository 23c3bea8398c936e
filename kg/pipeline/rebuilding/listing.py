"""The full list of changes: a line of JSON for each article, added to a file as they are found."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.pipeline.rebuilding.changes import ArticleChange


class Listing:
    """Adds to a file, as a context; without a file it adds nothing.

    Parameters
    ----------
    file
        What is in it stays: a run that goes on adds to what the one before has told.

    Raises
    ------
    OSError
        It can't be written.
    """

    def __init__(self, file: str | Path | None) -> None:
        self._file = file
        self._stream = None
        if file is not None:
            self._stream = Path(file).open("a", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 - see __exit__
            if _is_cut_off(Path(file)):
                self._stream.write("\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream:
            self._stream.close()

    def add(self, run: int | None, change: ArticleChange) -> None:
        """Add an article with changes, at once: a run that is killed has told all that it has kept."""
        if self._stream is None or not change.events:
            return
        try:
            self._stream.write(json.dumps({"run": run, **asdict(change)}, ensure_ascii=False) + "\n")
            self._stream.flush()
        except OSError as fault:  # it has no name of the file
            raise type(fault)(fault.errno, fault.strerror, str(self._file)) from fault


def _is_cut_off(file: Path) -> bool:
    """Whether a file's last line has no end, since a run was killed while it wrote it."""
    if not file.is_file() or not file.stat().st_size:
        return False
    with file.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) != b"\n"
