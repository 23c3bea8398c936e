"""Reports of one article into its events: one event told many times is one event."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Field
from kg.events.facts import Status
from kg.events.times.narrative import REACH
from kg.events.told import Told
from tests.events.conftest import Tell
from tests.events.telling import ENTITIES, dates, groups, joined, key, told

FAR = REACH + 1  # sentences; no date reaches as far


def test_one_event_told_many_times_is_one_event() -> None:
    [event], lost = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Annan", "Robinson", sentence=1),
        told("Meeting", "Robinson", "Annan", when="1998-05-01/1998-05-31", sentence=2),
    )
    assert sorted(event.reports) == [0, 1, 2]
    assert dates(event) == "1998-05-03"
    assert not lost


def test_a_state_stands_for_a_person_of_it() -> None:
    [event], _ = joined(told("Meeting", "IE", "GH"), told("Meeting", "Robinson", "Annan", sentence=1))
    assert {key("Robinson"), key("Annan")} <= set(event.actors)


def test_a_part_of_those_who_met_is_the_same_meeting() -> None:
    [event], _ = joined(told("Meeting", "Robinson", "Annan", "Gusmao"), told("Meeting", "Gusmao", "Annan", sentence=1))
    assert len(event.actors) == 3


def test_other_people_are_another_event() -> None:
    events, _ = joined(told("Meeting", "Robinson", "Annan"), told("Meeting", "Robinson", "Gusmao", sentence=1))
    assert len(events) == 2


def test_another_type_is_another_event() -> None:
    events, _ = joined(told("Meeting", "Robinson", "Annan"), told("Signing", "Robinson", "Annan"))
    assert [e.type for e in events] == ["Meeting", "Signing"]


def test_another_destination_is_another_visit() -> None:
    events, _ = joined(told("Visit", "Robinson", "CH"), told("Visit", "Robinson", "NO", sentence=1))
    assert len(events) == 2


def test_meetings_of_the_same_people_on_other_dates_are_kept_apart() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Robinson", "Annan", when="1998-05-20", sentence=1),
    )
    assert [dates(e) for e in events] == ["1998-05-03", "1998-05-20"]


def test_intervals_that_only_overlap_are_two_events() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-01/1998-05-10"),
        told("Meeting", "Robinson", "Annan", when="1998-05-05/1998-05-20", sentence=1),
    )
    assert len(events) == 2


@pytest.mark.parametrize(
    ("one", "other", "joint"),
    [
        (Status.PLANNED, Status.OCCURRED, Status.OCCURRED),
        (Status.POSSIBLE, Status.PLANNED, Status.PLANNED),
        (Status.PLANNED, Status.NEGATED, Status.NEGATED),
    ],
)
def test_told_of_one_day_in_several_ways_it_is_one_event(one: Status, other: Status, joint: Status) -> None:
    reports = [
        told("Meeting", "Robinson", "Annan", when="1998-05-03", status=one),
        told("Meeting", "Robinson", "Annan", when="1998-05-03", status=other, sentence=1),
    ]
    for order in (reports, reports[::-1]):
        [event], _ = joined(*order)
        assert event.status is joint


def test_what_occurred_and_what_is_planned_later_are_two_events() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Robinson", "Annan", when="1998-06-03", status=Status.PLANNED, sentence=1),
    )
    assert [e.status for e in events] == [Status.OCCURRED, Status.PLANNED]


def test_an_undated_report_that_fits_two_events_joins_neither() -> None:
    reports = [
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Robinson", "Annan", when="1998-05-20", sentence=FAR),
        told("Meeting", "Robinson", "Annan", sentence=2 * FAR + 1),
    ]
    assert frozenset({0}) in groups(reports)
    assert frozenset({1}) in groups(reports)


def test_a_wide_report_does_not_bring_two_days_together() -> None:
    reports = [
        told("Meeting", "Robinson", "Annan", when="1998-05-01/1998-05-31"),
        told("Meeting", "Robinson", "Annan", when="1998-05-03", sentence=FAR),
        told("Meeting", "Robinson", "Annan", when="1998-05-20", sentence=2 * FAR),
    ]
    assert not any({1, 2} <= group for group in groups(reports))


def test_events_come_in_the_order_of_their_first_reports() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan"),
        told("Visit", "Gusmao", "NO", when="1998-05-03", sentence=1),
        told("Meeting", "Robinson", "Annan", when="1998-05-03", sentence=2),
    )
    assert [e.type for e in events] == ["Meeting", "Visit"]


def test_what_is_told_together_stays_together_when_one_date_is_narrowed() -> None:
    visit, meeting = joined(
        told("Visit", "Robinson", "CH", when="1998-05-01/1998-05-31", status=Status.PLANNED),
        told("Meeting", "Robinson", "Cotti", when="1998-05-01/1998-05-31", status=Status.PLANNED),
        told("Visit", "Robinson", "CH", when="1998-05-16/1998-05-31", status=Status.PLANNED, sentence=2),
    )[0]
    assert dates(visit) == dates(meeting) == "1998-05-16/1998-05-31"


# Definite nouns


def test_the_meeting_is_the_only_one_told_just_before() -> None:
    [event], lost = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"), told("Meeting", sentence=1, partial=True)
    )
    assert sorted(event.reports) == [0, 1]
    assert not lost


def test_her_meeting_is_hers() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Gusmao", "Cotti", when="1998-05-04", sentence=1),
        told("Meeting", "Gusmao", sentence=2, partial=True),
    )
    assert sorted(events[1].reports) == [1, 2]


def test_the_meeting_is_rather_the_one_told_in_the_sentence_before() -> None:
    events, _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Gusmao", "Cotti", when="1998-05-04", sentence=1),
        told("Meeting", sentence=2, partial=True),
    )
    assert [sorted(e.reports) for e in events] == [[0], [1, 2]]


def test_the_meeting_that_could_be_either_is_none() -> None:
    events, lost = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-03"),
        told("Meeting", "Gusmao", "Cotti", when="1998-05-04"),
        told("Meeting", sentence=1, partial=True),
    )
    assert [sorted(e.reports) for e in events] == [[0], [1]]
    assert lost == [2]


def test_the_meeting_narrows_the_date_of_what_it_points_at() -> None:
    [event], _ = joined(
        told("Meeting", "Robinson", "Annan", when="1998-05-01/1998-05-31"),
        told("Meeting", when="1998-05-03", sentence=1, partial=True),
    )
    assert dates(event) == "1998-05-03"


def test_a_trip_called_off_later_is_negated() -> None:
    [event], _ = joined(
        told("Visit", "Robinson", "CH", status=Status.PLANNED),
        told("Visit", "Robinson", sentence=1, partial=True, status=Status.NEGATED),
    )
    assert event.status is Status.NEGATED


def test_what_occurred_is_not_called_off_by_a_noun() -> None:
    [event, *_], _ = joined(
        told("Visit", "Robinson", "CH"),
        told("Visit", "Robinson", sentence=1, partial=True, status=Status.NEGATED),
    )
    assert event.status is Status.OCCURRED


def test_the_meeting_of_a_story_without_one_is_lost_and_told() -> None:
    events, lost = joined(told("Visit", "Robinson", "CH"), told("Meeting", sentence=1, partial=True))
    assert [e.type for e in events] == ["Visit"]
    assert lost == [1]


def test_those_met_who_just_signed_together() -> None:
    signing, meeting = joined(
        told("Signing", "Robinson", "Annan", when="1998-05-03"), told("Meeting", sentence=1, partial=True)
    )[0]
    assert set(meeting.actors) == set(signing.actors)
    assert {f.role for f in meeting.actors.values()} == {"participant"}
    assert dates(meeting) == "1998-05-03"
    assert meeting.status is Status.OCCURRED


@pytest.mark.parametrize(
    "pointer",
    [
        told("Meeting", sentence=30, partial=True),  # too far
        told("Meeting", "Gusmao", sentence=1, partial=True),  # somebody else's
        told("Meeting", sentence=1, partial=True, status=Status.NEGATED),
        told("Meeting", sentence=1, partial=True, when="1998-07-07"),
        told("Visit", sentence=1, partial=True),  # a journey is nobody's by what was signed
    ],
)
def test_no_bridge_leads_to_what_was_not_done_together(pointer: Told) -> None:
    events, lost = joined(told("Signing", "Robinson", "Annan", when="1998-05-03"), pointer)
    assert [e.type for e in events] == ["Signing"]
    assert lost == [1]


# Whatever the reports

ACTORS = ("Robinson", "Ahern", "Annan", "Gusmao", "IE", "GH")
DATES = (None, "1998-05-03", "1998-05-20", "1998-05-01/1998-05-31")


@st.composite
def reports(draw: st.DrawFn) -> Told:
    some = draw(st.booleans())
    people = draw(st.lists(st.sampled_from(ACTORS), min_size=0 if some else 2, max_size=3, unique=True))
    return told(
        draw(st.sampled_from(["Meeting", "Signing"])),
        *people,
        when=draw(st.sampled_from(DATES)),
        status=draw(st.sampled_from(list(Status))),
        sentence=draw(st.integers(0, 9)),
        partial=some,
        background=draw(st.booleans()),
        field=draw(st.sampled_from(list(Field))),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(reports(), max_size=8))
def test_every_report_is_of_one_event_or_told_to_be_lost(given_reports: list[Told]) -> None:
    events, lost = joined(*given_reports)
    placed = [number for event in events for number in event.reports]
    assert sorted([*placed, *lost]) == list(range(len(given_reports)))
    assert all(given_reports[number].partial for number in lost)
    assert [min(e.reports) for e in events] == sorted(min(e.reports) for e in events)
    for event in events:
        told_of = [given_reports[number].report for number in event.reports]
        assert {r.type for r in told_of} == {event.type}
        assert {f.entity for r in told_of for f in r.fillers} <= set(event.actors) | set(ENTITIES)
        assert event.when is None or event.when.first <= event.when.last


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(DATES), max_size=5), st.randoms(use_true_random=False))
def test_events_do_not_depend_on_the_order_of_their_reports(days: list[str | None], random: object) -> None:
    given_reports = [told("Meeting", "Robinson", "Annan", when=day, sentence=9 * i) for i, day in enumerate(days)]
    order = list(range(len(given_reports)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = groups([given_reports[i] for i in order])
    assert groups(given_reports) == {frozenset(order[i] for i in group) for group in shuffled}


def test_who_comments_on_the_talks_has_not_taken_part(tell: Tell) -> None:
    text = (
        "The presidents of Chile and Peru met in Arica on Monday. "
        "Peruvian Foreign Minister Rafael Roncagliolo said the talks went well."
    )
    [meeting] = tell(text, "2013-05-08", kind="meeting")
    assert meeting.actors == {"CL", "PE"}
