"""A feed (RSS, Atom): one article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.corpus.article import Article
from kg.corpus.readers.apart import read_apart
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.kind import About, Kind, Read, as_utf8
from kg.corpus.rows import length_fault
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

MAX_BYTES = 50_000_000
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:(?:<!--(?:(?!-->).){0,2000}-->|<\?[^>]{0,500}>|<!DOCTYPE[^>\[]{0,300}(?:\[(?:(?!\]\s*>).){0,4000}\])?\s*>)\s*){0,9}"
    rb"<(?:rss|feed|(?:\w{1,20}:)?RDF)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def begins_feed(head: bytes) -> bool:
    """Whether a stream begins like a feed.

    Examples
    --------
    >>> begins_feed(b'<?xml version="1.0"?><rss version="2.0">'), begins_feed(b"<html>")
    (True, False)
    """
    return _BEGINNING.match(as_utf8(head)) is not None


def read_entries(
    stream: BinaryIO, origin: str, *, url: str | None = None, charset: str | None = None
) -> Iterator[Entry | Unreadable]:
    """Read the entries of a feed, whole or not."""
    found = read_apart("feed", stream, origin, most=MAX_BYTES, url=url, charset=charset)
    yield from (one for one in found if not isinstance(one, Article))


def entry_article(entry: Entry) -> Article | Unreadable:
    """Take what the feed itself has of an entry for its article."""
    if not entry.text and entry.link:
        said = "the feed has its headline alone; the page is fetched for a feed that is given by its address"
        return unreadable(entry.origin, UnreadableReason.EMPTY, said)
    article = Article(
        entry.id,
        entry.text,
        title=entry.title,
        published=entry.published,
        url=entry.link,
        origin=entry.origin,
        author=entry.author,
    )
    return length_fault(article) or article


def read_feed(stream: BinaryIO, about: About) -> Read:
    """Read the entries of a feed that lies in a file. Nothing is fetched: an entry is what stands in the file."""
    for entry in read_entries(stream, about.origin):
        yield entry_article(entry) if isinstance(entry, Entry) else entry


FEED = Kind("a feed", (".rss", ".atom", ".rdf", ".xml"), begins_feed, read_feed, is_certain=True)
