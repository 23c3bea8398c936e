"""A PDF: one article, its lines put together to paragraphs."""

from __future__ import annotations

from typing import BinaryIO

from kg.corpus.article import Article
from kg.corpus.readers.apart import Document, read_apart
from kg.corpus.readers.kind import Kind, Read
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

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
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"over {MAX_BYTES:,} bytes")
        return
    for record in read_apart(Document("pdf", data, origin, article_id, url)):
        if isinstance(record, (Article, Unreadable)):
            yield record


PDF = Kind("a PDF", (".pdf",), begins_pdf, read_pdf, is_certain=True)
