"""A web page: one article, without the menus, comments and notices around it."""

from __future__ import annotations

import re
from typing import BinaryIO

from kg.corpus.article import Article
from kg.corpus.decode import utf16
from kg.corpus.readers.apart import Document, read_apart
from kg.corpus.readers.kind import Kind, Read
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

MAX_BYTES = 10_000_000  # the longest pages of news have two million, scripts and all
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)


def begins_page(head: bytes) -> bool:
    r"""Whether a stream begins like a web page.

    Examples
    --------
    >>> begins_page(b"<!-- saved -->\n<!DOCTYPE html><p>"), begins_page(b"<rss>"), begins_page(b"<p>Some Markdown")
    (True, False, False)
    """
    encoding = utf16(head)
    if encoding:
        head = head.decode(encoding, "replace").encode("utf-8", "replace")
    return _BEGINNING.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_web_page(
    stream: BinaryIO, origin: str, article_id: str | None, *, url: str | None = None, charset: str | None = None
) -> Read:
    """Read a page as one article. `url` is where it was fetched, `charset` what its server said of its encoding."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"over {MAX_BYTES:,} bytes; no page of news is so long")
        return
    for record in read_apart(Document("page", data, origin, article_id, url, charset)):
        if isinstance(record, (Article, Unreadable)):
            yield record


WEB_PAGE = Kind("a web page", (".html", ".htm", ".xhtml"), begins_page, read_web_page, is_certain=True)
