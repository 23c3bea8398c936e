"""What comes packed by gzip in pieces, unpacked in pieces."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.corpus.fetched import FetchError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_AT_ONCE = 1 << 16  # bytes; a few that are packed may be a thousand times as many


class _Joined(io.RawIOBase):
    """Pieces as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._left))
        target[:count], self._left = self._left[:count], self._left[count:]
        return count


def unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack what comes; as gzip allows, it may be several parts, with zeros behind them.

    Raises
    ------
    FetchError
        It isn't packed by gzip, or ends too early. What it unpacked to before has been given.

    Examples
    --------
    >>> data = gzip.compress(b"Kohl met ") + gzip.compress(b"Major.")
    >>> b"".join(unpacked(iter([data[:7], data[7:]])))
    b'Kohl met Major.'
    """
    try:
        with gzip.GzipFile(fileobj=io.BufferedReader(_Joined(pieces))) as stream:
            while data := stream.read1(_AT_ONCE):
                yield data
    except EOFError as error:
        raise FetchError("what is packed ends too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise FetchError("said to be packed by gzip, and it isn't") from error
