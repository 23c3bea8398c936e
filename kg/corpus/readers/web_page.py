"""A web page: one article, without the menus, comments and notices around it."""

from __future__ import annotations

import re
from typing import BinaryIO

from kg.corpus.readers.apart import read_apart
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.kind import Kind, Read, as_utf8, whole

MAX_BYTES = 10_000_000  # the longest pages of news have two million, scripts and all
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,9}<(?:!doctype\s+html|html|head|body)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)


def begins_page(head: bytes) -> bool:
    r"""Whether a stream begins like a web page.

    Examples
    --------
    >>> begins_page(b"<!-- saved -->\n<!DOCTYPE html><p>"), begins_page(b"<rss>"), begins_page(b"<p>Some Markdown")
    (True, False, False)
    """
    return _BEGINNING.match(as_utf8(head)) is not None


def read_web_page(
    stream: BinaryIO, origin: str, article_id: str | None, *, url: str | None = None, charset: str | None = None
) -> Read:
    """Read a page as one article. `url` is where it was fetched, `charset` what its server said of its encoding."""
    hint = "; no page of news is so long"
    found = read_apart("page", stream, origin, article_id, most=MAX_BYTES, hint=hint, url=url, charset=charset)
    yield from (one for one in found if not isinstance(one, Entry))


_READ = whole("page", read_web_page, most=MAX_BYTES)
WEB_PAGE = Kind("a web page", (".html", ".htm", ".xhtml"), begins_page, _READ, is_certain=True)
