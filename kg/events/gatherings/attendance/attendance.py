"""Who attended, missed or was invited to a gathering, wherever in the article it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.facts import Status
from kg.events.gatherings.attendance.clause import Clause, Part, Reading
from kg.events.gatherings.attendance.listed import members, named_among
from kg.events.gatherings.attendance.named import as_object, in_phrase
from kg.events.gatherings.attendance.rolls import drew, included, inverted, present
from kg.events.gatherings.attendance.understood import understood
from kg.events.gatherings.gathering import Gathering, Gatherings
from kg.events.gatherings.words import ARRIVING
from kg.events.status import BY_MODALITY
from kg.predicates.companions import companions
from kg.predicates.factuality import verb_modality
from kg.predicates.predicate import Modality, Tense
from kg.predicates.syntax import VERBAL
from kg.predicates.tense import tense

READINGS: tuple[Reading, ...] = (as_object, in_phrase, inverted, present, included, drew, understood)


@dataclass(frozen=True, slots=True)
class Attendance:
    """A clause that says who has which part in a gathering; `actors` are head tokens in the segment.

    `status` is that of their being there: negated for those who stayed away, possible for those who were invited.
    `represented`: the states and bodies for which the actors stand.
    """

    gathering: Gathering
    segment: int
    token: int
    actors: tuple[int, ...]
    part: Part
    status: Status
    represented: frozenset[str] = frozenset()


def attendances(context: ArticleContext, found: Gatherings) -> Iterator[Attendance]:
    """All clauses of an article's body that tell who attended a gathering, in reading order."""
    if not found.all:
        return
    for segment in context.article.segments:
        if not segment.is_heading:
            for verb in segment.doc:
                if verb.pos_ in VERBAL and (one := _attendance(context, segment, verb, found)) is not None:
                    yield one


def _attendance(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Attendance | None:
    """What the first reading finds that finds anybody."""
    for reading in READINGS:
        clause = reading(context, segment, verb, found)
        if clause is None:
            continue
        found.echo(clause.gathering, context.sentence_number(segment.index, verb.i))
        actors, status = _actors(context, segment, verb, clause), _status(context, verb, clause)
        if actors and status is not None:
            behind = chain(*(context.actors(segment.index, t.i).entities for t in clause.represented))
            return Attendance(clause.gathering, segment.index, verb.i, actors, clause.part, status, frozenset(behind))
    return None


def _actors(context: ArticleContext, segment: Segment, verb: Token, clause: Clause) -> tuple[int, ...]:
    actors: dict[int, None] = {}
    for token in clause.actors:
        actors |= dict.fromkeys(members(context, segment.index, token))
        actors |= dict.fromkeys(c.i for c in companions(token))
    if clause.several:
        actors |= dict.fromkeys(named_among(context, segment.index, verb.sent))
    return tuple(actors)


def _status(context: ArticleContext, verb: Token, clause: Clause) -> Status | None:
    """Whether somebody was there, as the clause and the gathering tell; None where nothing is said of it."""
    modality = clause.modality if clause.modality is not None else _modality(verb)
    if clause.part is Part.ABSENT:
        open_yet = modality is Modality.POSSIBLE
        return None if modality is Modality.NEGATED else Status.POSSIBLE if open_yet else Status.NEGATED
    if clause.part is Part.INVITED:
        return None if modality is Modality.NEGATED else Status.POSSIBLE
    when, whole = clause.gathering.when, clause.gathering.status()
    if verb.lemma_ in ARRIVING and modality is Modality.ASSERTED and tense(verb) is Tense.PAST:
        return Status.OCCURRED
    if BY_MODALITY[modality] is not Status.OCCURRED:
        planned = BY_MODALITY[modality] is Status.PLANNED
        return Status.POSSIBLE if planned and whole is Status.POSSIBLE else BY_MODALITY[modality]
    if when is not None and context.published is not None and when.first > context.published:
        return Status.PLANNED
    if tense(verb) is not Tense.PAST:
        return whole if whole is not Status.NEGATED else None
    return Status.OCCURRED


def _modality(verb: Token) -> Modality:
    """As told; "has not decided whether to attend" leaves it open."""
    if any(c.lower_ == "whether" for c in verb.children):
        return Modality.POSSIBLE
    if verb.head.pos_ == "ADJ" and any(c.lower_ == "too" for c in verb.head.children):
        return Modality.NEGATED  # "too busy to attend"
    return verb_modality(verb)
