"""The story's place: where something is said to take place, what is told next takes place as well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.events.compatible import Cluster
from kg.events.context import ArticleContext
from kg.events.facts import Location, Status, When
from kg.events.told import Told
from kg.mentions.mention import COUNTRY, PLACE, MentionKind
from kg.predicates.predicate import Tense
from kg.predicates.syntax import prepositions
from kg.predicates.tense import tense

#: Verbs that set a scene ("took place in", "was held at", "gathered in").
SETTING = frozenset({"take", "hold", "occur", "happen", "gather", "convene", "open", "assemble"})
#: How many sentences a scene lasts.
LASTS = 2
#: The opening of an article, in sentences, and how many days old its news is.
OPENING = 5
LEDE = 1
FRESH = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """A place that the story is at from a word on: the sentence's number and the word's first character."""

    sentence: int
    start: int
    location: Location
    town: Location | None
    actors: frozenset[str]
    status: Status | None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the article was filed."""

    location: Location
    published: dt.date


def scenes(context: ArticleContext, told: Sequence[Told]) -> list[Scene]:
    """The scenes of an article in reading order: what verbs of taking place say, and where its events are."""
    found = [Scene(number, start, place, place, frozenset(), None) for number, start, place in _settings(context)]
    for one in told:
        if one.report.location is not None and not one.background:
            actors = frozenset(f.entity for f in one.report.fillers)
            found.append(
                Scene(
                    one.sentence,
                    one.report.trigger_start,
                    one.report.location,
                    _town_of(context, one.report.location),
                    actors,
                    one.report.status,
                    one.report.when,
                )
            )
    return sorted(found, key=lambda s: (s.sentence, s.start))


def _town_of(context: ArticleContext, location: Location) -> Location | None:
    """What the next sentences may take over: the town or state, not the building."""
    if location.entity is None:
        return None
    known = location.entity.startswith(f"{PLACE}:")
    return Location(context.entity(location.entity).name, location.entity, location.country) if known else location


def scene_of(
    cluster: Cluster, told: Sequence[Told], known: Sequence[Scene], dateline: Dateline | None = None
) -> Location | None:
    """The place that an event without one takes over.

    It is that of the latest scene that shares an actor or is nobody's, else the dateline's where the event is the
    news itself: told at the opening as done these days. So is the town of a scene that is only a state.
    """
    news = _news_place(cluster, told, dateline) if dateline is not None else None
    for index in sorted(cluster.reports):
        here = told[index]
        if here.background:
            continue
        for scene in reversed(known):
            began = (scene.sentence, scene.start) < (here.sentence, here.report.trigger_start)
            place = scene.location if scene.sentence == here.sentence else scene.town
            goes_on = here.sentence - scene.sentence <= LASTS and _goes_on(scene, cluster)
            if began and goes_on and place is not None:
                return news if news is not None and _lies_in(news, place) else place
    return news


def _lies_in(town: Location, place: Location) -> bool:
    return place.entity == f"{COUNTRY}:{town.country}"


def _news_place(cluster: Cluster, told: Sequence[Told], dateline: Dateline) -> Location | None:
    opening = any(told[i].sentence <= OPENING and not told[i].background for i in cluster.reports)
    if not opening or cluster.status is not Status.OCCURRED:
        return None
    if cluster.when is None:
        lede = any(told[i].sentence <= LEDE and not told[i].background for i in cluster.reports)
        return dateline.location if lede else None
    fresh = dateline.published - dt.timedelta(FRESH) <= cluster.when.first <= dateline.published
    return dateline.location if fresh else None


def dateline_of(context: ArticleContext) -> Dateline | None:
    """Place and day of the dateline, where both are known."""
    key, country = context.dateline
    line = context.article.layout.dateline
    if key is None or context.published is None or line is None:
        return None
    if key.startswith(f"{PLACE}:"):
        return Dateline(Location(context.entity(key).name, key, country), context.published)
    town, comma, _ = line.text.partition(",")  # "AQABA, Jordan": a town that no table has, in a state
    return Dateline(Location(town.title(), None, country), context.published) if comma and town.isupper() else None


def _goes_on(scene: Scene, cluster: Cluster) -> bool:
    if scene.status is None:
        return True
    same_side = (scene.status is Status.OCCURRED) == (cluster.status is Status.OCCURRED)
    return same_side and bool(scene.actors & set(cluster.actors))


def _settings(context: ArticleContext) -> list[tuple[int, int, Location]]:
    found = []
    for segment in context.article.segments:
        for token in context.tokens(segment, SETTING):
            if token.lemma_ in SETTING and token.pos_ == "VERB" and _is_told(token):
                place = _place(context, segment.index, token)
                if place is not None:
                    _, start, _ = segment.offsets(token.i, token.i + 1)
                    found.append((context.sentence_number(segment.index, token.i), start, place))
    return found


def _is_told(verb: Token) -> bool:
    """Whether it has been: not "might convene in Baku", "will be held in Lima", "was not held in Oslo"."""
    return tense(verb) is not Tense.FUTURE and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.children)


def _place(context: ArticleContext, segment: int, verb: Token) -> Location | None:
    for word, noun in prepositions(verb):
        mention = context.mention(segment, noun.i)
        if word in ("in", "at") and mention is not None and mention.kind is not MentionKind.DEMONYM:
            entity = context.entity(mention.entity)
            if entity.type in (PLACE, COUNTRY):
                return Location(entity.name, mention.entity, mention.country)
    return None
