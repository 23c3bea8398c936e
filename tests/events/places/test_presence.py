"""The town of a journey: the dateline's where it is the news, else where its traveller does anything."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"


def places(tell: Tell, text: str) -> list[str | None]:
    return [visit.place for visit in tell(text, DAY, kind="visit")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TRIPOLI, March 17 (Wire) - Italian Prime Minister Matteo Renzi arrived in Libya on Tuesday.", "Tripoli"),
        (
            (
                "MUSCAT, March 17 (Wire) - Italian Prime Minister Matteo Renzi left Oman for home on Tuesday. "
                "Renzi toured a port in Salalah during his visit to the sultanate."
            ),
            "Muscat",
        ),
        ("ROME, March 17 (Wire) - Italian Prime Minister Matteo Renzi arrived in Libya on Tuesday.", None),
        ("TRIPOLI, March 17 (Wire) - Italian Prime Minister Matteo Renzi landed in Benghazi on Tuesday.", "Benghazi"),
        ("TRIPOLI, March 17 (Wire) - Italian Prime Minister Matteo Renzi will visit Libya in June.", None),
        ("TRIPOLI, March 17 (Wire) - Italian Prime Minister Matteo Renzi visited Libya last year.", None),
    ],
)
def test_the_town_of_the_dateline_is_where_the_news_is(tell: Tell, text: str, place: str | None) -> None:
    assert places(tell, text)[0] == place


def test_who_does_anything_in_a_town_is_there(tell: Tell) -> None:
    text = (
        "Italian Prime Minister Matteo Renzi visited Zambia and Namibia last week. "
        "In Lusaka, Renzi opened a hospital. The premier laid a wreath at a ceremony in Windhoek."
    )
    assert places(tell, text) == ["Lusaka", "Windhoek"]


@pytest.mark.parametrize(
    "then",
    [
        "Foreign Minister Paolo Gentiloni opened a hospital in Lusaka.",
        "Renzi did not open the hospital in Lusaka.",
        "Renzi opened a hospital in Windhoek.",
        "Renzi opened a hospital in Lusaka on Monday.",
    ],
)
def test_others_and_other_times_and_states_are_elsewhere(tell: Tell, then: str) -> None:
    assert places(tell, f"Italian Prime Minister Matteo Renzi visited Zambia in 2012. {then}") == [None]


def test_the_town_of_the_dateline_is_more_exact_than_its_state(tell: Tell) -> None:
    text = (
        "TRIPOLI, March 17 (Wire) - Italian Prime Minister Matteo Renzi arrived in Libya on Tuesday "
        "for talks with Prime Minister Abdullah al-Thani."
    )
    assert [meeting.place for meeting in tell(text, DAY, kind="meeting")] == ["Tripoli"]
