"""Modality and date to status."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kg.events.facts import Status
from kg.events.status import status_of
from kg.predicates.predicate import Modality, Tense
from tests.predicates.sentences import predicate
from tests.story import span

PUBLISHED = dt.date(1998, 5, 10)
WENT = predicate("Robinson:NNP:nsubj>goes goes=go:VBZ:ROOT to:TO:prep>goes Bern:NNP:pobj>to", "go")


def _status(
    modality: Modality,
    when: str | None,
    tense: Tense = Tense.PRESENT,
    published: dt.date | None = PUBLISHED,
) -> Status:
    return status_of(replace(WENT, modality=modality, tense=tense), span(when), published)


@pytest.mark.parametrize(
    ("modality", "status"),
    [
        (Modality.ASSERTED, Status.OCCURRED),
        (Modality.EXPECTED, Status.PLANNED),
        (Modality.PLANNED, Status.PLANNED),
        (Modality.POSSIBLE, Status.POSSIBLE),
        (Modality.NEGATED, Status.NEGATED),
    ],
)
def test_without_a_date_the_modality_decides(modality: Modality, status: Status) -> None:
    assert _status(modality, None) is status
    assert _status(modality, None, published=None) is status


def test_what_is_told_as_fact_with_a_date_to_come_is_planned() -> None:
    assert _status(Modality.ASSERTED, "1998-05-14") is Status.PLANNED
    assert _status(Modality.ASSERTED, "1998-05-10") is Status.OCCURRED
    assert _status(Modality.ASSERTED, "1998-05-14", published=None) is Status.OCCURRED


def test_what_only_its_place_made_a_plan_is_a_fact_once_its_date_is_past() -> None:
    assert _status(Modality.EXPECTED, "1998-05-04") is Status.OCCURRED
    assert _status(Modality.EXPECTED, "1998-05-14") is Status.PLANNED


@pytest.mark.parametrize("modality", [Modality.POSSIBLE, Modality.NEGATED])
@pytest.mark.parametrize("when", ["1998-05-04", "1998-05-14"])
def test_no_date_makes_a_fact_of_what_is_possible_or_denied(modality: Modality, when: str) -> None:
    assert _status(modality, when).value == modality.name.lower()
