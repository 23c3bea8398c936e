"""Look at the beginning of a stream, and read it from the beginning nevertheless."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from kg.corpus.containers.streams import Readable


def peek(stream: BinaryIO, count: int) -> tuple[bytes, BinaryIO]:
    r"""Give up to `count` bytes, and a stream that still has them.

    Of a pipe into which somebody writes JSON Lines one by one, the first line is enough.

    Examples
    --------
    >>> head, stream = peek(io.BytesIO(b"Oslo\nRome\n"), 3)
    >>> head, stream.readline()
    (b'Osl', b'Oslo\n')
    """
    if stream.seekable():
        start = stream.tell()
        head = stream.read(count)
        stream.seek(start)
        return head, stream
    read = whatever_comes(stream)
    head = b""
    try:
        while len(head) < count and not _is_whole_row(head) and (more := read(count - len(head))):
            head += more
    except Exception as error:
        if not head:
            raise
        read = partial(_raise, error)  # whoever reads on comes to it
    return head, cast("BinaryIO", io.BufferedReader(_Again(head, read), count))


def _raise(error: Exception, size: int) -> bytes:  # noqa: ARG001
    raise error


def _is_whole_row(head: bytes) -> bool:
    row = head.lstrip()
    return row.startswith(b"{") and b"\n" in row


def whatever_comes(stream: Readable) -> Callable[[int], bytes]:
    """Give how to read what is there, up to so many bytes.

    Where a stream can do that, it doesn't wait until all is there that was asked for, and nothing that can be read is
    lost for an error behind it.
    """
    found: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return found


class _Again(io.RawIOBase):
    """What was read of a stream, then the rest of it."""

    def __init__(self, head: bytes, rest: Callable[[int], bytes]) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        data: bytes | memoryview = self._head[: len(target)] if self._head else self._rest(len(target))
        self._head = self._head[len(target) :]
        target[: len(data)] = data
        return len(data)
