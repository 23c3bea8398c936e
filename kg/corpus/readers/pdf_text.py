"""A PDF -> its article; runs in the process of `apart_process`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from kg.corpus.article import Article
from kg.corpus.readers.apart import Document, Record
from kg.corpus.readers.pdf_about import own_author, own_date, own_title
from kg.corpus.readers.pdf_lines import Line, page_lines, paragraphs, without_margins
from kg.corpus.rows import MAX_CHARACTERS, length_fault, text_id
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable
from kg.errors import in_one_line

MAX_PAGES = 300
_MIN_LETTERS = 0.5  # of what isn't white space; less is what fonts give that don't say which letters they draw
_LETTER = re.compile(r"[^\W_]")


def read_pdf_text(document: Document) -> list[Record]:
    """Read a PDF as one article, or say what is wrong with it."""
    origin = document.origin
    if not document.data.strip():
        return [unreadable(origin, UnreadableReason.EMPTY, f"{len(document.data)} bytes")]
    try:
        return list(_read(document))
    except DependencyError:
        return [unreadable(origin, UnreadableReason.ENCRYPTED, "save it without")]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return [unreadable(origin, UnreadableReason.DAMAGED, in_one_line(error, 100))]


def _read(document: Document) -> Iterator[Record]:
    origin = document.origin
    reader = pypdf.PdfReader(io.BytesIO(document.data))
    if reader.is_encrypted and not reader.decrypt(""):
        yield unreadable(origin, UnreadableReason.ENCRYPTED, "save it without a password")
        return
    count = len(reader.pages)
    if count > MAX_PAGES:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"{count:,} pages; at most {MAX_PAGES}: cut it up")
        return
    pages = without_margins(_pages(reader))
    text = "\n\n".join(paragraphs(pages))
    fault = _no_text(text, count, origin)
    if fault:
        yield fault
        return
    first = [line.text for page in pages[:1] for line in page]
    title = own_title(reader, first)
    url = document.url
    article = Article(
        document.article_id or url or text_id(text),
        text,
        title=title,
        published=own_date(reader, first, text),
        url=url,
        origin=origin,
        author=own_author(reader),
    )
    yield length_fault(article) or article


def _pages(reader: pypdf.PdfReader) -> list[list[Line]]:
    pages, characters = [], 0
    for page in reader.pages:
        if characters > MAX_CHARACTERS:  # it is refused for its length; the rest would make no difference
            break
        lines = page_lines(page)
        characters += sum(len(line.text) for line in lines)
        pages.append(lines)
    return pages


def _no_text(text: str, pages: int, origin: str) -> Unreadable | None:
    black = sum(not letter.isspace() for letter in text)
    if not black:
        detail = f"on none of its {pages} pages; are they scanned? Then let a program recognise the text first (OCR)"
        return unreadable(origin, UnreadableReason.EMPTY, detail)
    if len(_LETTER.findall(text)) < _MIN_LETTERS * black:
        return unreadable(origin, UnreadableReason.EMPTY, "its fonts don't say which letters they draw")
    return None
