"""Groups whose members are named right behind them, each with his side."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The foreign ministers, Abdullah Gul for Turkey and George Papandreou for Greece, signed the accord.",
            {"Abdullah Gul", "George Papandreou"},
        ),
        (
            "The presidents of Chad, Idriss Deby, and of Sudan, Omar al-Bashir, signed a pact in Dakar on Thursday.",
            {"Idriss Deby", "Omar al-Bashir"},
        ),
        (
            "The treaty was signed in Madrid by the foreign ministers, Spain's Jose Bono and Colombia's Jorge Salazar.",
            {"Jose Bono", "Jorge Salazar"},
        ),
    ],
)
def test_who_stands_behind_a_group_is_the_group(tell: Tell, text: str, names: set[str]) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == names


def test_those_who_meet_are_named_behind_their_offices(tell: Tell) -> None:
    text = (
        "The prime ministers of Thailand, Thaksin Shinawatra, and Malaysia, Abdullah Badawi, met in Penang on Monday."
    )
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == {"Thaksin Shinawatra", "Abdullah Badawi"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers, Colin Powell told Igor Ivanov, signed a treaty in 1997.",
        "The ministers, Abdullah Gul and George Papandreou's aides said, signed a treaty in 1997.",
    ],
)
def test_names_of_another_clause_are_not_the_group(tell: Tell, text: str) -> None:
    assert tell(text, kind="signing") == []


def test_who_is_joined_to_a_name_behind_its_title_takes_part(tell: Tell) -> None:
    text = (
        "Burundi's President Pierre Buyoya and rebel leader Jean-Bosco Nkurunziza set their signatures to a ceasefire."
    )
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"Pierre Buyoya", "Jean-Bosco Nkurunziza"}
    assert signing.document == "ceasefire"


def test_pen_and_paper_are_no_document(tell: Tell) -> None:
    text = (
        "Kenyan President Mwai Kibaki and opposition leader Raila Odinga reached a power-sharing deal on Thursday. "
        "The two men put pen to paper in Nairobi."
    )
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"Mwai Kibaki", "Raila Odinga"}
    assert signing.document == "power-sharing deal"
