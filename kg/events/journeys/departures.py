"""When travellers leave: "leaves for Tokyo on Thursday", "flew home on Friday", "will stay until Monday"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.attachment import OTHER_TIME, host
from kg.events.context import ArticleContext
from kg.events.times.gaps import ENDS_STAY
from kg.events.times.own_date import UNTIL, ending
from kg.events.told import Told
from kg.mentions.dates.date_mention import Precision
from kg.mentions.mention import COUNTRY
from kg.predicates.predicate import Modality, Predicate
from kg.predicates.syntax import prepositions

#: Verbs that by themselves tell a departure.
LEAVING = ENDS_STAY | {"continue", "proceed"}
#: Verbs that do so with "home", "back" or "on" beside them.
GOING = frozenset({"fly", "go", "head", "travel", "come", "get", "set"})
#: Verbs that do so with "until".
STAYING = frozenset({"stay", "remain", "be"})
HOMEWARD = frozenset({"home", "back", "homeward", "homewards", "on", "onward", "onwards"})


@dataclass(frozen=True, slots=True)
class Departure:
    """The end of a stay: who left, on which day, which state, and for which; None where the text doesn't say."""

    sentence: int
    actors: frozenset[str]
    day: dt.date | None
    left: str | None
    goal: str | None


def departures(context: ArticleContext, told: Sequence[Told]) -> list[Departure]:
    """All departures of an article that tells of a dated journey, in reading order."""
    found: list[Departure] = []
    if not any(t.report.when and any(f.role == "destination" for f in t.report.fillers) for t in told):
        return found
    for segment in context.article.segments:
        for predicate in context.predicates(segment, _words(context, segment)):
            departure = _departure(context, predicate)
            if departure is not None:
                found.append(departure)
    return found


def _words(context: ArticleContext, segment: Segment) -> frozenset[str]:
    """The verbs that can tell a departure in a segment; most have none, and frames cost time."""
    words = LEAVING
    if any(t.lower_ in UNTIL for t in context.tokens(segment, UNTIL)):
        words |= STAYING
    going = (t for t in context.tokens(segment, GOING) if t.lemma_ in GOING)
    if any(_is_homeward(c) for t in going for c in t.children):
        words |= GOING
    return words


def _departure(context: ArticleContext, predicate: Predicate) -> Departure | None:
    verb = context.token(predicate.segment, predicate.token)
    onward = verb.lemma_ in LEAVING or any(_is_homeward(c) for c in verb.children)
    day = _last_day(context, predicate, verb, onward=onward)
    if day is None and (not onward or predicate.modality is Modality.NEGATED):
        return None
    actors = frozenset(
        key for t in predicate.slots.get("subject", ()) for key in context.actors(predicate.segment, t).entities
    )
    states = [_state(context, predicate.segment, t) for t in predicate.slots.get("object", ())]
    if not actors or (states and states[0] is None):
        return None  # "left office on Monday"
    goals = [_state(context, predicate.segment, n.i) for word, n in prepositions(verb) if word in ("for", "to")]
    left = states[0] if states else None
    return Departure(
        sentence=context.sentence_number(predicate.segment, predicate.token),
        actors=actors,
        day=day,
        left=left,
        goal=next((g for g in goals if g is not None), None),
    )


def _last_day(context: ArticleContext, predicate: Predicate, verb: Token, *, onward: bool) -> dt.date | None:
    """The day on which a stay ends by what a verb tells."""
    until = ending(context, predicate)
    if verb.lemma_ in STAYING:
        return until if predicate.modality is not Modality.NEGATED else None
    if not onward:
        return None
    if predicate.modality is Modality.NEGATED:
        return until  # "did not go home until the 14th"
    for date in context.sentence_dates(predicate.segment, verb.sent):
        span = date.mention.span
        own = host(verb.doc[date.head], lambda t, d=date: d.start <= t.i < d.end) == verb  # type: ignore[misc]
        if own and span is not None and date.mention.precision is Precision.DAY and not _is_late(verb.doc[date.head]):
            return span[1]
    return None


def _is_homeward(word: Token) -> bool:
    """Whether a word beside a verb of going says that somebody goes home, back or on ("flew on to Rome")."""
    adverb = word.dep_ in ("advmod", "prt", "npadvmod") or (
        word.dep_ == "prep" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"
    )
    return adverb and word.lower_ in HOMEWARD


def _is_late(head: Token) -> bool:
    """Whether a date only bounds the departure: "left after Monday's vote", "will return by Friday"."""
    return head.head.lower_ in OTHER_TIME | {"by", "for"}


def _state(context: ArticleContext, segment: int, token: int) -> str | None:
    """The state of a place or of a capital that is named, None where no place is."""
    mention = context.mention(segment, token)
    if mention is not None:
        return mention.country
    keys = context.actors(segment, token).entities
    return keys[0].split(":", 1)[1] if len(keys) == 1 and keys[0].startswith(f"{COUNTRY}:") else None
