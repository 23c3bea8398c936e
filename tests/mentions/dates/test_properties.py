"""Whatever the text: offsets are exact, intervals are intervals, and time grows with length alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.dates.find import find_dates_in_text
from tests.mentions.dates.invariants import check_dates

WORDS = """
    the end of early mid - late May March 8 31 and to , . ' 98 2016 1990s Thursday Feb 30 next last
    this past two years ago later before after day week of year first quarter half century every at
    3 p.m. 18:00 UTC Ramadan Christmas eve Sept . between from in will visited to fiscal 12/13/2016
    2016-02-31 0 9999 000 weekend night following same that 9/11 Q3 a an couple
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])
PUBLISHED = st.sampled_from([None, "2016-06-15", "2016-06", "2016", "0001-01-01", "9999-12-31", "2024-13-45", "soon"])


@given(st.lists(PIECES, max_size=25).map(" ".join), PUBLISHED)
def test_words_of_dates_in_any_order(text: str, published: str | None) -> None:
    check_dates(text, published)


@given(st.text(max_size=80), PUBLISHED)
def test_any_text(text: str, published: str | None) -> None:
    check_dates(text, published)


@pytest.mark.parametrize(
    "piece",
    [
        "the end of ",
        "the day before ",
        "May 8, ",
        "- ",
        "two weeks after ",
        "3, ",
        "early ",
        "Monday and ",
        "x" * 70 + "\n",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    spent = []
    for size in (1_000, 8_000):
        start = time.process_time()
        find_dates_in_text(piece * size, published="2016-06-15")
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * max(spent[0], 0.02)
