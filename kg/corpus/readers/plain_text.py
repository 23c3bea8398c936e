"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

from typing import BinaryIO

from kg.corpus.article import Article
from kg.corpus.decode import Undecodable, decode
from kg.corpus.readers.kind import Kind, Read
from kg.corpus.rows import MAX_CHARACTERS, length_fault, text_id
from kg.corpus.unreadable import UnreadableReason, unreadable

_MAX_BYTES = 4 * MAX_CHARACTERS + 4  # UTF-8 takes up to four bytes a character, and there may be a mark


def read_text(stream: BinaryIO, origin: str, article_id: str | None) -> Read:
    """Read a text file as one article.

    No more than four megabytes are read: a longer file can't hold an article of a length that kg takes.
    """
    data = stream.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        detail = (
            f"over {_MAX_BYTES:,} bytes; at most {MAX_CHARACTERS:,} characters an article: cut it into its articles"
        )
        yield unreadable(origin, UnreadableReason.TOO_LONG, detail)
        return
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        yield unreadable(origin, decoded.reason, decoded.detail)
        return
    if decoded.other_encoding:
        yield unreadable(origin, UnreadableReason.RECODED, f"as {decoded.other_encoding}")
    if not decoded.text.strip():
        yield unreadable(origin, UnreadableReason.EMPTY, "nothing but white space" if data else "0 bytes")
        return
    article = Article(article_id or text_id(decoded.text), decoded.text, origin=origin)
    yield length_fault(article) or article


PLAIN_TEXT = Kind("plain text", (".txt", ".text", ".md", ".markdown"), lambda head: True, read_text)  # noqa: ARG005
