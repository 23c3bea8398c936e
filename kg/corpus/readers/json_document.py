"""A JSON document: one article, or a list of articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from pydantic_core import from_json

from kg.corpus.readers.kind import About, Kind, Read, first_line
from kg.corpus.readers.row_markup import as_shown
from kg.corpus.readers.whole_text import whole_text
from kg.corpus.recall import besides
from kg.corpus.rows import check_row, check_row_columns
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

MAX_BYTES = 100_000_000  # a document is held in memory whole; more articles than that belong into JSON Lines
_LIST = re.compile(rb"\[\s*(?:\{|$)")


def begins_json(head: bytes) -> bool:
    r"""Whether a stream that begins like this can be a JSON document of articles.

    Examples
    --------
    >>> begins_json(b'[\n {"id"'), begins_json(b"[Photo: AP] The"), begins_json(b"{\n")
    (True, False, True)
    """
    line = first_line(head)
    return line.startswith(b"{") or _LIST.match(line) is not None


def read_json(stream: BinaryIO, about: About) -> Read:
    """Read the articles of a JSON document."""
    advice = "write one object a line and call it .jsonl"
    for found in whole_text(stream, about.origin, most=MAX_BYTES, advice=advice):
        if isinstance(found, Unreadable):
            yield found
        else:
            yield from _rows(found, about)


def _rows(text: str, about: About) -> Read:
    origin = about.origin
    try:
        document = from_json(text)
    except ValueError as error:
        yield unreadable(origin, UnreadableReason.NOT_JSON, str(error))
        return
    check: Callable[..., Read] = partial(check_row_columns, columns=about.columns) if about.columns else check_row

    def checked(row: object, where: str) -> Read:
        return as_shown(check(row, origin=where))

    told = besides("object", about.columns.told if about.columns else None)
    if not isinstance(document, list):
        yield from about.row(document, told, origin, partial(checked, document, origin))
        return
    if not document:
        yield unreadable(origin, UnreadableReason.EMPTY, "a list without an article")
    for number, row in enumerate(document, start=1):
        yield from about.row(row, told, where := f"{origin}[{number}]", partial(checked, row, where))


JSON_DOCUMENT = Kind("a JSON document", (".json",), begins_json, read_json)
