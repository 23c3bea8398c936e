"""The date rules: whatever the text, spans are exact and intervals are intervals."""

from __future__ import annotations

from kg.corpus.publication_date import iso_date
from kg.corpus.stamp import stamp_date
from tests.fuzz.bytes_of import Bytes
from tests.mentions.dates.invariants import check_dates

PUBLISHED = (None, "2016-06-15", "2016-06", "2016", "2020-02-29", "0001-01-01", "9999-12-31", "2024-13-45", "soon")
_LONGEST = 2000  # characters


def one(data: bytes) -> None:
    """Find the dates of a text, and read it as a publication date."""
    given = Bytes(data)
    published, text = given.one_of(PUBLISHED), given.text()[:_LONGEST]
    check_dates(text, published)
    for read in (iso_date, stamp_date):
        day = read(text)
        assert day is None or iso_date(day) == day
