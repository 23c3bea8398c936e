"""Dates that a clause with "when" says more of. 2012-03-05 is a Monday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2012-03-05"

CASES = {
    "Relations have improved since October 2006, when Japanese Prime Minister Shinzo Abe visited Beijing.": (
        "2006-10-01/2006-10-31"
    ),
    "The border treaty was signed on 14 July, when President Nestor Kirchner was on a state visit to Bolivia.": (
        "2011-07-14"
    ),
    "It was the first trip by a German chancellor since 2007, when Angela Merkel travelled to Ethiopia in October.": (
        "2007-10-01/2007-10-31"
    ),
    "The dispute dates from Feb. 2003, when, after long hesitation, Kofi Annan flew to Cyprus.": (
        "2003-02-01/2003-02-28"
    ),
    # The text says in which year, so the coming December can't be meant.
    "The way to the accord was opened in December, when Kofi Annan flew to Cyprus.": "2011-12-01/2011-12-31",
    # Not right behind the date, and of something else.
    "Kofi Annan flew to Cyprus on Thursday, when the vote was over.": "2012-03-01",
}


@pytest.mark.parametrize(("text", "when"), CASES.items())
def test_a_clause_says_what_happened_then(tell: Tell, text: str, when: str) -> None:
    assert [event.when for event in tell(text, DAY, kind="visit")] == [when]


def test_a_date_that_only_bounds_a_time_is_not_that_of_the_main_clause(tell: Tell) -> None:
    text = "Kofi Annan flew to Cyprus for the first time since 2004, when he visited Turkey."
    assert {event.to: event.when for event in tell(text, DAY, kind="visit")} == {
        "CY": None,
        "TR": "2004-01-01/2004-12-31",
    }
