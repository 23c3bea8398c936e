"""Titles to kinds of office, and who answers to which description."""

from __future__ import annotations

import pytest

from kg.mentions.coreference.offices import answers_to, office_family

FAMILIES = {
    "Prime Minister": "premier",
    "deputy prime minister": "deputy premier",
    "Vice President": "vice president",
    "foreign ministers": "foreign minister",
    "foreign secretaries": "foreign minister",
    "Secretary of State": "foreign minister",
    "assistant secretary of state": "deputy minister",
    "Minister of Defence": "defence minister",
    "Chancellor of the Exchequer": "finance minister",
    "secretary-general": "secretary-general",
    "General Secretary of the Communist Party": "leader",
    "heads of state": "head of state",
    "crown prince": "crown prince",
    "top diplomat": "foreign minister",
    "foreign ministry spokeswoman": "spokesperson",
    "presidential envoy": "envoy",
    "Gen.": "officer",
    "baker": None,
}


@pytest.mark.parametrize(("title", "family"), FAMILIES.items())
def test_family(title: str, family: str | None) -> None:
    assert office_family(title) == family


@pytest.mark.parametrize(
    ("held", "described", "answer"),
    [
        ("monarch", "leader", True),
        ("foreign minister", "leader", False),
        ("foreign minister", "minister", True),
        ("minister", "trade minister", True),
        ("deputy minister", "foreign minister", False),
        ("ambassador", "diplomat", True),
        ("chancellor", "head of government", True),
        ("president", "premier", False),
    ],
)
def test_answers_to(held: str, described: str, answer: bool) -> None:
    assert answers_to(held, described) is answer
