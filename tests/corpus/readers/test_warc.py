"""The pages of a crawl, and what of it is none."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import PurePosixPath

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from kg.corpus.article import Article
from kg.corpus.containers.unpack import read_file
from kg.corpus.unreadable import Unreadable, UnreadableReason

SAID = "Kreisky met Sadat in Vienna on Sunday to speak about peace, and both will meet again in Salzburg. "
PAGE = (
    f"<!doctype html><html><head><title>Vienna</title></head><body><article><p>{SAID * 4}</p></article></body></html>"
)


def record(kind: str, block: bytes, *, url: str = "", date: str = "2016-08-28T12:30:05Z", say: int = 0) -> bytes:
    headers = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:1>", "WARC-Date": date, "WARC-Target-URI": url}
    if kind in ("request", "response"):
        headers["Content-Type"] = f"application/http; msgtype={kind}"
    headers["Content-Length"] = str(say or len(block))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers))
    return lines.encode() + b"\r\n" + body


def page(url: str, body: bytes = PAGE.encode(), *headers: str) -> bytes:
    return record("response", answer(body, *headers), url=url)


def read(data: bytes, name: str = "crawl.warc") -> tuple[list[Article], list[Unreadable]]:
    found = list(read_file(io.BytesIO(data), name, PurePosixPath(name)))
    return [i for i in found if isinstance(i, Article)], [i for i in found if isinstance(i, Unreadable)]


CRAWL = [
    record("warcinfo", b"description: News crawl for CommonCrawl\r\n"),
    record("request", b"GET / HTTP/1.1\r\n\r\n", url="http://x/a"),
    page("http://x/a"),
    record("response", answer(b"gone", status="404 Not Found"), url="http://x/b"),
    record("response", answer(b"\x89PNG", kind="image/png"), url="http://x/c.png"),
    page("http://x/d", gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_read_and_all_else_is_counted(packed: bool) -> None:
    data = b"".join(gzip.compress(one) if packed else one for one in CRAWL)
    articles, [left_out] = read(data, "crawl.warc.gz" if packed else "crawl.warc")
    assert [(a.id, a.url, a.title, a.published) for a in articles] == [
        (f"http://x/{name}@20160828123005", f"http://x/{name}", "Vienna", "2016-08-28") for name in "ad"
    ]
    assert all(SAID.strip() in article.text for article in articles)
    assert (left_out.reason, left_out.is_error) == (UnreadableReason.RECORDS, False)
    assert "1 answers 404, 1 image/png, 1 request, 1 warcinfo" in left_out.message


def test_the_day_of_capture_is_no_day_of_publication_in_a_crawl_of_all_the_web() -> None:
    [article], _ = read(b"".join(CRAWL[1:3]))
    assert article.published is None


@pytest.mark.parametrize("coding", [zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_deflate_with_a_header_and_without(coding: object) -> None:
    [article], _ = read(page("http://x/a", coding(PAGE.encode()), "Content-Encoding: deflate"))  # type: ignore[operator]
    assert article.title == "Vienna"


class _Kept(io.BytesIO):
    """A file of which something is left when a writer has closed it."""

    def close(self) -> None:
        pass


@pytest.mark.parametrize(("coding", "writer"), [("br", BrotliWriter), ("zstd", ZstdWriter)])
def test_what_browsers_take_is_unpacked_within_bounds(
    coding: str, writer: type[BrotliWriter] | type[ZstdWriter]
) -> None:
    def packed(body: bytes) -> bytes:
        kept = _Kept()
        writing = writer(kept)
        for start in range(0, len(body), 1 << 20):  # it doesn't take more at a time
            writing.write(body[start : start + (1 << 20)])
        writing.close()
        return kept.getvalue()

    [article], _ = read(page("http://x/a", packed(PAGE.encode()), f"Content-Encoding: {coding}"))
    assert article.title == "Vienna"
    articles, [fault] = read(page("http://x/a", packed(bytes(60_000_000)), f"Content-Encoding: {coding}"))
    assert (articles, fault.reason) == ([], UnreadableReason.TOO_LONG)


@pytest.mark.parametrize(
    ("coding", "body"), [("br", b"\x0b"), ("zstd", b"no"), ("gzip", b"no gzip"), ("exi", b"\0"), ("br", b"")]
)
def test_an_encoding_that_cannot_be_undone_is_told(coding: str, body: bytes) -> None:
    articles, [fault] = read(page("http://x/a", body, f"Content-Encoding: {coding}"))
    assert (articles, fault.origin, fault.reason) == ([], "crawl.warc:http://x/a", UnreadableReason.DAMAGED)


@pytest.mark.parametrize("packed", [False, True])
def test_a_truncated_crawl_is_read_as_far_as_it_goes(packed: bool) -> None:
    whole = [gzip.compress(one) if packed else one for one in CRAWL]
    data = b"".join(whole)[: -len(whole[-1]) // 2]
    articles, faults = read(data, "crawl.warc.gz" if packed else "crawl.warc")
    assert [article.url for article in articles] == ["http://x/a"]
    assert any(fault.is_error for fault in faults)


@pytest.mark.parametrize(
    "data",
    [b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 9\r\n\r\nxx", b"WARC/" + b"\xff" * 500, b"WARC/1.0\r\n\r\n" * 9],
)
def test_what_is_no_crawl_is_told(data: bytes) -> None:
    articles, faults = read(data)
    assert (articles, bool(faults)) == ([], True)


@pytest.mark.parametrize("is_joined", [True, False])
def test_chunks_are_joined_where_the_crawler_has_not(is_joined: bool) -> None:
    body = PAGE.encode()
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, body[:100], len(body) - 100, body[100:])
    [article], _ = read(page("http://x/a", body if is_joined else chunks, "Transfer-Encoding: chunked"))
    assert article.text.count(SAID.strip()) == 4


@pytest.mark.parametrize("missing", [5, 60, 150, 300])
def test_a_crawl_that_is_cut_off_in_its_last_page_says_so(missing: int) -> None:
    """However little is missing: a record's length doesn't count its head."""
    _, faults = read(page("http://x/a")[:-missing])
    assert [fault.reason for fault in faults] == [UnreadableReason.TRUNCATED]


def test_what_strangers_write_makes_no_line_of_its_own_in_a_message() -> None:
    _, [told] = read(page("http://x/a").replace(b"WARC-Type: response", b"WARC-Type: a\n forged: line"))
    assert "\n" not in told.message
