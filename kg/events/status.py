"""Modality and date to status."""

from __future__ import annotations

import datetime as dt

from kg.events.facts import Status, When
from kg.predicates.predicate import Modality, Predicate, Tense

BY_MODALITY = {
    Modality.ASSERTED: Status.OCCURRED,
    Modality.EXPECTED: Status.PLANNED,
    Modality.PLANNED: Status.PLANNED,
    Modality.POSSIBLE: Status.POSSIBLE,
    Modality.NEGATED: Status.NEGATED,
}


def status_of(predicate: Predicate, when: When | None, published: dt.date | None) -> Status:
    """The status of an event as one predicate tells it.

    What is told as fact with a date to come is planned ("Xi goes to Vietnam on Thursday"); what only its place in the
    clause made a plan ("ahead of talks on Monday") is a fact once its date is past.
    """
    modality = predicate.modality
    if published is not None and when is not None:
        if modality is Modality.ASSERTED and when.first > published:
            return Status.PLANNED
        if modality is Modality.EXPECTED and when.last < published:
            return Status.OCCURRED
    if modality is Modality.EXPECTED and predicate.tense is Tense.PAST and when is None:
        return Status.PLANNED
    return BY_MODALITY[modality]
