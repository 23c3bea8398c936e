"""Names by their first words; towns become entries when they are asked for."""

from __future__ import annotations

import pytest

from kg.mentions.geography.entries import Entry, NameIndex, Trust
from kg.mentions.mention import MentionKind

STATE = Entry("Georgia", MentionKind.NAME, "Country:GE", "Georgia", Trust.SURE, "GE")
TOWNS = {
    "georgia": [("US", "Georgia:3"), ("US", "Georgia Center:9")],
    "tromso": [("NO", "Tromsø:64"), ("XX", "Tromso:1")],
}


@pytest.fixture
def index() -> NameIndex:
    return NameIndex([STATE], dict(TOWNS))


def test_a_town_is_added_to_a_known_name(index: NameIndex) -> None:
    longer, known = index["georgia"]
    assert (longer.surface, longer.trust) == ("Georgia Center", Trust.SIZE)
    assert (known.key, known.towns) == ("Country:GE", (("US", 3),))


def test_towns_that_are_written_alike_are_one_name(index: NameIndex) -> None:
    [entry] = index["tromso"]
    assert (entry.name, entry.towns) == ("Tromsø", (("NO", 64), ("XX", 1)))


def test_asked_twice_it_says_the_same(index: NameIndex) -> None:
    assert index["georgia"] is index["georgia"]


def test_unknown_words_are_no_keys(index: NameIndex) -> None:
    assert "tbilisi" not in index
    assert index.get("tbilisi") is None
    assert sorted(index) == ["georgia", "tromso"]
    assert len(index) == 2
