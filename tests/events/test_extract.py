"""Whole small articles: pointing, bridging, evidence."""

from __future__ import annotations

from tests.events.conftest import Extract, Tell

DAY = "2013-05-08"


def test_one_meeting_told_in_headline_and_text_is_one(tell: Tell) -> None:
    text = (
        "Norwegian Prime Minister Jens Stoltenberg met Turkish President Abdullah Gul in Oslo on Monday. "
        "The talks lasted two hours. The meeting was the first between Stoltenberg and Gul this year."
    )
    [meeting] = tell(text, DAY, kind="meeting", title="Stoltenberg meets Gul in Oslo")
    assert meeting.when == "2013-05-06"
    assert meeting.reports >= 3


def test_the_talks_are_of_those_who_just_signed(tell: Tell) -> None:
    text = (
        "Norwegian Prime Minister Jens Stoltenberg and Turkish President Abdullah Gul signed a treaty in Oslo "
        "on Monday. The talks were friendly."
    )
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.actors == {"Jens Stoltenberg", "Abdullah Gul"}
    assert (meeting.when, meeting.place) == ("2013-05-06", "Oslo")


def test_meetings_of_two_dates_are_two(tell: Tell) -> None:
    text = (
        "Jens Stoltenberg met Abdullah Gul in Oslo on May 6. Stoltenberg and Gul had met in Ankara in April 2012. "
        "They are due to meet again in July."
    )
    meetings = tell(text, DAY, kind="meeting")
    assert {(m.when, m.status) for m in meetings} == {
        ("2013-05-06", "occurred"),
        ("2012-04-01/2012-04-30", "occurred"),
        ("2013-07-01/2013-07-31", "planned"),
    }


def test_the_evidence_is_the_sentence_with_most_participants_in_the_body(extract: Extract) -> None:
    text = "Jens Stoltenberg met Abdullah Gul in Oslo on Monday. The meeting ended at noon."
    facts = extract(text, DAY, title="Stoltenberg meets Gul")
    [meeting] = [e for e in facts.events if e.type == "Meeting"]
    main = facts.reports[meeting.main]
    assert text[main.start : main.end] == "Jens Stoltenberg met Abdullah Gul in Oslo on Monday."
    assert text[main.trigger_start : main.trigger_end] == "met"


def test_events_are_in_the_order_of_the_text_and_own_their_reports(extract: Extract) -> None:
    text = (
        "Jens Stoltenberg flew to Ankara on Monday. He met Abdullah Gul there. Stoltenberg and Gul signed a treaty. "
        "Gul phoned Sebastian Pinera on Tuesday."
    )
    facts = extract(text, DAY)
    owned = [number for event in facts.events for number in event.reports]
    assert sorted(owned) == list(range(len(facts.reports)))
    assert [min(e.reports) for e in facts.events] == sorted(min(e.reports) for e in facts.events)
    assert all(event.main in event.reports for event in facts.events)


def test_a_heading_of_a_phrase_alone_is_read(tell: Tell) -> None:
    assert tell("In talks with Abdullah Gul\n\nPrices rose in Oslo on Monday.", DAY) == []
