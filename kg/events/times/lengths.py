"""How long an event lasts: "a three-day visit", "four days of talks", "for a stay of three days"."""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Token

from kg.events.attachment import OTHER_TIME, distance, host
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import When
from kg.events.times.own_date import days_from, ending
from kg.mentions.dates.date_mention import Precision
from kg.predicates.predicate import Predicate
from kg.predicates.syntax import SUBJECTS, conjuncts

DAYS = re.compile(r"P(\d{1,2})D")
#: Months and years: whoever is somewhere for so long lives there.
LONG = re.compile(r"P(?:\d+Y|(?:[3-9]|\d\d+)M|XY)")
ENDING = frozenset({"end", "conclude", "finish", "complete", "wrap", "close"})
#: Verbs that tell with "from" that a journey is over.
BACK = frozenset({"return", "come", "fly", "arrive", "get", "be", "back"})
GAPS = OTHER_TIME | {"ago", "earlier", "later"}
#: What people are on while they do other things.
TRIPS = frozenset({"visit", "trip", "tour", "journey", "mission", "swing", "voyage", "pilgrimage", "stay"})
#: Beyond this a length belongs to something else.
FAR = 2.5  # "arrived for a three-day visit"


def lasting(context: ArticleContext, predicate: Predicate, when: When | None, *, journey: bool = False) -> When | None:
    """Extend an event's first day by the length or to the end that the text gives it; other dates stay as they are.

    What is done on a journey doesn't last as long as the journey: "met on Monday during a three-day visit".
    """
    if when is None or when.precision is not Precision.DAY:
        return when
    last = _end(context, predicate, when)
    if _through_the_night(context, predicate):
        last = days_from(when.first, 1)
    if last is not None and last > when.first:
        return when.over(when.first, last)
    days = _days(context, predicate, journey=journey)
    if days is None or days < 2:
        return when
    over = _is_over(context.token(predicate.segment, predicate.token))
    other = days_from(when.first, 1 - days if over else days - 1)
    return when if other is None else when.over(min(when.first, other), max(when.first, other))


def _end(context: ArticleContext, predicate: Predicate, when: When) -> dt.date | None:
    """The last day: "begins on Thursday and ends on Saturday", "arrived on Tuesday for a visit until Thursday"."""
    trigger = context.token(predicate.segment, predicate.token)
    last = ending(context, predicate)
    for verb in conjuncts(trigger.head) if trigger.dep_ in SUBJECTS and last is None else ():
        if verb.lemma_ in ENDING and verb != trigger.head:
            last = next((d.mention.span[1] for d in _dates_on(context, predicate, verb) if d.mention.span), None)
    if last is not None and 0 < (when.first - last).days < 7:
        return days_from(last, 7)  # a bare weekday, read as before the article
    return last


def _through_the_night(context: ArticleContext, predicate: Predicate) -> bool:
    """Whether something went on "through Monday night", which ends on Tuesday."""
    trigger = context.token(predicate.segment, predicate.token)
    return any(
        trigger.doc[d.end - 1].lower_ == "night" and trigger.doc[d.start - 1].lower_ in ("through", "throughout")
        for d in _dates_on(context, predicate, trigger)
        if d.start > 0
    )


def _dates_on(context: ArticleContext, predicate: Predicate, verb: Token) -> list[PlacedDate]:
    dates = context.sentence_dates(predicate.segment, verb.sent)
    return [d for d in dates if host(verb.doc[d.head], lambda t, d=d: d.start <= t.i < d.end) == verb]  # type: ignore[misc]


def lives_there(context: ArticleContext, predicate: Predicate) -> bool:
    """Whether somebody is told to be somewhere for so long that it is no visit: "was in Warsaw for four years"."""
    trigger = context.token(predicate.segment, predicate.token)
    for length in context.lengths.get(predicate.segment, ()):
        head = trigger.doc[length.head]
        if LONG.fullmatch(length.mention.value or "") and head.head.lower_ == "for" and head.head.head == trigger:
            return True
    return False


def _is_over(trigger: Token) -> bool:
    """Whether the date is an event's last day: "left on Friday after a three-day visit", "ended a visit on Friday"."""
    node = trigger
    while node.dep_ in ("pobj", "prep") and (node.lower_ == "of" or node.head.lower_ == "of"):
        node = node.head  # "ended three days of talks"
    back = node.head.lower_ == "from" and node.head.head.lemma_ in BACK  # "returned from a five-day tour"
    return back or node.head.lower_ in ("after", "following") or node.head.lemma_ in ENDING


def _days(context: ArticleContext, predicate: Predicate, *, journey: bool) -> int | None:
    trigger = context.token(predicate.segment, predicate.token)
    for length in context.lengths.get(predicate.segment, ()):
        match = DAYS.fullmatch(length.mention.value or "")
        if match is None or not trigger.sent.start <= length.start < trigger.sent.end:
            continue
        if length.end < len(trigger.doc) and trigger.doc[length.end].lower_ in GAPS:
            continue  # "two days after"
        anchor = host(trigger.doc[length.head], lambda t, span=length: span.start <= t.i < span.end)  # type: ignore[misc]
        if not journey and anchor.lemma_ in TRIPS and _is_in_clause(anchor, trigger):
            continue
        if distance(trigger, anchor) <= FAR and not _is_another_time(trigger, anchor):
            return int(match[1])
    return None


def _is_in_clause(word: Token, trigger: Token) -> bool:
    """Whether a word is in a trigger's own clause, not in one that it only goes on from."""
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ == "VERB"), trigger)
    return verb in word.ancestors


def _is_another_time(trigger: Token, anchor: Token) -> bool:
    """Whether what a length belongs to came before or after the event: "signed it after a nine-day negotiation"."""
    node = anchor
    while node != trigger and node.head != node:
        node = node.head
        if node.lower_ in OTHER_TIME:
            return True
    return False
