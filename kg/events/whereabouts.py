"""Where the events of an article are: what their sentences say, completed by the story around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.events.compatible import Cluster
from kg.events.context import ArticleContext
from kg.events.facts import Location, Status, When
from kg.events.narrative import Told
from kg.events.places import at_site
from kg.events.scenes import Scene, dateline_of, scene_of, scenes
from kg.mentions.mention import COUNTRY, PLACE, LocalEntity
from kg.schema.types import EventType


def whereabouts(
    context: ArticleContext,
    told: Sequence[Told],
    clusters: Sequence[Cluster],
    types: Mapping[str, EventType],
    entities: Mapping[str, LocalEntity],
) -> list[Location | None]:
    """The place of each cluster, in their order.

    A journey without a town takes the first that its traveller is told to be in there; other events take the place
    where the story is at, and so does a building whose town isn't said.
    """
    known, dateline = scenes(context, told), dateline_of(context)
    places: list[Location | None] = []
    for cluster in clusters:
        own = _told_place(cluster, told)
        event_type = types[cluster.type]
        if not event_type.place:
            places.append(None)
        elif "destination" in event_type.roles:
            is_town = own is not None and not (own.entity or COUNTRY).startswith(f"{COUNTRY}:")
            places.append(own if is_town else stop_of(cluster, known, entities) or own)
        elif own is not None and own.entity is not None and not own.entity.startswith(f"{COUNTRY}:"):
            places.append(own)
        else:
            places.append(_completed(own, scene_of(cluster, told, known, dateline)))
    return places


def _completed(own: Location | None, scene: Location | None) -> Location | None:
    """A building gets the town that the story is in; a state gives way to a town in it."""
    if own is None:
        return scene
    if own.entity is None:
        return at_site(own.text, scene)
    return scene if scene is not None and scene.country == own.country else own


def stop_of(cluster: Cluster, known: Sequence[Scene], entities: Mapping[str, LocalEntity]) -> Location | None:
    """The first town of a journey's destination that one of its travellers is told to be in, at its time."""
    goals = {key for key, filler in cluster.actors.items() if filler.role == "destination"}
    travellers = set(cluster.actors) - goals
    for scene in known:
        town = scene.location.entity
        if town is None or not town.startswith(f"{PLACE}:") or f"{COUNTRY}:{scene.location.country}" not in goals:
            continue
        same_side = scene.status is not None and _is_told(scene.status) == _is_told(cluster.status)
        if same_side and travellers & scene.actors and _overlap(cluster.when, scene.when):
            return Location(entities[town].name, town, scene.location.country)
    return None


def _told_place(cluster: Cluster, told: Sequence[Told]) -> Location | None:
    """What its sentences say, a town before a mere building; a journey's place lies in its destination."""
    goals = {key.split(":", 1)[1] for key, filler in cluster.actors.items() if filler.role == "destination"}
    said = [place for i in sorted(cluster.reports) if (place := told[i].report.location) is not None]
    fitting = [place for place in said if not goals or place.country in goals or place.country is None]
    return next((place for place in fitting if place.entity is not None), fitting[0] if fitting else None)


def _is_told(status: Status) -> bool:
    return status is Status.OCCURRED


def _overlap(one: When | None, other: When | None) -> bool:
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)
