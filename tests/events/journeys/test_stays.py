"""How long journeys last. 2015-03-18 is a Wednesday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"
STAYS = {
    "Japanese Prime Minister Shinzo Abe arrived in Jakarta on Monday and leaves for Tokyo on Thursday.": (
        "2015-03-16/2015-03-19"
    ),
    "German Foreign Minister Frank-Walter Steinmeier flew to Cuba on Saturday. He returned to Berlin on Tuesday.": (
        "2015-03-14/2015-03-17"
    ),
    "Cuban Foreign Minister Bruno Rodriguez arrived in Paris on Sunday. He will stay until Thursday.": (
        "2015-03-15/2015-03-19"
    ),
    "Brazilian President Dilma Rousseff arrived in Oslo on Sunday and did not go home until Tuesday.": (
        "2015-03-15/2015-03-17"
    ),
    "Polish President Bronislaw Komorowski arrived in Tokyo on Monday for a three-day visit.": "2015-03-16/2015-03-18",
    "South African President Jacob Zuma returned home on Tuesday after wrapping up a four-day visit to China.": (
        "2015-03-14/2015-03-17"
    ),
    "Vietnamese Prime Minister Nguyen Tan Dung arrived in Canberra on Tuesday for a visit lasting until Thursday.": (
        "2015-03-17/2015-03-19"
    ),
    "Swedish Prime Minister Stefan Lofven has been on a state visit to Slovakia since Monday.": "2015-03-16/2015-03-18",
    "Swedish Prime Minister Stefan Lofven flies to Warsaw for a two-day stay that begins on Thursday.": (
        "2015-03-19/2015-03-20"
    ),
    "The visit to Peru by Spanish King Felipe begins on Thursday and ends on Saturday.": "2015-03-19/2015-03-21",
    "Indian Prime Minister Narendra Modi arrived in Colombo on Tuesday. "
    "He will hold talks with Sri Lankan President Maithripala Sirisena on Thursday.": "2015-03-17/2015-03-19",
}


@pytest.mark.parametrize(("text", "when"), STAYS.items())
def test_a_journey_lasts_to_its_end(tell: Tell, text: str, when: str) -> None:
    assert [event.when for event in tell(text, DAY, kind="visit")] == [when]


TRAPS = {
    # He left an office, not the country.
    "Canadian Premier Stephen Harper arrived in Kuwait on Sunday. An aide left office on Tuesday.": "2015-03-15",
    # He went on, nobody says when, before he left.
    "U.S. envoy John Allen flew to Cairo on Sunday. He then went on to Amman before leaving for home on Tuesday.": (
        "2015-03-15"
    ),
    # This departure begins the journey.
    "Iranian Foreign Minister Mohammad Javad Zarif left for Lausanne on Sunday.": "2015-03-15",
    # Months lie between.
    "Argentine President Cristina Fernandez flew to Beijing on January 5. She returned home from Rome on Tuesday.": (
        "2015-01-05"
    ),
    # The talks were before.
    "Greek Prime Minister Alexis Tsipras flew to Nicosia on Monday after a nine-day negotiation.": "2015-03-16",
}


@pytest.mark.parametrize(("text", "when"), TRAPS.items())
def test_what_ends_something_else_ends_no_stay(tell: Tell, text: str, when: str) -> None:
    assert tell(text, DAY, kind="visit")[0].when == when


def test_a_leg_ends_when_the_traveller_goes_on(tell: Tell) -> None:
    text = "French President Francois Hollande flew to Manila on Sunday. He travels on to Hanoi on Thursday."
    assert [event.when for event in tell(text, DAY, kind="visit")] == ["2015-03-15/2015-03-19", "2015-03-19"]


TALKS = {
    "ended three days of talks in Warsaw on Tuesday.": "2015-03-15/2015-03-17",
    "began two days of talks in Warsaw on Tuesday.": "2015-03-17/2015-03-18",
    "signed a treaty on Tuesday, ending three days of talks.": "2015-03-15/2015-03-17",
    "negotiated through Monday night in Warsaw.": "2015-03-16/2015-03-17",
    "met on Monday night in Warsaw.": "2015-03-16",
}


@pytest.mark.parametrize(("what", "when"), TALKS.items())
def test_talks_last_to_their_end(tell: Tell, what: str, when: str) -> None:
    text = f"Swedish Prime Minister Stefan Lofven and Polish President Bronislaw Komorowski {what}"
    assert [event.when for event in tell(text, DAY, kind="meeting")] == [when]


OVER = {
    "Angela Merkel returned on Tuesday from a three-day tour of Saudi Arabia and Qatar.": (
        "2015-03-15/2015-03-17",
        "2015-03-15/2015-03-17",
    ),
    "Angela Merkel came back on Sunday from a two-day visit to Turkey.": ("2015-03-14/2015-03-15",),
    # The stop before is no reason not to leave from here.
    "Angela Merkel arrived in Seoul on Sunday after a stop in Laos. She leaves for home on Thursday.": (
        "2015-03-15/2015-03-19",
        None,
    ),
}


@pytest.mark.parametrize(("text", "whens"), OVER.items())
def test_a_journey_that_is_over_ends_on_its_day(tell: Tell, text: str, whens: tuple[str | None, ...]) -> None:
    assert tuple(event.when for event in tell(text, DAY, kind="visit")) == whens
