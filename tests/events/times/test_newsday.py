"""The day of the news dates what is told without another time. 2015-03-18 is a Wednesday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"
LEDE = "Swiss President Simonetta Sommaruga opened a trade fair in Bern on Tuesday."
FILLER = "Trade has doubled. Prices have fallen. The fair is in its tenth year. Hotels are full. Nobody complains."


def test_what_is_told_far_below_is_of_the_day_of_the_news(tell: Tell) -> None:
    text = f"{LEDE}\n\n{FILLER}\n\nBefore the speech Sommaruga met Swedish Foreign Minister Margot Wallstrom."
    assert [e.when for e in tell(text, DAY, kind="meeting")] == ["2015-03-17"]


def test_an_older_day_between_is_only_for_its_own_actors(tell: Tell) -> None:
    between = "Swedish Prime Minister Stefan Lofven had called off a trip on Sunday. He resigned on Sunday."
    text = f"{LEDE} {between} Sommaruga met Swedish Foreign Minister Margot Wallstrom in the afternoon."
    assert [e.when for e in tell(text, DAY, kind="meeting")] == ["2015-03-17"]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody says when the news was.
        f"{LEDE.replace(' on Tuesday', '')}\n\n{FILLER}\n\nSommaruga met Swedish Foreign Minister Margot Wallstrom.",
        # A step back from the news.
        f"{LEDE}\n\n{FILLER}\n\nSommaruga had met Swedish Foreign Minister Margot Wallstrom.",
        # Of others.
        f"{LEDE}\n\n{FILLER}\n\nPeruvian President Ollanta Humala met Chilean President Michelle Bachelet.",
        # What is yet to come.
        f"{LEDE}\n\n{FILLER}\n\nSommaruga will meet Swedish Foreign Minister Margot Wallstrom.",
        # The news is told after it.
        f"Sommaruga met Swedish Foreign Minister Margot Wallstrom. {LEDE}",
    ],
)
def test_other_things_are_not(tell: Tell, text: str) -> None:
    assert [e.when for e in tell(text, DAY, kind="meeting")] == [None]


def test_the_day_may_hang_on_an_object_of_the_first_verb(tell: Tell) -> None:
    text = (
        "Swiss President Simonetta Sommaruga failed to end a dispute over bank secrecy during a session in Bern on "
        f"Tuesday. {FILLER} Sommaruga then received Swedish Foreign Minister Margot Wallstrom for talks."
    )
    assert [e.when for e in tell(text, DAY, kind="meeting")] == ["2015-03-17"]


def test_a_relative_clause_sets_a_time_for_the_same_actors(tell: Tell) -> None:
    clause = (
        "Mexican President Enrique Pena Nieto flew in from Quito, where he held talks on Monday with Ecuadorean "
        "President Rafael Correa."
    )
    text = f"{clause} The two leaders signed three agreements on oil."
    assert {e.when for e in tell(text, DAY, kind="signing")} == {"2015-03-16"}


def test_what_is_in_the_state_of_a_journey_is_during_it(tell: Tell) -> None:
    text = (
        "U.S. President Barack Obama will visit Poland on Thursday and Friday. He will be in Sweden on Sunday for a "
        "dinner with Prime Minister Stefan Lofven. In Poland, Obama will meet French President Francois Hollande."
    )
    meetings = {e.when for e in tell(text, DAY, kind="meeting") if "Francois Hollande" in str(e)}
    assert meetings == {"2015-03-19/2015-03-20"}
