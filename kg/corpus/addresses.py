"""Inputs that are addresses: a feed gives its entries, a page an article, and what else is there is read as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.containers.unpack import read_file
from kg.corpus.fetch import Fetched, Fetcher
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.feed import FEED, entry_article, read_entries
from kg.corpus.readers.kind import HEAD_BYTES, Read
from kg.corpus.readers.kinds import is_known, kind_of
from kg.corpus.readers.pdf import PDF, read_pdf
from kg.corpus.readers.peek import peek
from kg.corpus.readers.web_page import WEB_PAGE, read_web_page
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}


def is_address(name: str) -> bool:
    """Whether an input is meant to be fetched.

    Examples
    --------
    >>> is_address("https://news.example/world.xml"), is_address("news/world.xml")
    (True, False)
    """
    return name[:8].lower().startswith(("http://", "https://"))


def read_address(address: str, fetcher: Fetcher, *, columns: Columns | None = None) -> Read:
    """Fetch and read an address. An article's id is its own address."""
    found = fetcher.fetch(address)
    if isinstance(found, Unreadable):
        yield found
        return
    head, stream = peek(found.stream, HEAD_BYTES)
    kind = kind_of(head, _suffix(found))
    if kind is FEED:
        for entry in read_entries(stream, address, url=found.url, charset=found.charset):
            yield from _entry(entry, fetcher)
    elif kind is WEB_PAGE:
        yield from read_web_page(stream, address, None, url=found.url, charset=found.charset)
    elif kind is PDF:
        yield from read_pdf(stream, address, None, url=found.url)
    else:
        path = PurePosixPath(unquote(urlsplit(found.url).path)).name
        yield from read_file(stream, address, PurePosixPath(path) if path else None, columns=columns)


def _suffix(found: Fetched) -> str:
    """Ending by what the server says, else by the address; of one that tells nothing the content decides."""
    suffix = _ENDINGS.get(found.content_type) or PurePosixPath(urlsplit(found.url).path).suffix
    return suffix if is_known(suffix) else ""


def _entry(entry: Entry | Unreadable, fetcher: Fetcher) -> Iterator[Article | Unreadable]:
    if isinstance(entry, Unreadable):
        yield entry
    elif entry.is_whole or entry.link is None:
        yield entry_article(entry)
    else:
        yield from _page_of(entry, entry.link, fetcher)


def _page_of(entry: Entry, link: str, fetcher: Fetcher) -> Iterator[Article | Unreadable]:
    """Read the page of an entry; where that fails, what the feed tells of it is kept until it can be."""
    found = fetcher.fetch(link)
    faults = [found] if isinstance(found, Unreadable) else []
    if isinstance(found, Fetched):
        for item in read_web_page(found.stream, link, entry.id, url=found.url, charset=found.charset):
            if isinstance(item, Article):
                yield replace(item, published=item.published or entry.published, title=item.title or entry.title)
            elif item.is_error:
                faults.append(item)
            else:
                yield item
    for fault in faults:
        if entry.text:
            yield unreadable(entry.origin, UnreadableReason.TEASER, fault.message)
            yield entry_article(entry)
        else:
            yield fault
