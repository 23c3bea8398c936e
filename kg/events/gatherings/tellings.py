"""The nouns that tell of gatherings, each with what its sentence says: name, sides, time, place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.candidates.roles import is_hyphenated
from kg.events.context import ArticleContext
from kg.events.facts import Location, Status, When
from kg.events.gatherings.places import site_of
from kg.events.gatherings.times import is_of_guests, own_time
from kg.events.gatherings.words import (
    ASSEMBLIES,
    CEREMONIES,
    COUNTLESS,
    DISTINGUISHING,
    INDIRECT,
    OF_BODIES,
    OTHER_KINDS,
    PLURAL,
    REMOTE,
    RITES,
    RITUAL,
)
from kg.events.status import status_of
from kg.events.times.narrative import Setting
from kg.mentions.mention import ORGANIZATION, PERSON
from kg.predicates.predicate import Predicate, PredicateKind, Tense
from kg.schema.types import EventType

WORDS = ASSEMBLIES | CEREMONIES
PARTIES = ("with", "between", "among")


@dataclass(frozen=True, slots=True)
class Telling:
    """One noun that tells of a gathering, with what its sentence says of it.

    `names` are the bodies and people that it is named after ("the G20 summit", "the funeral of X"), `matters` what they
    are about ("the trade talks"), `parties` who is told to be at it by the noun's own phrases.
    `status` is None where the clause is of those who come to it rather than of the gathering.
    """

    segment: int
    token: int
    sentence: int
    word: str
    definite: bool
    distinct: bool
    remote: bool
    names: frozenset[str]
    matters: frozenset[str]
    parties: frozenset[str]
    when: When | None
    location: Location | None
    status: Status | None
    past: bool


def telling_of(
    context: ArticleContext,
    segment: Segment,
    predicate: Predicate,
    event_type: EventType,
    settings: Sequence[Setting],
) -> Telling | None:
    """What a noun tells of a gathering; None where it tells of none that others join."""
    token = segment.doc[predicate.token]
    word = token.lemma_.lower()
    if predicate.kind is not PredicateKind.NOUN or predicate.generic or word not in WORDS:
        return None
    modifiers = {c.lower_ for c in token.children if c.dep_ in ("det", "amod", "compound", "nmod", "predet")}
    plural = token.tag_ in ("NNS", "NNPS")
    if (
        modifiers & (OTHER_KINDS | COUNTLESS | INDIRECT)
        or plural != (word in PLURAL and plural)
        or (word == "talk" and not plural)
    ):
        return None
    names = _names(context, segment, token)
    if names is None or (word in RITES and not modifiers & RITUAL):
        return None
    when = own_time(context, predicate, settings)
    return Telling(
        segment=segment.index,
        token=token.i,
        sentence=context.sentence_number(segment.index, token.i),
        word=word,
        definite=bool(modifiers & {"the", "this", "that", "these", "those"}) or _is_dated(context, segment, token),
        distinct=bool(modifiers & DISTINGUISHING),
        remote=bool(modifiers & REMOTE),
        names=names,
        matters=frozenset(c.lemma_.lower() for c in token.children if c.dep_ == "compound" and c.tag_ == "NN"),
        parties=_parties(context, predicate),
        when=when,
        location=site_of(context, predicate, event_type),
        status=status_of(predicate, when, context.published) if not is_of_guests(token) else None,
        past=predicate.tense is Tense.PAST,
    )


def _is_dated(context: ArticleContext, segment: Segment, noun: Token) -> bool:
    """Whether a date owns it: "Wednesday's opening session"."""
    return any(c.dep_ == "poss" and context.in_date(segment.index, c.i) for c in noun.children)


def _names(context: ArticleContext, segment: Segment, noun: Token) -> frozenset[str] | None:
    """What a gathering is named after; None where it is somebody's meeting rather than one that others join."""
    found: set[str] = set()
    for child in noun.children:
        if child.dep_ in ("compound", "nmod", "amod", "poss"):
            mention = context.mention(segment.index, child.i)
            kind = context.entity(mention.entity).type if mention is not None else None
            if child.dep_ == "poss" and not context.in_date(segment.index, child.i):
                whose = context.actors(segment.index, child.i).entities
                held = child.lower_ in ("their", "its") and noun.lemma_.lower() in OF_BODIES
                if noun.lemma_.lower() in ASSEMBLIES and kind in (PERSON, None) and not held:
                    return None
                if held:
                    continue
                found.update(whose)
            elif mention is not None and kind == ORGANIZATION and not is_hyphenated(context, mention):
                found.add(mention.entity)
        elif child.dep_ == "prep" and child.lower_ in ("of", "for"):
            for thing in child.children:
                mention = context.mention(segment.index, thing.i)
                if mention is not None and context.entity(mention.entity).type in (PERSON, ORGANIZATION):
                    found.add(mention.entity)
                elif child.lower_ == "of" and mention is None and not context.in_date(segment.index, thing.i):
                    found.add(thing.lemma_.lower())  # "the summit of industrial nations"
    return frozenset(found)


def _parties(context: ArticleContext, predicate: Predicate) -> frozenset[str]:
    tokens = [t for slot in PARTIES for t in predicate.slots.get(slot, ())]
    for token in predicate.slots.get("compound", ()):
        mention = context.mention(predicate.segment, token)
        if mention is not None and mention.head == token and is_hyphenated(context, mention):
            tokens.append(token)  # "the EU-Japan summit"
    return frozenset(key for t in tokens for key in context.actors(predicate.segment, t).entities)
