"""Questions: whatever is typed as a query, a parameter or a filter, it is understood or refused in words."""

from __future__ import annotations

import itertools
from contextlib import suppress

from starlette.datastructures import QueryParams

from kg.errors import QueryError
from kg.query.filters import day_of, filter_of
from kg.stores.cypher.mistakes import mistake, offset_of, offset_of_name
from kg.stores.cypher.reach import called, check_reach, readings
from kg.stores.cypher.temporal import TYPES, looks_temporal, temporal
from kg.stores.cypher.tokens import returns, tokens
from kg.web.asked import Filters, page_number
from kg.web.pages.cypher import _parameters
from tests.fuzz.bytes_of import Bytes

_LONGEST = 4000  # characters


def one(data: bytes) -> None:
    """Read a text as each of what a visitor may type."""
    given = Bytes(data)
    place = given.number(255)
    text = given.text()[:_LONGEST]
    _query(text, place)
    _values(text)
    _address(text)


def _query(text: str, place: int) -> None:
    found = tokens(text)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    assert all(text[token.start : token.end] == token.text for token in found)
    for items, end in returns(found, text):
        assert 0 <= end <= len(text)
        assert all(item.start < item.end for item in items)
    for reading in readings(text):
        list(called(tokens(reading)))
    with suppress(QueryError):
        check_reach(text)
    offset = offset_of(text, place % 7, place % 11)
    for at in (offset, offset_of_name(text, text[:200])):
        assert at is None or 0 <= at <= len(text)
        assert str(mistake("no", text, at))


def _values(text: str) -> None:
    looks_temporal(text)
    for kind in TYPES:
        temporal(text, kind)
    with suppress(QueryError):
        assert isinstance(_parameters(text), dict)


def _address(text: str) -> None:
    asked = QueryParams(text)
    assert page_number(asked) >= 1
    filters = Filters.of(asked)
    for is_end in (False, True):
        for day in (text, filters.since):
            with suppress(QueryError):
                day_of(day or None, is_end=is_end)
    with suppress(QueryError):
        filter_of(("Meeting", "Visit"), **filters.bounds)
