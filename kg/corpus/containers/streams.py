"""Streams that count what is read of them, and say in one way what is wrong with it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from kg.corpus.containers.limits import BrokenError, Meter
from kg.corpus.readers.peek import whatever_comes
from kg.corpus.unreadable import UnreadableReason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 1 << 16


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes; none at the end."""
        ...


def broken(origin: str, error: Exception) -> BrokenError:
    """Say what an error of a library means.

    Examples
    --------
    >>> broken("news.gz", EOFError()).reason.name
    'TRUNCATED'
    """
    if isinstance(error, BrokenError):
        return error
    said = str(error).strip() or type(error).__name__
    if isinstance(error, EOFError) or "unexpected end" in said:
        return BrokenError(origin, UnreadableReason.TRUNCATED)
    if isinstance(error, RuntimeError) and "encrypted" in said:
        return BrokenError(origin, UnreadableReason.ENCRYPTED, "unpack it with its password first")
    if isinstance(error, NotImplementedError):
        return BrokenError(origin, UnreadableReason.FORMAT, said)
    if isinstance(error, OSError) and error.errno is not None:
        return BrokenError(origin, UnreadableReason.IO_ERROR, error.strerror or said)
    return BrokenError(origin, UnreadableReason.DAMAGED, said)


class _Packed(io.RawIOBase):
    """A file as it lies there, with a count of what was read of it."""

    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        data = self._stream.read(len(target))
        target[: len(data)] = data
        self._meter.packed += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """What comes out of an archive: counted, and with every fault as `BrokenError`."""

    def __init__(self, stream: Readable, origin: str, *, meter: Meter, depth: int) -> None:
        self._read = whatever_comes(stream)
        self._origin = origin
        self._meter = meter
        self._depth = depth
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        try:
            data = self._read(len(target))
        except Exception as error:
            raise broken(self._origin, error) from error
        target[: len(data)] = data
        self._count += len(data)
        self._meter.came_out(len(data), depth=self._depth, origin=self._origin, of_member=self._count)
        return len(data)


def packed(stream: BinaryIO, meter: Meter) -> BinaryIO:
    """Count what is read of a file."""
    return cast("BinaryIO", io.BufferedReader(_Packed(stream, meter), BUFFER))


def unpacked(stream: Readable, origin: str, *, meter: Meter, depth: int) -> BinaryIO:
    """Count what comes out of an archive, and keep to the limits.

    Reading gives what is there, or raises `BrokenError`.
    """
    return cast("BinaryIO", io.BufferedReader(_Unpacked(stream, origin, meter=meter, depth=depth), BUFFER))


def with_seeking(stream: BinaryIO, origin: str, *, most: int) -> BinaryIO:
    """Give a stream in which one can go back: itself where it is a file, else a copy in memory.

    Raises
    ------
    BrokenError
        The copy would take more than `most` bytes.
    """
    if stream.seekable():
        return stream
    data = stream.read(most + 1)
    if len(data) > most:
        detail = f"over {most:,} bytes, and has to be in memory where it isn't a file of its own: unpack it first"
        raise BrokenError(origin, UnreadableReason.TOO_LONG, detail)
    return io.BytesIO(data)
