"""Events that came out alike: one, unless something tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.events.compatible import Cluster
from kg.events.facts import Location, Status
from kg.events.joining.same_day import joined_days
from kg.events.told import Told
from tests.events.telling import told

MONDAY, TUESDAY, WEEK = "1998-05-04", "1998-05-05", "1998-05-04/1998-05-10"


def _cluster(index: int, one: Told, when: str, status: Status = Status.OCCURRED) -> Cluster:
    dated = told("Meeting", "Robinson", "Annan", when=when).report.when
    return Cluster([index], one.report.type, {f.entity: f for f in one.report.fillers}, dated, status)


def _at(one: Told, town: str) -> Told:
    return replace(one, report=replace(one.report, location=Location(town, f"Place:{town}", "CH")))


FIRST = told("Meeting", "Robinson", "Annan", when=MONDAY)
AGAIN = told("Meeting", "Annan", "Robinson", sentence=3)


def test_the_same_people_on_the_same_day_met_once() -> None:
    [event] = joined_days([_cluster(0, FIRST, MONDAY), _cluster(1, AGAIN, MONDAY)], [FIRST, AGAIN])
    assert event.reports == [0, 1]


@pytest.mark.parametrize(
    ("other", "when", "status"),
    [
        (AGAIN, TUESDAY, Status.OCCURRED),
        (AGAIN, MONDAY, Status.NEGATED),
        (told("Meeting", "Robinson", "Gusmao", sentence=3), MONDAY, Status.OCCURRED),
        (told("Meeting", "Annan", "Robinson"), MONDAY, Status.OCCURRED),  # both in one sentence
    ],
)
def test_what_differs_stays_two(other: Told, when: str, status: Status) -> None:
    clusters = [_cluster(0, FIRST, MONDAY), _cluster(1, other, when, status)]
    assert joined_days(clusters, [FIRST, other]) == clusters


def test_a_week_is_not_a_day() -> None:
    clusters = [_cluster(0, FIRST, WEEK), _cluster(1, AGAIN, WEEK)]
    assert joined_days(clusters, [FIRST, AGAIN]) == clusters


def test_in_two_towns_they_met_twice() -> None:
    both = [_at(FIRST, "Bern"), _at(AGAIN, "Basel")]
    assert len(joined_days([_cluster(0, both[0], MONDAY), _cluster(1, both[1], MONDAY)], both)) == 2
