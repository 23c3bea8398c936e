"""A JSON document: one article, or a list of articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from pydantic_core import from_json

from kg.corpus.columns import Columns
from kg.corpus.readers.kind import Kind, Read, first_line
from kg.corpus.readers.whole_text import whole_text
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


def read_json(stream: BinaryIO, origin: str, article_id: str | None = None) -> Read:  # noqa: ARG001  # rows have ids
    """Read the articles of a JSON document."""
    yield from _read(stream, origin, check_row)


def read_json_columns(stream: BinaryIO, origin: str, columns: Columns) -> Read:
    """Do the same where the fields are called otherwise."""
    yield from _read(stream, origin, partial(check_row_columns, columns=columns))


def _read(stream: BinaryIO, origin: str, check: Callable[..., Read]) -> Read:
    for found in whole_text(stream, origin, most=MAX_BYTES, advice="write one object a line and call it .jsonl"):
        if isinstance(found, Unreadable):
            yield found
        else:
            yield from _rows(found, origin, check)


def _rows(text: str, origin: str, check: Callable[..., Read]) -> Read:
    try:
        document = from_json(text)
    except ValueError as error:
        yield unreadable(origin, UnreadableReason.NOT_JSON, str(error))
        return
    if not isinstance(document, list):
        yield from check(document, origin=origin)
        return
    if not document:
        yield unreadable(origin, UnreadableReason.EMPTY, "a list without an article")
    for number, row in enumerate(document, start=1):
        yield from check(row, origin=f"{origin}[{number}]")


JSON_DOCUMENT = Kind("a JSON document", (".json",), begins_json, read_json, read_columns=read_json_columns)
