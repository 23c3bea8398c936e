"""The date rules: whatever the text, spans are exact and intervals are intervals."""

from __future__ import annotations

from kg.corpus.publication_date import iso_date
from kg.corpus.readers.stamp import stamp_date
from kg.mentions.dates.find import find_dates_in_text
from tests.fuzz.bytes_of import Bytes

PUBLISHED = (None, "2016-06-15", "2016-06", "2016", "2020-02-29", "0001-01-01", "9999-12-31", "2024-13-45", "soon")
_LONGEST = 2000  # characters


def one(data: bytes) -> None:
    """Find the dates of a text, and read it as a publication date."""
    given = Bytes(data)
    published, text = given.one_of(PUBLISHED), given.text()[:_LONGEST]
    before = 0
    for found in find_dates_in_text(text, published=published):
        assert before <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert (found.first is None) == (found.last is None)
        if found.first is not None and found.last is not None:
            assert found.first <= found.last
            assert found.value
        if found.extent is not None:
            assert found.extent[0] <= found.extent[1]
        before = found.end
    for read in (iso_date, stamp_date):
        day = read(text)
        assert day is None or iso_date(day) == day
