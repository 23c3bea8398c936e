"""Journeys last as long as what the traveller is told to do there: arrived on Saturday, talks on Sunday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from kg.events.compatible import Cluster
from kg.events.facts import Location, Report, When
from kg.mentions.dates.date_mention import Basis, Precision
from kg.mentions.mention import COUNTRY

#: A stay isn't taken to be longer (days) unless the text says how long it is.
LONGEST = 6


def stretch(clusters: Sequence[Cluster], reports: Sequence[Report]) -> None:
    """Extend each dated journey to the last dated event of a traveller in its destination that follows it closely."""
    for journey in clusters:
        goal = _goal(journey)
        if goal is None or journey.when is None or journey.when.precision is not Precision.DAY:
            continue
        travellers = {key for key, filler in journey.actors.items() if filler.role != "destination"}
        last = journey.when.last
        for other in clusters:
            if (
                other is journey
                or other.when is None
                or other.status is not journey.status
                or not travellers & set(other.actors)
            ):
                continue
            if _place(other, reports) == goal and last < other.when.last <= journey.when.first + dt.timedelta(LONGEST):
                last = other.when.last
        if last > journey.when.last:
            journey.when = _until(journey.when, last)


def _goal(cluster: Cluster) -> str | None:
    goals = [key for key, filler in cluster.actors.items() if filler.role == "destination"]
    return goals[0].split(":", 1)[1] if len(goals) == 1 and goals[0].startswith(f"{COUNTRY}:") else None


def _place(cluster: Cluster, reports: Sequence[Report]) -> str | None:
    """The state that an event which isn't a journey is told to be in."""
    if _goal(cluster) is not None:
        return None
    places: list[Location] = [loc for i in sorted(cluster.reports) if (loc := reports[i].location) is not None]
    return places[0].country if places else None


def _until(when: When, last: dt.date) -> When:
    edtf = f"{when.first.isoformat()}/{last.isoformat()}"
    return replace(when, last=last, precision=Precision.INTERVAL, basis=Basis.INFERRED, edtf=edtf)
