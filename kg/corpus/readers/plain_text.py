"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

from typing import BinaryIO

from kg.corpus.article import Article
from kg.corpus.readers.kind import Kind, Read, whole
from kg.corpus.readers.whole_text import whole_text
from kg.corpus.rows import MAX_CHARACTERS, length_fault, text_id
from kg.corpus.unreadable import Unreadable

_MAX_BYTES = 4 * MAX_CHARACTERS + 4  # UTF-8 takes up to four bytes a character, and there may be a mark


def read_text(stream: BinaryIO, origin: str, article_id: str | None) -> Read:
    """Read a text file as one article.

    No more than four megabytes are read: a longer file can't hold an article of a length that kg takes.
    """
    advice = f"at most {MAX_CHARACTERS:,} characters an article: cut it into its articles"
    for found in whole_text(stream, origin, most=_MAX_BYTES, advice=advice):
        if isinstance(found, Unreadable):
            yield found
            continue
        article = Article(article_id or text_id(found), found, origin=origin)
        yield length_fault(article) or article


_READ = whole("text", read_text, most=_MAX_BYTES)
PLAIN_TEXT = Kind("plain text", (".txt", ".text", ".md", ".markdown"), lambda head: True, _READ)  # noqa: ARG005
