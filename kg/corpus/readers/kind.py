"""What a kind of file is: its endings, how it is told by its first bytes, and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.decode import utf16
from kg.corpus.unreadable import Unreadable

HEAD_BYTES = 1 << 16  # how much of the beginning a kind is told by

Read: TypeAlias = Iterator[Article | Unreadable]
Reader: TypeAlias = Callable[[BinaryIO, str, str | None], Read]
"""`(stream, origin, article_id)` -> its articles, and what is none.

Reads from where the stream stands, and raises nothing but what the system says (OSError). `origin` is for messages;
without an id, an article's id comes from its content.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    `begins` says whether the first `HEAD_BYTES` of a stream can be of this kind. Where `is_certain`, no other kind
    begins like that, and the content counts for more than the file's ending. `read_columns` reads rows whose columns
    are told.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Reader
    is_certain: bool = False
    read_columns: Callable[[BinaryIO, str, Columns], Read] | None = None


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
