"""Where the events of an article are: what their sentences say, completed by the story around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.events.compatible import Cluster
from kg.events.context import ArticleContext
from kg.events.facts import Location
from kg.events.narrative import Told
from kg.events.scenes import dateline_of, scene_of, scenes
from kg.events.sites import at_site
from kg.events.stops import is_journey_type, stop_of
from kg.mentions.mention import COUNTRY, LocalEntity
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
        elif is_journey_type(event_type):
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
    if own.entity is None and own.country is None:
        return at_site(own.text, scene)
    return scene if scene is not None and scene.country == own.country else own


def _told_place(cluster: Cluster, told: Sequence[Told]) -> Location | None:
    """What its sentences say, a town before a mere building; a journey's place lies in its destination."""
    goals = {key.split(":", 1)[1] for key, filler in cluster.actors.items() if filler.role == "destination"}
    said = [place for i in sorted(cluster.reports) if (place := told[i].report.location) is not None]
    fitting = [place for place in said if not goals or place.country in goals or place.country is None]
    return next((place for place in fitting if place.entity is not None), fitting[0] if fitting else None)
