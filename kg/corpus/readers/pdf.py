"""A PDF: one article, its lines put together to paragraphs."""

from __future__ import annotations

from typing import BinaryIO

from kg.corpus.readers.apart import read_apart
from kg.corpus.readers.entry import Entry
from kg.corpus.readers.kind import Kind, Read, whole

MAX_BYTES = 100_000_000
_SIGNATURE_WITHIN = 1024  # readers let some other bytes stand before it


def begins_pdf(head: bytes) -> bool:
    r"""Whether a stream begins like a PDF.

    Examples
    --------
    >>> begins_pdf(b"%PDF-1.7\n%"), begins_pdf(b"See the %PDF-file.")
    (True, False)
    """
    return head.lstrip()[:_SIGNATURE_WITHIN].startswith(b"%PDF-")


def read_pdf(stream: BinaryIO, origin: str, article_id: str | None, *, url: str | None = None) -> Read:
    """Read a PDF as one article. `url` is where it was fetched."""
    found = read_apart("pdf", stream, origin, article_id, most=MAX_BYTES, url=url)
    yield from (one for one in found if not isinstance(one, Entry))


PDF = Kind("a PDF", (".pdf",), begins_pdf, whole("pdf", read_pdf, most=MAX_BYTES), is_certain=True)
