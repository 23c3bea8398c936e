"""Inputs that are addresses: a feed gives its entries, a page an article, and what else is there is read as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.containers.unpack import read_file
from kg.corpus.fetch import Fetcher
from kg.corpus.fetched import Fetched
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.feed import FEED, entry_article, read_entries
from kg.corpus.readers.kind import HEAD_BYTES, Read
from kg.corpus.readers.kinds import is_known, kind_of
from kg.corpus.readers.pdf import PDF, read_pdf
from kg.corpus.readers.peek import peek
from kg.corpus.readers.web_page import WEB_PAGE, read_web_page
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}


class Pages(Protocol):
    """Which pages of a feed's entries are to be fetched, and who hears what came of it."""

    def wants(self, entry: Entry) -> bool:
        """Whether the page of an entry is to be fetched."""
        ...

    def came(self, entry: Entry, *, is_whole: bool) -> None:
        """Hear that the page was read, or, where it isn't whole, that only the feed's own words are there."""
        ...


@dataclass(frozen=True, slots=True)
class Looked:
    """An address that somebody has fetched who looks at it again and again, and wants what is new."""

    address: str
    found: Fetched | Unreadable
    fetcher: Fetcher
    pages: Pages


def read_address(address: str, fetcher: Fetcher, *, columns: Columns | None = None) -> Read:
    """Fetch and read an address. An article's id is its own address."""
    yield from _read(address, fetcher.fetch(address), fetcher, pages=_Every(), columns=columns)


def read_looked(looked: Looked, *, columns: Columns | None = None) -> Read:
    """Read what was fetched, and of a feed the pages that are wanted."""
    yield from _read(looked.address, looked.found, looked.fetcher, pages=looked.pages, columns=columns)


class _Every:
    """All pages are wanted."""

    def wants(self, entry: Entry) -> bool:  # noqa: ARG002
        return True

    def came(self, entry: Entry, *, is_whole: bool) -> None:
        pass


def _read(
    address: str, found: Fetched | Unreadable, fetcher: Fetcher, *, pages: Pages, columns: Columns | None
) -> Read:
    if isinstance(found, Unreadable):
        yield found
        return
    head, stream = peek(found.stream, HEAD_BYTES)
    kind = kind_of(head, _suffix(found))
    if kind is FEED:
        for entry in read_entries(stream, address, url=found.url, charset=found.charset):
            yield from _entry(entry, fetcher, pages)
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


def _entry(entry: Entry | Unreadable, fetcher: Fetcher, pages: Pages) -> Iterator[Article | Unreadable]:
    if isinstance(entry, Unreadable):
        yield entry
    elif entry.is_whole or entry.link is None:
        yield entry_article(entry)
    elif pages.wants(entry):
        found = list(_page_of(entry, entry.link, fetcher))
        pages.came(entry, is_whole=not any(_is_lacking(item) for item in found))
        yield from found


def _is_lacking(item: Article | Unreadable) -> bool:
    """Whether an entry's page gave no article of its own."""
    return isinstance(item, Unreadable) and (item.is_error or item.reason is UnreadableReason.TEASER)


def _page_of(entry: Entry, link: str, fetcher: Fetcher) -> Iterator[Article | Unreadable]:
    """Read the page of an entry; where that fails, what the feed tells of it is kept until it can be."""
    found = fetcher.fetch(link)
    faults = [found] if isinstance(found, Unreadable) else []
    if isinstance(found, Fetched):
        for item in read_web_page(found.stream, link, entry.id, url=found.url, charset=found.charset):
            if isinstance(item, Article):
                told = {name: getattr(item, name) or getattr(entry, name) for name in ("published", "title", "author")}
                yield replace(item, **told)
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
