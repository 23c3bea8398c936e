"""Events dated by another of their sentence. 2015-03-18 is a Wednesday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"
GAPS = {
    "Norwegian Prime Minister Erna Solberg flew to Riga on Monday after talks with Swedish Prime Minister Stefan "
    "Lofven.": "2015-03-16",
    "Cypriot President Nicos Anastasiades said on Tuesday after meeting Greek Prime Minister Alexis Tsipras in Athens "
    "that talks could resume.": "2015-03-17",
    "Serbian Prime Minister Aleksandar Vucic arrived in Tirana on Tuesday, a day after meeting Austrian Chancellor "
    "Werner Faymann in Vienna.": "2015-03-16",
    "Serbian Prime Minister Aleksandar Vucic arrived in Tirana on Tuesday, two days after he had met Austrian "
    "Chancellor Werner Faymann.": "2015-03-15",
    "Malaysian Prime Minister Najib Razak visited Brunei on Monday, a week before talks with Chinese President "
    "Xi Jinping.": "2015-03-23",
    # Nobody says how long before.
    "Serbian Prime Minister Aleksandar Vucic went to Tirana on Tuesday, weeks after he met Austrian Chancellor "
    "Werner Faymann.": None,
    "Norwegian Prime Minister Erna Solberg flew to Riga on Monday, shortly before talks with Swedish Prime Minister "
    "Stefan Lofven.": None,
    # It has a date of its own.
    "Norwegian Prime Minister Erna Solberg flew to Riga on Monday after talks on Sunday with Swedish Prime Minister "
    "Stefan Lofven.": "2015-03-15",
}


@pytest.mark.parametrize(("text", "when"), GAPS.items())
def test_a_meeting_so_long_before_or_after_what_is_dated(tell: Tell, text: str, when: str | None) -> None:
    assert [event.when for event in tell(text, DAY, kind="meeting")] == [when]


def test_a_journey_before_another_is_dated_only_by_its_end(tell: Tell) -> None:
    text = "Finnish President Sauli Niinisto flew to Paris on Monday after a visit to Belarus."
    assert {e.when for e in tell(text, DAY, kind="visit")} == {"2015-03-16", None}
    text = "Finnish President Sauli Niinisto left Minsk on Monday after a two-day visit to Belarus."
    assert [e.when for e in tell(text, DAY, kind="visit")] == ["2015-03-15/2015-03-16"]


def test_a_traveller_speaks_on_the_day_of_leaving(tell: Tell) -> None:
    text = "Hungarian Prime Minister Viktor Orban told reporters on Thursday before leaving for Baku that he was ready."
    assert [e.when for e in tell(text, DAY, kind="visit")] == ["2015-03-12"]


def test_the_gap_is_not_how_long_it_lasted(tell: Tell) -> None:
    text = "Serbian Prime Minister Aleksandar Vucic flew to Tirana on Tuesday, three days after the vote."
    assert [e.when for e in tell(text, DAY, kind="visit")] == ["2015-03-17"]
