"""What a kind of file is: its endings, how it is told by its first bytes, and who reads it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.decode import utf16
from kg.corpus.recall import Recall, besides
from kg.corpus.unreadable import Unreadable

HEAD_BYTES = 1 << 16  # how much of the beginning a kind is told by

Read: TypeAlias = Iterator[Article | Unreadable]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a stream besides its bytes, and how it is to be read.

    `origin` is for messages; without an id, an article's id comes from its content. `columns` says what the columns of
    tables and the fields of rows are called, where that isn't guessed. `recall` knows what was read before.
    """

    origin: str
    article_id: str | None = None
    columns: Columns | None = None
    recall: Recall | None = None

    def document(self, data: bytes, besides: bytes, origin: str, anew: Callable[[], Read]) -> Read:
        """Read a document that is within the stream, if it isn't known; see `kg.corpus.recall`."""
        return anew() if self.recall is None else self.recall.read(data, besides, origin, anew)

    def row(self, row: object, besides: bytes, origin: str, anew: Callable[[], Read]) -> Read:
        """Do the same for a row that has been parsed already: made of plain values."""
        if self.recall is None:
            return anew()
        try:
            data = repr(row).encode("utf-8", "surrogatepass")
        except (ValueError, RecursionError):  # a number of 5,000 digits
            return anew()
        return self.recall.read(data, besides, origin, anew)


Reader: TypeAlias = Callable[[BinaryIO, About], Read]
"""Reads a stream from where it stands, and raises nothing but what the system says (OSError)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    `begins` says whether the first `HEAD_BYTES` of a stream can be of this kind. Where `is_certain`, no other kind
    begins like that, and the content counts for more than the file's ending.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Reader
    is_certain: bool = False


def whole(name: str, read: Callable[[BinaryIO, str, str | None], Read], *, most: int) -> Reader:
    """Give the reader of a kind of which a file is one document; of one that has over `most` bytes no more is read."""

    def read_whole(stream: BinaryIO, about: About) -> Read:
        if about.recall is None:
            yield from read(stream, about.origin, about.article_id)
            return
        data = stream.read(most + 1)
        told = besides(name, about.article_id)
        yield from about.document(
            data, told, about.origin, lambda: read(io.BytesIO(data), about.origin, about.article_id)
        )

    return read_whole


def as_utf8(head: bytes) -> bytes:
    r"""Give the beginning of a text as UTF-8 and without a byte order mark.

    Examples
    --------
    >>> as_utf8("{}".encode("utf-16")), as_utf8(b"\xef\xbb\xbf{}")
    (b'{}', b'{}')
    """
    encoding = utf16(head)
    if encoding:
        head = head.decode(encoding, "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def first_line(head: bytes) -> bytes:
    r"""Give the first line that isn't blank, as UTF-8 and without a byte order mark.

    Examples
    --------
    >>> first_line(b"\n\n  [\n 1]\n"), first_line("{}\n".encode("utf-16"))
    (b'[', b'{}')
    """
    return as_utf8(head).lstrip().partition(b"\n")[0].rstrip()
