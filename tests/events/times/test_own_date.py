"""Which date of a sentence is an event's own. 2013-05-08 is a Wednesday."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2013-05-08"
CASES = {
    "Norwegian Prime Minister Jens Stoltenberg said on Tuesday that he would visit Turkey.": ("visit", None),
    "Norwegian Prime Minister Jens Stoltenberg said on Tuesday that he would visit Turkey on May 20.": (
        "visit",
        "2013-05-20",
    ),
    "A spokesman said on Monday that Jens Stoltenberg met Abdullah Gul last year.": (
        "meeting",
        "2012-01-01/2012-12-31",
    ),
    "Jens Stoltenberg and Abdullah Gul met in Oslo on Monday, two weeks after Norway held an election.": (
        "meeting",
        "2013-05-06",
    ),
    "Jens Stoltenberg and Abdullah Gul, who was elected in 2007, met on Tuesday.": ("meeting", "2013-05-07"),
    "Jens Stoltenberg met Abdullah Gul on April 3, 2012 in Oslo.": ("meeting", "2012-04-03"),
    "Talks between Jens Stoltenberg and Abdullah Gul were held on Sunday.": ("meeting", "2013-05-05"),
    "Jens Stoltenberg will travel to Turkey from May 20 to May 22.": ("visit", "2013-05-20/2013-05-22"),
    "Jens Stoltenberg will meet Abdullah Gul next week.": ("meeting", "2013-05-13/2013-05-19"),
    "Jens Stoltenberg met Abdullah Gul to discuss the 1952 treaty.": ("meeting", None),
    # The date for which it was set, not that of the decision; the clause may hang on the wrong noun.
    "Jens Stoltenberg on Monday called off talks with Abdullah Gul that had been set for next Friday.": (
        "meeting",
        "2013-05-17",
    ),
    "Talks between Jens Stoltenberg and Abdullah Gul, which had been scheduled for Friday, were called off.": (
        "meeting",
        "2013-05-10",
    ),
    # Not when he went, but since when he had not.
    "Jens Stoltenberg flew to Turkey on Monday, his first trip there since ties were cut in 2010.": (
        "visit",
        "2013-05-06",
    ),
    "Jens Stoltenberg paid his first visit to Turkey in 2007.": ("visit", "2007-01-01/2007-12-31"),
    "Jens Stoltenberg receives Abdullah Gul on Monday.": ("meeting", "2013-05-13"),
    "Jens Stoltenberg sets out on Monday for Turkey.": ("visit", "2013-05-13"),
    "Jens Stoltenberg cancelled a trip to Jakarta, fixed for next month.": ("visit", "2013-06-01/2013-06-30"),
    "Jens Stoltenberg skipped a meeting with Abdullah Gul on Monday.": ("meeting", "2013-05-06"),
    "Jens Stoltenberg met Abdullah Gul in a palace that was built in 1856.": ("meeting", None),
}


@pytest.mark.parametrize(("text", "kind", "when"), [(t, *expected) for t, expected in CASES.items()], ids=CASES)
def test_a_date_goes_with_the_word_that_it_hangs_on(tell: Tell, text: str, kind: str, when: str | None) -> None:
    [event] = tell(text, DAY, kind=kind)
    assert event.when == when


def test_each_of_two_verbs_has_its_own_date(tell: Tell) -> None:
    text = "Jens Stoltenberg flew to Ankara on Monday and met Turkish President Abdullah Gul on Tuesday."
    [visit] = tell(text, DAY, kind="visit")
    [meeting] = tell(text, DAY, kind="meeting")
    # The journey lasts as long as what the traveller is told to do there.
    assert (visit.when, meeting.when) == ("2013-05-06/2013-05-07", "2013-05-07")


def test_the_date_of_a_clause_on_a_person_is_not_the_event_s(tell: Tell) -> None:
    text = "Norwegian Prime Minister Jens Stoltenberg, who visited Chile in March, met Abdullah Gul on Monday."
    [visit] = tell(text, DAY, kind="visit")
    [meeting] = tell(text, DAY, kind="meeting")
    assert (visit.when, meeting.when) == ("2013-03-01/2013-03-31", "2013-05-06")


def test_the_publication_date_is_no_event_s_date(tell: Tell) -> None:
    [meeting] = tell("Jens Stoltenberg met Abdullah Gul.", DAY)
    assert meeting.when is None


def test_what_follows_in_the_story_takes_over_its_date(tell: Tell) -> None:
    text = "Jens Stoltenberg flew to Ankara on Monday. He met Turkish President Abdullah Gul."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.when == "2013-05-06"


def test_a_step_back_from_the_story_does_not(tell: Tell) -> None:
    text = "Jens Stoltenberg flew to Ankara on Monday. He had met Turkish President Abdullah Gul before."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.when is None


STATUSES = {
    "Norwegian Prime Minister Jens Stoltenberg hopes to visit Turkey.": ("visit", {"possible", "planned"}),
    "Norwegian Prime Minister Jens Stoltenberg may visit Turkey.": ("visit", {"possible"}),
    "Jens Stoltenberg goes to Turkey on Friday.": ("visit", {"planned"}),
    "Turkish President Abdullah Gul invited Norwegian Prime Minister Jens Stoltenberg to visit Turkey.": (
        "visit",
        {"possible"},
    ),
    "Jens Stoltenberg cancelled a trip to Turkey that had been planned for June.": ("visit", {"negated"}),
    "Jens Stoltenberg left Ankara without meeting Abdullah Gul.": ("meeting", {"negated"}),
    "Jens Stoltenberg has yet to visit Turkey.": ("visit", {"negated"}),
    "Jens Stoltenberg was to have visited Turkey on Monday.": ("visit", {"negated"}),
    "Jens Stoltenberg was to visit Turkey on Friday.": ("visit", {"planned"}),
    "Jens Stoltenberg said he was ready to meet Abdullah Gul.": ("meeting", {"possible"}),
    "Jens Stoltenberg will meet Abdullah Gul on Friday if a truce holds.": ("meeting", {"possible"}),
    "Jens Stoltenberg agreed that he and Abdullah Gul should meet again next month.": ("meeting", {"planned"}),
    "Jens Stoltenberg and Abdullah Gul should meet, a newspaper said.": ("meeting", {"possible"}),
    "A planned visit to Turkey by Jens Stoltenberg is off.": ("visit", {"negated"}),
    "A visit to Turkey by Jens Stoltenberg is under discussion.": ("visit", {"possible"}),
    "A planned visit to Turkey by Jens Stoltenberg is no longer on the agenda.": ("visit", {"negated"}),
    "No date has been set for a visit to Turkey by Jens Stoltenberg.": ("visit", {"possible"}),
    "Jens Stoltenberg postponed a trip to Turkey.": ("visit", {"negated"}),
    "Jens Stoltenberg postponed a trip to Turkey until June.": ("visit", {"planned"}),
    "Jens Stoltenberg will visit Turkey on Friday, weeks after he met Abdullah Gul.": ("meeting", {"occurred"}),
    "Norwegian Prime Minister Jens Stoltenberg is scheduled to visit Turkey in June.": ("visit", {"planned"}),
    "Jens Stoltenberg, visiting Ankara, called for calm.": ("visit", {"occurred"}),
    "Norway and Turkey failed to sign an agreement.": ("signing", {"negated"}),
}


@pytest.mark.parametrize(("text", "kind", "statuses"), [(t, *e) for t, e in STATUSES.items()], ids=STATUSES)
def test_a_status_is_what_the_sentence_makes_of_the_event(tell: Tell, text: str, kind: str, statuses: set[str]) -> None:
    [event] = tell(text, DAY, kind=kind)
    assert event.status in statuses
