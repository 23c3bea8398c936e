"""Where the events of an article are: what their sentences say, completed by the story around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.events.compatible import Cluster
from kg.events.context import ArticleContext
from kg.events.facts import Location
from kg.events.journeys.stops import news_stop, presence_of, stop_of
from kg.events.kinds import is_journey_type
from kg.events.places.presence import presences
from kg.events.places.scenes import Dateline, Scene, dateline_of, scene_of, scenes
from kg.events.places.sites import at_site
from kg.events.told import Told
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

    A journey without a town takes the dateline's where it is the news, else the first that its traveller is told to be
    in there; other events take the place where the story is at, and so does a building whose town isn't said.
    """
    known, dateline = scenes(context, told), dateline_of(context)
    places = [_of_cluster(cluster, told, known, dateline, types, entities) for cluster in clusters]
    goals = [_open_goals(c, place, types) for c, place in zip(clusters, places, strict=True)]
    if not any(goals):
        return places
    there = presences(context, {key.split(":", 1)[1] for keys in goals for key in keys})
    return [
        (presence_of(cluster, there, told, entities) or place) if keys else place
        for cluster, place, keys in zip(clusters, places, goals, strict=True)
    ]


def _of_cluster(
    cluster: Cluster,
    told: Sequence[Told],
    known: Sequence[Scene],
    dateline: Dateline | None,
    types: Mapping[str, EventType],
    entities: Mapping[str, LocalEntity],
) -> Location | None:
    own, event_type = _told_place(cluster, told), types[cluster.type]
    if not event_type.place:
        return None
    if is_journey_type(event_type):
        if _is_town(own) and _is_told_first(cluster, told):
            return own
        return news_stop(cluster, told, dateline) or (
            own if _is_town(own) else stop_of(cluster, known, entities) or own
        )
    if own is not None and own.entity is not None and not own.entity.startswith(f"{COUNTRY}:"):
        return own
    return _completed(own, scene_of(cluster, told, known, dateline))


def _is_town(place: Location | None) -> bool:
    return place is not None and not (place.entity or COUNTRY).startswith(f"{COUNTRY}:")


def _is_told_first(cluster: Cluster, told: Sequence[Told]) -> bool:
    """Whether the text tells of a journey with its place from the beginning."""
    text = [told[i] for i in sorted(cluster.reports) if not told[i].heading]
    return not text or text[0].report.location is not None


def _open_goals(cluster: Cluster, place: Location | None, types: Mapping[str, EventType]) -> list[str]:
    """Where a journey leads whose town isn't known yet."""
    if _is_town(place) or not is_journey_type(types[cluster.type]):
        return []
    return [key for key in cluster.goals if key.startswith(f"{COUNTRY}:")]


def _completed(own: Location | None, scene: Location | None) -> Location | None:
    """A building gets the town that the story is in; a state gives way to a town in it."""
    if own is None:
        return scene
    if own.entity is None and own.country is None:
        return at_site(own.text, scene)
    return scene if scene is not None and scene.country == own.country else own


def _told_place(cluster: Cluster, told: Sequence[Told]) -> Location | None:
    """What its sentences say, a town before a mere building; a journey's place lies in its destination."""
    goals = {key.split(":", 1)[1] for key in cluster.goals}
    said = [place for i in sorted(cluster.reports) if (place := told[i].report.location) is not None]
    fitting = [place for place in said if not goals or place.country in goals or place.country is None]
    return next((place for place in fitting if place.entity is not None), fitting[0] if fitting else None)
