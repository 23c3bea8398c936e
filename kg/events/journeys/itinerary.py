"""A stop of a journey is when the traveller does something there: "a tour of Peru and Chile ... in Lima on Monday".

Several states share the days of their tour until the text tells what is done in each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.events.compatible import Cluster
from kg.events.facts import Status, When
from kg.events.journeys.stays import LONGEST, LONGEST_KNOWN, goal_state, is_in
from kg.events.told import Told
from kg.mentions.dates.date_mention import Basis
from kg.mentions.mention import LocalEntity
from kg.schema.types import EventType

#: From how many states on one day is only that of setting out.
SEVERAL = 3
#: How many sentences a stop without a date is from what is done there.
NEAR = 4


def date_by_doings(
    clusters: Sequence[Cluster],
    told: Sequence[Told],
    entities: Mapping[str, LocalEntity],
    types: Mapping[str, EventType],
) -> None:
    """Date the stops that have no date of their own, or only that of the whole tour, by what is done there.

    Parameters
    ----------
    clusters : sequence of Cluster
        The events of an article, with the dates that their own sentences give.
    told : sequence of Told
        Its reports.
    entities : mapping of str to LocalEntity
        Its entities by key.
    types : mapping of str to EventType
        The schema's event types by name.
    """
    journeys = [c for c in clusters if goal_state(c) is not None and c.status is not Status.NEGATED]
    doings = [c for c in clusters if c.when is not None and types[c.type].place and not c.goals]
    toured = [c for c in journeys if _is_of_tour(c, journeys)]
    for journey in journeys:
        if journey.when is not None and not any(c is journey for c in toured):
            continue
        done = [d.when for d in doings if d.when is not None and _is_done_on(journey, d, told, entities)]
        if done and (when := _over(done)) is not None:
            journey.when = when


def _is_of_tour(journey: Cluster, journeys: Sequence[Cluster]) -> bool:
    """Whether a journey shares its days with one of the same travellers to another state, or its day with several.

    "Left on Sunday on a tour of Chad, Niger and Mali" says when the first of them is reached, if any.
    """
    when = journey.when
    if when is None:
        return False
    shared = [
        other
        for other in journeys
        if other.when is not None
        and (other.when.first, other.when.last) == (when.first, when.last)
        and other.travellers & journey.travellers
    ]
    states = {goal_state(other) for other in shared}
    if when.first < when.last:
        return len(states) > 1
    return len(states) >= SEVERAL and min(journey.reports) > min(min(other.reports) for other in shared)


def _is_done_on(journey: Cluster, doing: Cluster, told: Sequence[Told], entities: Mapping[str, LocalEntity]) -> bool:
    """Whether what is told of a traveller can be of a journey: in its state, in its time, told in the same way."""
    goal, when = goal_state(journey), doing.when
    if goal is None or when is None or doing.status is not journey.status:
        return False
    if when.days > LONGEST or not journey.travellers & doing.actors.keys():
        return False
    if not is_in(doing, goal, told, entities):
        return False
    if (tour := journey.when) is not None and tour.first < tour.last:
        return tour.first <= when.first and when.last <= tour.last
    if tour is not None:
        return 0 <= (when.first - tour.first).days <= LONGEST_KNOWN
    here, there = told[min(journey.reports)], told[min(doing.reports)]
    if here.background or there.background:
        return here.sentence == there.sentence and here.background is there.background
    return abs(here.sentence - there.sentence) <= NEAR


def _over(done: Sequence[When]) -> When | None:
    """The time from the first to the last of several, None where they are too far apart to be of one stay."""
    first, last = min(done, key=lambda when: when.first), max(when.last for when in done)
    if (last - first.first).days > LONGEST:
        return None
    if last == first.first:
        return replace(first, basis=Basis.INFERRED)
    return first.over(first.first, last, basis=Basis.INFERRED)
