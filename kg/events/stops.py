"""The town of a journey, where its own phrase names none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.compatible import Cluster
from kg.events.context import ArticleContext
from kg.events.facts import Location, Status, When
from kg.events.narrative import Told
from kg.events.scenes import FRESH, LEDE, Dateline, Scene
from kg.events.stays import LONGEST
from kg.mentions.mention import COUNTRY, PLACE, LocalEntity, Mention
from kg.predicates.syntax import SUBJECTS, ancestors
from kg.schema.types import EventType

#: Sentences between a journey and what its traveller does there.
NEAR = 3


def is_journey(candidate: Candidate) -> bool:
    """Whether a candidate is of a type that goes somewhere."""
    return is_journey_type(candidate.event_type)


def is_journey_type(event_type: EventType) -> bool:
    """Whether events of a type go somewhere; others stay where the story is."""
    return "destination" in event_type.roles


def on_the_way(context: ArticleContext, candidate: Candidate) -> Mention | None:
    """The town of a journey that the rest of its sentence names: "left for Peru to attend a forum in Cuzco"."""
    segment, start = candidate.predicate.segment, candidate.predicate.token
    end = context.sentence(segment, start).end
    for mention in context.mentions_of.get(segment, ()):
        if start < mention.start < end and context.entity(mention.entity).type == PLACE:
            head = context.token(segment, mention.head)
            if head.dep_ == "pobj" and head.head.lower_ in ("in", "at") and _is_travellers(head, start):
                return mention
    return None


def _is_travellers(head: Token, journey: int) -> bool:
    """Whether what is said at a place is said of the traveller: no other subject comes between."""
    for word in ancestors(head):
        if word.i == journey:
            return True
        if any(child.dep_ in SUBJECTS for child in word.children):
            return False
    return False


def stop_of(cluster: Cluster, known: Sequence[Scene], entities: Mapping[str, LocalEntity]) -> Location | None:
    """The first town of a journey's destination that one of its travellers is told to be in, at its time."""
    goals = {key for key, filler in cluster.actors.items() if filler.role == "destination"}
    travellers = set(cluster.actors) - goals
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
