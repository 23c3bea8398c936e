"""Journeys last from arrival to departure, or as long as what the traveller is told to do there.

"Arrived on Saturday ... leaves on Tuesday", "arrived on Saturday, talks with his hosts on Sunday".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.events.compatible import Cluster, home
from kg.events.facts import Status, When
from kg.events.journeys.departures import Departure
from kg.events.told import Told
from kg.mentions.dates.date_mention import Basis, Precision
from kg.mentions.mention import COUNTRY, LocalEntity

#: A stay isn't taken to be longer (days) by what is done there.
LONGEST = 6
#: The same by a departure told of.
LONGEST_KNOWN = 14


@dataclass(frozen=True, slots=True)
class Stay:
    """A journey to be extended: to which state, when it began, who travels, where else they go."""

    goal: str
    when: When
    travellers: frozenset[str]
    sentence: int
    others: tuple[Cluster, ...]

    @property
    def onward(self) -> dt.date | None:
        """The day on which a traveller is next told to be elsewhere."""
        return min((c.when.first for c in self.others if c.when and c.when.first > self.when.first), default=None)


def stretch(
    clusters: Sequence[Cluster],
    told: Sequence[Told],
    entities: Mapping[str, LocalEntity],
    departures: Sequence[Departure] = (),
) -> None:
    """Extend each journey dated by one day to the departure told of, else to what the traveller last does there."""
    journeys = [c for c in clusters if goal_state(c) is not None and c.status is not Status.NEGATED]
    for journey in journeys:
        stay = _stay(journey, journeys, told)
        if stay is None:
            continue
        last = _departed(stay, departures, told) or _busy_until(stay, clusters, told, entities)
        if last > stay.when.last:
            journey.when = stay.when.over(stay.when.first, last, basis=Basis.INFERRED)


def date_by_journey(clusters: Sequence[Cluster], told: Sequence[Told]) -> None:
    """What is told without a date of its own to be in the state that one of its actors visits is during that visit."""
    journeys = [c for c in clusters if goal_state(c) is not None and c.when is not None]
    for cluster in clusters:
        own = cluster.when is not None and cluster.when.basis is not Basis.INFERRED
        if own or goal_state(cluster) is not None or any(told[i].background for i in cluster.reports):
            continue
        visits = [
            j
            for j in journeys
            if j.actors.keys() & cluster.actors.keys()
            and j.status is cluster.status
            and goal_state(j) == _country(cluster, told)
        ]
        if len(visits) == 1 and (when := visits[0].when) is not None:
            inside = cluster.when is not None and when.first <= cluster.when.first and cluster.when.last <= when.last
            cluster.when = cluster.when if inside else replace(when, basis=Basis.INFERRED)


def _country(cluster: Cluster, told: Sequence[Told]) -> str | None:
    return next((loc.country for i in sorted(cluster.reports) if (loc := told[i].report.location) is not None), None)


def _stay(journey: Cluster, journeys: Sequence[Cluster], told: Sequence[Told]) -> Stay | None:
    goal, when = goal_state(journey), journey.when
    if goal is None or when is None or when.precision is not Precision.DAY:
        return None
    travellers = frozenset(journey.travellers)
    others = tuple(c for c in journeys if goal_state(c) != goal and travellers & set(c.actors))
    return Stay(goal, when, travellers, told[min(journey.reports)].sentence, others)


def _departed(stay: Stay, departures: Sequence[Departure], told: Sequence[Told]) -> dt.date | None:
    """The day of the first departure that can be from there, None where none is told of."""
    known = [d for d in departures if d.actors & stay.travellers]
    moves = [told[min(c.reports)].sentence for c in stay.others if c.when is None and not told[min(c.reports)].before]
    moves += [d.sentence for d in known if d.day is None and d.goal != stay.goal]
    days = [
        d.day
        for d in known
        if d.day is not None
        and d.goal != stay.goal
        and (d.left == stay.goal or (d.left is None and _can_be_from(d, d.day, stay, moves)))
        and stay.when.last <= d.day
        and (d.day - stay.when.first).days <= LONGEST_KNOWN
    ]
    return min(days, default=None)


def _can_be_from(departure: Departure, day: dt.date, stay: Stay, moves: Sequence[int]) -> bool:
    """Whether a departure that names no state can be from a stay: nothing says that the traveller had moved on.

    `moves` are the sentences that tell without a date that the traveller went elsewhere.
    """
    if any(stay.sentence <= sentence <= departure.sentence for sentence in moves):
        return False
    there = [c.when for c in stay.others if c.when and goal_state(c) != departure.goal]
    if any(when.first == day or (_is_told_to_last(when) and when.first <= day <= when.last) for when in there):
        return False
    return stay.onward is None or day <= stay.onward


def _is_told_to_last(when: When) -> bool:
    return when.precision is Precision.INTERVAL and when.basis is not Basis.INFERRED


def _busy_until(
    stay: Stay, clusters: Sequence[Cluster], told: Sequence[Told], entities: Mapping[str, LocalEntity]
) -> dt.date:
    """The last day on which a traveller is told to do something there."""
    days = [
        c.when.last
        for c in clusters
        if c.when is not None
        and c.status in (Status.OCCURRED, Status.PLANNED)
        and stay.travellers & set(c.actors)
        and is_in(c, stay.goal, told, entities)
        and (c.when.last - stay.when.first).days <= LONGEST
        and (stay.onward is None or c.when.last <= stay.onward)
    ]
    return max(days, default=stay.when.last)


def goal_state(cluster: Cluster) -> str | None:
    """The code of the state that a journey goes to, None for other events."""
    goals = cluster.goals
    return goals[0].split(":", 1)[1] if len(goals) == 1 and goals[0].startswith(f"{COUNTRY}:") else None


def is_in(cluster: Cluster, goal: str, told: Sequence[Told], entities: Mapping[str, LocalEntity]) -> bool:
    """Whether an event that isn't a journey is in a state: told to be there, or done together with those of it."""
    if cluster.goals:
        return False
    country = _country(cluster, told)
    if country is not None:
        return country == goal
    return any(key == f"{COUNTRY}:{goal}" or home(key, entities) == goal for key in cluster.actors)
