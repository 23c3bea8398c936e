"""When a gathering is: which of the dates around its noun are its own."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.events.facts import When
from kg.events.gatherings.words import ATTENDING, AVOIDING, BESIDES, COMING, HOSTING, OTHER_TIMES
from kg.events.times.lengths import ENDING, lasting
from kg.events.times.narrative import Setting
from kg.events.times.own_date import when_of
from kg.predicates.predicate import Predicate
from kg.predicates.syntax import ancestors


def own_time(context: ArticleContext, predicate: Predicate, settings: Sequence[Setting]) -> When | None:
    """The date of a gathering, with its length; None where the clause's date is of something else.

    "Joined the talks on Saturday", "met on Monday on the sidelines of the summit" and "the summit ends on Sunday" say
    nothing of when it began.
    """
    noun = context.token(predicate.segment, predicate.token)
    when = when_of(context, predicate)
    if when is not None and (is_by_the_way(noun) or noun.head.lemma_ in ENDING | {"join"}):
        return None
    if noun.head.lower_ == "for" and noun.head.head.lemma_ in COMING and not _has_own_date(context, predicate):
        return None  # "arrived on Monday for a summit": the summit may be later
    number = context.sentence_number(predicate.segment, predicate.token)
    headed = (s for s in settings if s.side is None and s.last is not None and s.sentence <= number <= s.last)
    if when is None and not is_by_the_way(noun):
        when = next((s.when for s in headed), None)
    return lasting(context, predicate, when)


def is_by_the_way(noun: Token) -> bool:
    """Whether a clause only mentions a gathering: "on the sidelines of the summit", "ahead of the talks"."""
    above = [t for _, t in zip(range(3), ancestors(noun), strict=False)]
    return bool(above) and above[0].pos_ in ("ADP", "SCONJ") and any(t.lower_ in BESIDES | OTHER_TIMES for t in above)


def is_of_guests(noun: Token) -> bool:
    """Whether a clause tells of those who come to a gathering, so that it may be off for them and not for others."""
    verbs = [t for _, t in zip(range(3), ancestors(noun), strict=False) if t.pos_ == "VERB"]
    return bool(verbs) and verbs[0].lemma_ in (ATTENDING | AVOIDING | {"invite", "participate", "take"}) - HOSTING


def _has_own_date(context: ArticleContext, predicate: Predicate) -> bool:
    """Whether a date stands within the phrase of a noun: "arrived for a summit on Tuesday"."""
    noun = context.token(predicate.segment, predicate.token)
    dates = context.sentence_dates(predicate.segment, noun.sent)
    return any(d.start > noun.i and noun.is_ancestor(noun.doc[d.head]) for d in dates)
