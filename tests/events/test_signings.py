"""Who signs what: the ways in which newsrooms tell of it."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A fishing treaty between Norway and Iceland was signed in Bergen.", {"NO", "IS"}),
        ("An agreement on visas was signed between Peru and Bolivia in Lima.", {"PE", "BO"}),
        ("Norway and Iceland entered into an agreement on cod.", {"NO", "IS"}),
        ("The signatories were Norway, Iceland and Denmark.", {"NO", "IS", "DK"}),
        (
            "The accord was signed by Foreign Minister Jonas Store for Norway and by Ossur Skarphedinsson for Iceland.",
            {"Jonas Store", "Ossur Skarphedinsson"},
        ),
    ],
)
def test_those_who_sign(tell: Tell, text: str, actors: set[str]) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == actors


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed up to the scheme in Oslo.",
        "Tony Blair signed the visitors' book in Kigali.",
        "Tony Blair signed off on the budget.",
        "Peru criticised the treaty. Bolivia did not.",
    ],
)
def test_words_in_another_sense(tell: Tell, text: str) -> None:
    assert not tell(text, kind="signing")
