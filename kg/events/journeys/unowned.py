"""Journeys of nobody in particular are those of whoever has just been told to travel: "The tour ends in Jakarta"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Report, Status
from kg.events.times.lengths import TRIPS
from kg.events.told import Told
from kg.mentions.mention import COUNTRY
from kg.predicates.syntax import SUBJECTS
from kg.schema.types import EventType

#: Sentences between a journey and what is told of its legs.
NEAR = 4
#: Nouns for a part of a journey, of which there is a first and a last one.
PARTS = frozenset({"stop", "stopover", "leg", "destination"})
JOURNEYS = PARTS | (TRIPS - {"stay"})
#: What tells a journey apart from the one just told of: "the last visit to Taiwan was in 1978".
OTHERS = frozenset(
    (
        "first",
        "last",
        "second",
        "third",
        "previous",
        "earlier",
        "such",
        "only",
        "similar",
        "recent",
        "every",
        "any",
        "no",
    )
)
INCLUDING = frozenset({"include", "feature", "comprise", "cover"})


def is_unowned(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a candidate is a leg of a journey that nobody is said to make, so that the traveller is understood."""
    edge = candidate.event_type.edge
    goals = [f for f in candidate.fillers if f.role == edge.tail and f.entity.startswith(f"{COUNTRY}:")]
    if not goals or len(goals) < len(candidate.fillers) or _names_somebody(context, candidate):
        return False
    predicate = candidate.predicate
    if predicate.generic:
        return False
    token = context.token(predicate.segment, predicate.token)
    if token.pos_ != "NOUN":
        return any(_is_of_story(token.doc[i]) for i in predicate.slots.get("subject", ()))
    is_part = token.dep_ in ("dobj", "conj") and any(a.lemma_ in INCLUDING for a in (token.head, token.head.head))
    return (is_part or _is_subject(token)) and _is_of_story(token)


def _names_somebody(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a phrase stands for a traveller who isn't known; a journey as the subject of the clause is none."""
    slots = candidate.predicate.slots
    doc = context.segment(candidate.predicate.segment).doc
    return any(
        doc[i].lemma_ not in JOURNEYS
        for slot, role in candidate.trigger.slots.items()
        if role == candidate.event_type.edge.head
        for i in slots.get(slot, ())
    )


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.lemma_ not in INCLUDING


def _is_of_story(noun: Token) -> bool:
    """Whether a noun for a journey is of the one just told of: nobody's own, and not told apart from it."""
    if noun.lemma_ not in JOURNEYS or any(c.dep_ == "poss" or c.lower_ == "by" for c in noun.children):
        return False
    return noun.lemma_ in PARTS or not any(c.lower_ in OTHERS for c in noun.children)


def with_travellers(context: ArticleContext, told: Sequence[Told], types: Mapping[str, EventType]) -> list[Told]:
    """The reports of an article, those of unowned journeys with their travellers where they are known.

    One that leads where somebody is told to go anyway stays partial: it points at that journey.

    Parameters
    ----------
    context : ArticleContext
        The article.
    told : sequence of Told
        Its reports in reading order.
    types : mapping of str to EventType
        The schema's event types by name.
    """
    if not any(one.unowned for one in told):
        return list(told)
    return [done for one in told for done in (_owned(context, one, told, types) if one.unowned else (one,))]


def _owned(context: ArticleContext, one: Told, told: Sequence[Told], types: Mapping[str, EventType]) -> Iterator[Told]:
    goals, edge = one.report.fillers, types[one.report.type].edge
    known = {f.entity for t in told if not t.partial for f in t.report.fillers if f.role == edge.tail}
    travellers = _travellers(one, told, edge.head)
    open_goals = []
    for goal in goals:
        state = goal.entity.split(":", 1)[1]
        abroad = [f for f in travellers if _home(context, f) != state]
        if goal.entity in known or not abroad:
            open_goals.append(goal)
            continue
        place = one.report.location
        report = replace(
            one.report,
            fillers=(*(_moved(f, one.report) for f in abroad), goal),
            location=place if place is not None and place.country == state else None,
        )
        yield replace(one, partial=False, attended=False, report=report)
    if open_goals:
        yield replace(one, report=replace(one.report, fillers=tuple(open_goals)))


def _travellers(one: Told, told: Sequence[Told], role: str) -> list[Filler]:
    """Those who make all the journeys of the nearest sentence before that tells of any; nobody where they differ."""
    off = one.report.status is Status.NEGATED
    before = [
        t
        for t in told
        if t.report.type == one.report.type
        and not t.partial
        and not t.background
        and 0 <= one.sentence - t.sentence <= NEAR
        and t.report.trigger_start < one.report.trigger_start
        and t.report.field == one.report.field
        and (off or t.report.status is not Status.NEGATED)
    ]
    last = max((t.sentence for t in before), default=0)
    sets = [[f for f in t.report.fillers if f.role == role] for t in before if t.sentence == last]
    return sets[0] if len({frozenset(f.entity for f in fillers) for fillers in sets}) == 1 else []


def _moved(filler: Filler, report: Report) -> Filler:
    return replace(filler, field=report.field, start=report.trigger_start, end=report.trigger_end)


def _home(context: ArticleContext, filler: Filler) -> str | None:
    if filler.entity.startswith(f"{COUNTRY}:"):
        return filler.entity.split(":", 1)[1]
    return context.entity(filler.entity).country
