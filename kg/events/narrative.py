"""The story's time: what is told without a date happens when the story stands.

A report takes over the date of the nearest report before it in the text (within a few sentences, in the same part of the
text) when both are told in the same way: done with done, to come with to come. What steps back
from the story ("had met", "has never visited") takes nothing over. Source: reference time as in Reichenbach (1947)
and the narrative containers of Pustejovsky and Stubbs (2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.events.facts import Report, Status, When
from kg.mentions.dates.date_mention import Basis, Precision

#: How many sentences a date reaches.
REACH = 4
#: A date wider than this (days) sets no scene.
WIDEST = 31


@dataclass(frozen=True, slots=True)
class Told:
    """A report with how it stands in the story: number of its sentence, whether it steps back from it.

    A `partial` one lacks actors that its type needs: a definite noun ("the meeting", "his trip") that may point at an event
    told elsewhere.
    """

    report: Report
    sentence: int
    background: bool
    partial: bool = False


def story_times(told: Sequence[Told]) -> list[When | None]:
    """The date that each report takes over from the story; None where it has one of its own or none is to be had."""
    return [_taken_over(told, index) if one.report.when is None and not one.background else None for index, one in enumerate(told)]


def _taken_over(told: Sequence[Told], index: int) -> When | None:
    here = told[index]
    for other in reversed(told[:index]):
        if here.sentence - other.sentence > REACH or other.report.field != here.report.field:
            return None
        if _sets_scene(other, here):
            return _inferred(other.report.when)
    return None


def _sets_scene(other: Told, here: Told) -> bool:
    when = other.report.when
    if when is None or other.background or (when.last - when.first).days > WIDEST or when.precision is Precision.OPEN:
        return False
    return _side(other.report.status) is _side(here.report.status) or here.report.status is Status.NEGATED


def _side(status: Status) -> Status:
    return Status.PLANNED if status is Status.POSSIBLE else status


def _inferred(when: When | None) -> When | None:
    return None if when is None else replace(when, basis=Basis.INFERRED)
