"""Compressed files: gzip, bzip2, xz and Zstandard, unpacked as they are read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from kg.corpus.containers.streams import Readable

_CHUNK = 1 << 16
_MEMORY = 1 << 27  # what a decompressor may take; `xz -9` needs half of it
_ZSTD_CHUNK = 1 << 10  # all that comes out of a chunk is there at once: of this one, at most some 32 MB


@dataclass(frozen=True, slots=True)
class Compression:
    """A way to compress: its endings, its first bytes, and what reads it. `.tgz` is short for `.tar.gz`."""

    name: str
    suffix: str
    short: tuple[str, ...]
    mark: re.Pattern[bytes]
    open: Callable[[BinaryIO], Readable]


class _Decompressor(Protocol):
    """What the libraries have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...


class _Frames:
    """Frames one after the other, as bzip2, xz and Zstandard have them; an end within one is an EOFError."""

    def __init__(self, stream: BinaryIO, make: Callable[[], _Decompressor], *, bounded: bool) -> None:
        self._stream = stream
        self._make = make
        self._bounded = bounded
        self._frame: _Decompressor | None = None
        self._input = b""
        self._out = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        while not self._out:
            if self._frame is not None and self._frame.eof:
                self._input = self._frame.unused_data.lstrip(b"\0")  # xz may fill up with zeros
                self._frame = None
            if not self._input and self._wants_input():
                self._input = self._chunk()
                if not self._input and self._frame is None:
                    return b""
                if not self._input:
                    raise EOFError
            self._frame = self._frame or self._make()
            self._out = memoryview(self._more(size))
        given, self._out = self._out[:size], self._out[size:]
        return bytes(given)

    def _chunk(self) -> bytes:
        data = self._stream.read(_CHUNK if self._bounded else _ZSTD_CHUNK)
        while self._frame is None and data and not (begun := data.lstrip(b"\0")):
            data = self._stream.read(_CHUNK)
        return begun if self._frame is None and data else data

    def _wants_input(self) -> bool:
        return self._frame is None or bool(getattr(self._frame, "needs_input", True))

    def _more(self, size: int) -> bytes:
        data, self._input = self._input, b""
        frame = cast("bz2.BZ2Decompressor", self._frame)
        return frame.decompress(data, max(size, _CHUNK)) if self._bounded else frame.decompress(data)


def _gzip(stream: BinaryIO) -> Readable:
    return gzip.GzipFile(fileobj=stream)


def _bzip2(stream: BinaryIO) -> Readable:
    return _Frames(stream, bz2.BZ2Decompressor, bounded=True)


def _xz(stream: BinaryIO) -> Readable:
    return _Frames(stream, lambda: lzma.LZMADecompressor(lzma.FORMAT_AUTO, memlimit=_MEMORY), bounded=True)


def _zstd(stream: BinaryIO) -> Readable:
    import zstandard

    return _Frames(stream, lambda: zstandard.ZstdDecompressor(max_window_size=_MEMORY).decompressobj(), bounded=False)


COMPRESSIONS = (
    Compression("gzip", ".gz", (".tgz",), re.compile(rb"\x1f\x8b"), _gzip),
    Compression("bzip2", ".bz2", (".tbz", ".tbz2"), re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", re.DOTALL), _bzip2),
    Compression("xz", ".xz", (".txz",), re.compile(rb"\xfd7zXZ\0"), _xz),
    Compression("Zstandard", ".zst", (".tzst",), re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), _zstd),
)
