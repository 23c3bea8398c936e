"""A feed -> its entries; runs in the process of `apart_process`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from kg.corpus.author import author_line
from kg.corpus.readers.apart import Document, Record, TooHardError
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.markup_encoding import decode_markup
from kg.corpus.readers.markup_text import markup_text
from kg.corpus.readers.markup_tree import without_declaration
from kg.corpus.readers.page_address import page_address
from kg.corpus.rows import text_id
from kg.corpus.stamp import is_to_come, stamp_date
from kg.corpus.unreadable import UnreadableReason, unreadable

MAX_ENTRIES = 10_000
_ITEM = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_END = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_DATES = ("published", "created", "updated")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_feed_entries(document: Document) -> list[Record]:
    """Read the entries of a feed, or say what is wrong with it."""
    return list(_read(document))


def _read(document: Document) -> Iterator[Record]:
    origin = document.origin
    text = decode_markup(document.data, document.charset)
    if isinstance(text, UnreadableReason):
        yield unreadable(origin, text)
        return
    if not text.strip():
        yield unreadable(origin, UnreadableReason.EMPTY, "nothing but white space" if document.data else "0 bytes")
        return
    if "<!entity" in text.casefold():  # they multiply, or bring other files in; no feed needs them
        yield unreadable(origin, UnreadableReason.DAMAGED, "it declares entities of its own")
        return
    if len(_ITEM.findall(text)) > MAX_ENTRIES:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"over {MAX_ENTRIES:,} entries")
        return
    # As a stream: a string could be taken for the name of a file, or an address.
    stream = io.BytesIO(without_declaration(text).encode("utf-8", "replace"))
    found = feedparser.parse(stream, response_headers=_HEADERS, resolve_relative_uris=False)
    if not found.entries:
        fault = found.get("bozo_exception")
        reason = UnreadableReason.DAMAGED if fault or not found.version else UnreadableReason.EMPTY
        yield unreadable(origin, reason, "no entry" if found.version else "it is no feed")
        return
    if not _END.search(text[-500:]):
        yield unreadable(origin, UnreadableReason.CUT, f"{len(found.entries)} entries were read")
    base = document.url or str(found.feed.get("link") or "")
    for number, entry in enumerate(found.entries, start=1):
        where = f"{origin}[{number}]"
        try:
            yield _entry(entry, where, base)
        except TooHardError as fault:
            yield unreadable(where, UnreadableReason.TOO_HARD, str(fault))


def _entry(entry: Any, origin: str, base: str) -> Record:
    title = " ".join(markup_text(str(entry.get("title") or "")).split())
    link = page_address(str(entry.get("link") or ""), base) if entry.get("link") else None
    whole = max((str(part.get("value") or "") for part in entry.get("content") or ()), key=len, default="")
    article = markup_text(whole)
    text = article or markup_text(str(entry.get("summary") or ""))
    if not text and not link:
        return unreadable(origin, UnreadableReason.EMPTY, "an entry without text and address")
    own_id = link or str(entry.get("id") or "").strip() or text_id(text)
    author = author_line((entry.get("author_detail") or {}).get("name") or entry.get("author"))
    return Entry(own_id, origin, title, text, _date(entry), link, is_whole=bool(article), author=author)


def _date(entry: Any) -> str | None:
    for name in _DATES:
        found = stamp_date(str(entry.get(name) or ""))
        if found and not is_to_come(found):
            return found
    return None
