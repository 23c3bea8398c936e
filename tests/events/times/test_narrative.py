"""What is told without a date happens when the story stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.corpus.article import Field
from kg.events.facts import Status
from kg.events.times.narrative import REACH, story_times
from kg.events.told import Told
from kg.mentions.dates.date_mention import Basis
from tests.events.conftest import Tell
from tests.events.telling import told

DATED = told("Visit", "Robinson", "CH", when="1998-05-03")


def _time(*story: Told) -> str | None:
    when = story_times(story)[-1]
    return None if when is None else str(when.first)


def test_an_undated_report_takes_over_the_date_before_it_and_says_so() -> None:
    own, taken = story_times([DATED, told("Meeting", "Robinson", "Annan", sentence=1)])
    assert own is None
    assert taken is not None
    assert str(taken.first) == "1998-05-03"
    assert taken.basis is Basis.INFERRED


def test_a_date_does_not_reach_back() -> None:
    later = told("Visit", "Robinson", "CH", when="1998-05-03", sentence=1)
    assert story_times([told("Meeting", "Robinson", "Annan"), later]) == [None, None]


def test_a_place_told_of_before_brings_its_own_date() -> None:
    onward = told("Visit", "Robinson", "NO", when="1998-05-04")
    back = told("Visit", "Robinson", "CH", sentence=1)
    assert _time(DATED, onward, back) == "1998-05-03"


def test_what_was_not_done_has_the_time_of_what_was() -> None:
    late = told("Signing", "Annan", status=Status.NEGATED, sentence=REACH)
    signed = told("Signing", "Robinson", "Ahern", when="1998-05-03")
    assert _time(signed, late) == "1998-05-03"
    assert _time(signed, replace(late, to_come=True)) is None


def test_a_stop_told_as_before_takes_no_date_over() -> None:
    stop = replace(told("Meeting", "Robinson", "Annan"), before=True)
    assert _time(DATED, stop) is None


def test_of_two_dates_the_nearer_one_counts() -> None:
    later = told("Visit", "Robinson", "NO", when="1998-05-09", sentence=1)
    assert _time(DATED, later, told("Meeting", "Robinson", "Annan", sentence=2)) == "1998-05-09"


@pytest.mark.parametrize(
    "here",
    [
        told("Meeting", "Robinson", "Annan", sentence=REACH + 1),
        told("Meeting", "Robinson", "Annan", sentence=1, background=True),
        told("Meeting", "Robinson", "Annan", sentence=1, status=Status.PLANNED),
        told("Meeting", "Robinson", "Annan", sentence=1, status=Status.POSSIBLE),
        told("Meeting", "Robinson", "Annan", sentence=1, field=Field.TITLE),
    ],
)
def test_what_is_told_otherwise_or_elsewhere_takes_nothing_over(here: Told) -> None:
    assert _time(DATED, here) is None


def test_a_date_reaches_to_the_last_sentence_of_its_reach() -> None:
    assert _time(DATED, told("Meeting", "Robinson", "Annan", sentence=REACH)) == "1998-05-03"


@pytest.mark.parametrize(
    "scene",
    [
        told("Visit", "Robinson", "CH", when="1998-05-03", background=True),
        told("Visit", "Robinson", "CH", when="1998-01-01/1998-12-31"),
    ],
)
def test_background_and_wide_dates_set_no_scene(scene: Told) -> None:
    assert _time(scene, told("Meeting", "Robinson", "Annan", sentence=1)) is None


def test_what_is_to_come_takes_over_from_what_is_to_come() -> None:
    plan = told("Visit", "Robinson", "CH", when="1998-05-03", status=Status.PLANNED)
    assert _time(plan, told("Meeting", "Robinson", "Annan", sentence=1, status=Status.POSSIBLE)) == "1998-05-03"


def test_a_relative_clause_sets_a_time_for_what_the_same_actors_do_next_only() -> None:
    aside = replace(told("Meeting", "Robinson", "Annan", when="1998-05-03"), aside=True)
    assert _time(aside, told("Signing", "Robinson", "Annan", sentence=1)) == "1998-05-03"
    assert _time(aside, told("Signing", "Robinson", "Gusmao", sentence=1)) is None
    assert _time(aside, told("Signing", "Robinson", sentence=1)) is None
    assert _time(aside, told("Signing", "Robinson", "Annan", sentence=2)) is None


def test_a_main_clause_that_denies_sets_a_time_too(tell: Tell) -> None:
    text = "The rivals avoided each other on Monday. Ollanta Humala received Hugo Chavez at his home in the morning."
    assert [event.when for event in tell(text, "2013-05-08", kind="meeting")] == ["2013-05-06"]
