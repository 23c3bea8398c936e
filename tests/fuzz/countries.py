"""The country finder: whatever the text, spans are exact, in order, and of states and places that there are."""

from __future__ import annotations

from functools import cache

from kg.mentions.geography import Gazetteer
from kg.mentions.geography.text import find_in_text
from kg.schema.location import shipped_schemas

_LONGEST = 2000  # characters


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load(shipped_schemas())


def one(data: bytes) -> None:
    """Find the states and places of a text."""
    text, before = data.decode("utf-8", "replace")[:_LONGEST], 0
    for found in find_in_text(text, _gazetteer()):
        assert before <= found.start < found.end <= len(text)
        assert found.entity.startswith(("Country:", "Place:"))
        assert found.name
        assert found.country is None or len(found.country) == 2
        before = found.end
