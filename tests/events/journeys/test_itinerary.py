"""Stops of a journey are when something is done there. 2010-04-07 is a Wednesday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2010-04-07"

STOPS = {
    # The days of a whole tour are those of no single stop.
    "Hillary Clinton is on a six-day tour of Brazil, Chile and Peru that began on Friday. In Santiago on Monday she "
    "held talks with President Sebastian Pinera. She met Brazil's Luiz Inacio Lula da Silva in Brasilia on Saturday.": {
        "BR": "2010-04-03",
        "CL": "2010-04-05",
        "PE": "2010-04-02/2010-04-07",
    },
    "Xi Jinping will visit Vietnam and Thailand from December 20 to 24. He will meet Prime Minister Yingluck "
    "Shinawatra in Bangkok on December 23.": {"VN": "2010-12-20/2010-12-24", "TH": "2010-12-23"},
    "John Kerry will travel to Kenya, Uganda and Rwanda on May 16 and 17. On May 16 he will be in Nairobi. On May 17 "
    "he will meet President Paul Kagame in Kigali.": {
        "KE": "2010-05-16",
        "UG": "2010-05-16/2010-05-17",
        "RW": "2010-05-17",
    },
    # The length is that of the visit, not of the stop before it.
    "Chancellor Angela Merkel arrived from Doha on Tuesday for a three-day visit to Kuwait.": {
        "QA": "2010-04-06",
        "KW": "2010-04-06/2010-04-08",
    },
    # The day of setting out is the first stop's at most.
    "President Bill Clinton sets out on Sunday for Ghana, Uganda, Rwanda and Senegal. On April 15 he will meet "
    "President Paul Kagame in Kigali.": {"GH": "2010-04-11", "RW": "2010-04-15"},
    # A stop without any date.
    "Bush began his tour in Brazil, where he met President Luiz Inacio Lula da Silva on Friday. President George W. "
    "Bush arrived in Bogota on Sunday.": {"BR": "2010-04-02", "CO": "2010-04-04"},
    # One state has the days that its sentence gives it.
    "Xi Jinping will visit Vietnam from December 20 to 24. He will meet Prime Minister Nguyen Tan Dung in Hanoi on "
    "December 21.": {"VN": "2010-12-20/2010-12-24"},
    # What was done there in another year is of another journey.
    "Chancellor Angela Merkel will visit Poland. In 2008 she met Prime Minister Donald Tusk in Warsaw.": {"PL": None},
    # Nobody travels to telephone.
    "French President Nicolas Sarkozy will visit Egypt. He will telephone Hosni Mubarak on Friday.": {"EG": None},
}


@pytest.mark.parametrize(("text", "stops"), STOPS.items())
def test_stops_are_dated_by_what_is_done_there(tell: Tell, text: str, stops: dict[str, str | None]) -> None:
    found = {event.to: event.when for event in tell(text, DAY, kind="visit")}
    assert {state: found[state] for state in stops} == stops
