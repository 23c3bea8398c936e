"""The town of a journey, where its own phrase names none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from kg.events.compatible import Cluster
from kg.events.facts import Location, Status, When
from kg.events.journeys.stays import LONGEST
from kg.events.places.scenes import FRESH, LEDE, Dateline, Scene
from kg.events.told import Told
from kg.mentions.mention import COUNTRY, PLACE, LocalEntity

#: Sentences between a journey and what its traveller does there.
NEAR = 3


def stop_of(cluster: Cluster, known: Sequence[Scene], entities: Mapping[str, LocalEntity]) -> Location | None:
    """The first town of a journey's destination that one of its travellers is told to be in, at its time."""
    goals, travellers = cluster.goals, cluster.travellers
    for scene in known:
        town = scene.location.entity
        if town is None or not town.startswith(f"{PLACE}:") or f"{COUNTRY}:{scene.location.country}" not in goals:
            continue
        if scene.status is None or (scene.status is Status.NEGATED) != (cluster.status is Status.NEGATED):
            continue
        if travellers & scene.actors and _during(cluster.when, scene.when):
            return Location(entities[town].name, town, scene.location.country)
    return None


def news_stop(cluster: Cluster, told: Sequence[Told], dateline: Dateline | None) -> Location | None:
    """The dateline's town, where a journey to its state is the news: told as done these days."""
    if dateline is None or cluster.status is not Status.OCCURRED:
        return None
    if f"{COUNTRY}:{dateline.location.country}" not in cluster.actors:
        return None
    if cluster.when is None:
        return (
            dateline.location
            if any(told[i].sentence <= LEDE and not told[i].background for i in cluster.reports)
            else None
        )
    began = dateline.published - dt.timedelta(LONGEST) <= cluster.when.first <= dateline.published
    return dateline.location if began and cluster.when.last >= dateline.published - dt.timedelta(FRESH) else None


def presence_of(
    cluster: Cluster, there: Sequence[Scene], told: Sequence[Told], entities: Mapping[str, LocalEntity]
) -> Location | None:
    """The first town of a journey's destination in which one of its travellers is told to do anything.

    What is told without a date is of the journey only near where that is told.
    """
    near = [
        scene
        for scene in there
        if (scene.when is not None and cluster.when is not None)
        or any(abs(told[i].sentence - scene.sentence) <= NEAR for i in cluster.reports)
    ]
    return stop_of(cluster, near, entities)


def _during(stay: When | None, what: When | None) -> bool:
    """Whether something can be part of a stay that may go on for some days after its date, the arrival's."""
    if stay is None or what is None:
        return True
    return stay.first <= what.last and what.first <= stay.last + dt.timedelta(LONGEST)
