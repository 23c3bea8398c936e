"""What holds of the dates of any text."""

from __future__ import annotations

from kg.mentions.dates.find import find_dates_in_text


def check_dates(text: str, published: str | None) -> None:
    """Find the dates of a text: spans are exact and in order, intervals are intervals."""
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
