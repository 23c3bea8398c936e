"""WARC, in which crawls are kept: the web pages of a crawl, such as CC-NEWS, one article each."""

from __future__ import annotations

import datetime as dt
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.corpus.article import Article
from kg.corpus.readers.kind import About, Kind, Read
from kg.corpus.readers.peek import whatever_comes
from kg.corpus.readers.web_page import MAX_BYTES, read_web_page
from kg.corpus.recall import besides
from kg.corpus.unreadable import UnreadableReason, unreadable

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_NEWS = (b"cc-news", b"news crawl")  # how a crawl of news, made as it comes out, calls itself
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_INFO_BYTES = 1 << 16
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


def read_warc(stream: BinaryIO, about: About) -> Read:
    """Read the pages of a crawl that were there (HTTP status 200); all else is counted by what it is.

    An article's id is its address and the time at which it was captured: a page that was captured again is an article
    of its own. A truncated file is read as far as it goes.
    """
    origin = about.origin
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        yield unreadable(origin, UnreadableReason.FORMAT, "WARC is read with `pip install 'kg-news[warc]'`")
        return
    source, left_out, met = _Source(stream), Counter[str](), 0
    is_news = False
    for record in _records(ArchiveIterator, source, origin):
        if not hasattr(record, "record_type"):
            yield record
            continue
        met += 1
        if _type(record) == "warcinfo":
            info = record.reader.read(_INFO_BYTES).lower()
            is_news = any(mark in info for mark in _NEWS)
        what = _what(record)
        if what:
            left_out[what] += 1
        else:
            yield from _page(record, about, source, is_news=is_news)
    if left_out:
        told = ", ".join(f"{count} {what}" for what, count in sorted(left_out.items()))
        yield unreadable(origin, UnreadableReason.RECORDS, told)
    if not met:
        yield unreadable(origin, UnreadableReason.EMPTY, "no record")


def _records(reader: Any, source: _Source, origin: str) -> Iterator[Any]:
    """Give the records, and at the end what kept from reading further."""
    end = 0
    try:
        for record in reader(source, parse_http=True):
            end = record.stream_pos + int(record.headers.get("Content-Length") or 0)
            yield record
    except (GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a fault in its Rust is no Exception
        if source.fault is None:
            yield unreadable(origin, UnreadableReason.DAMAGED, str(error).strip() or type(error).__name__)
    source.check()
    if source.is_cut or source.tell() < end:  # the latter doesn't know how long the record's head is
        yield unreadable(origin, UnreadableReason.TRUNCATED, "in its last record")


def _type(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Type") or "record of no type").lower()


def _what(record: WarcRecord) -> str:
    """Say what a record is, if it is no page that was there."""
    if _type(record) != "response":
        return _type(record)
    http: Any = record.http_headers  # None where it isn't by HTTP, whatever its type says
    if http is None:
        return "response not by HTTP"
    if http.status_code != 200:
        return f"answers {http.status_code}"
    kind = (record.http_content_type or "of no kind").lower()
    return "" if kind in _PAGES else kind


def _page(record: WarcRecord, about: About, source: _Source, *, is_news: bool) -> Read:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{about.origin}:{url}"
    said = record.content_length
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) < min(said, MAX_BYTES):
        source.is_cut = True  # the file ends here, which is told behind it
        return
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        data = _joined(data)
    coding = (record.http_headers.get("Content-Encoding") or "identity").strip().lower()
    page = _decoded(data, coding)
    if page is None:
        yield unreadable(where, UnreadableReason.DAMAGED, f"its content encoding is {coding!r}")
        return
    captured: dt.datetime | None = record.record_date
    own_id = f"{url}@{captured:%Y%m%d%H%M%S}" if captured else url
    else_published = captured.date().isoformat() if is_news and captured else None
    charset = record.http_charset
    told = besides("crawled page", own_id, url, charset, else_published)

    def anew() -> Read:
        for item in read_web_page(io.BytesIO(page), where, own_id, url=url, charset=charset):
            if isinstance(item, Article) and item.published is None:
                yield replace(item, published=else_published)
            else:
                yield item

    yield from about.document(page, told, where, anew)


def _joined(data: bytes) -> bytes:
    """Join the chunks of an answer; many a crawler has done so already, and left the header as it was."""
    joined: list[bytes] = []
    rest = data
    while match := _CHUNK.match(rest):
        size = int(match[1], 16)
        if not size:
            return b"".join(joined)
        joined.append(rest[match.end() : match.end() + size])
        rest = rest[match.end() + size :].removeprefix(b"\r\n")
    return data


def _decoded(data: bytes, coding: str) -> bytes | None:
    """Undo a content encoding, as far as the reader of pages reads; None where that can't be done."""
    if coding == "identity":
        return data
    if coding in ("br", "zstd"):
        return _unpacked(data, coding)
    ways = {"gzip": _GZIP_OR_ZLIB, "x-gzip": _GZIP_OR_ZLIB, "deflate": zlib.MAX_WBITS}
    if coding not in ways:
        return None
    for bits in (ways[coding], -zlib.MAX_WBITS):  # many a server's "deflate" has no header
        try:
            return zlib.decompressobj(bits).decompress(data, MAX_BYTES + 1)
        except zlib.error:
            continue
    return None


def _unpacked(data: bytes, coding: str) -> bytes | None:
    """Undo Brotli or Zstandard, which crawlers that are browsers keep as it came."""
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = (BrotliReader if coding == "br" else ZstdReader)(io.BytesIO(data))
    page = bytearray()
    try:
        while len(page) <= MAX_BYTES and (more := reader.read(MAX_BYTES + 1 - len(page))):  # it gives what it has
            page += more
    except (OSError, ValueError):
        return None
    return bytes(page)


class _Source:
    """A stream as fastwarc wants it: it asks where it is, and its own errors would hide ours."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read = whatever_comes(stream)
        self._at = 0
        self.fault: Exception | None = None
        self.is_cut = False

    def read(self, size: int = -1, /) -> bytes:
        try:
            data = self._read(size)
        except Exception as error:  # noqa: BLE001 - raised again, when fastwarc is out of the way
            self.fault = error
            return b""
        self._at += len(data)
        return data

    def check(self) -> None:
        """Raise the error that there was."""
        if self.fault is not None:
            raise self.fault

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if (whence, offset) not in ((io.SEEK_CUR, 0), (io.SEEK_SET, self._at)):
            raise io.UnsupportedOperation("seek")
        return self._at


WARC = Kind("a WARC file", (".warc",), lambda head: head.startswith(b"WARC/"), read_warc, is_certain=True)
