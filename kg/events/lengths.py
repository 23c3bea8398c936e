"""How long an event lasts: "a three-day visit", "four days of talks", "for a stay of three days"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from spacy.tokens import Token

from kg.events.attachment import distance, host
from kg.events.context import ArticleContext
from kg.events.facts import When
from kg.mentions.dates.date_mention import Precision
from kg.predicates.predicate import Predicate

DAYS = re.compile(r"P(\d{1,2})D")
ENDING = frozenset({"end", "conclude", "finish", "complete", "wrap", "close"})
#: Beyond this a length belongs to something else.
FAR = 2.0


def lasting(context: ArticleContext, predicate: Predicate, when: When | None) -> When | None:
    """Extend an event's first day by the length that the text gives it; other dates stay as they are."""
    if when is None or when.precision is not Precision.DAY:
        return when
    days = _days(context, predicate)
    if days is None or days < 2:
        return when
    first, last = when.first, when.first + dt.timedelta(days - 1)
    if _is_over(context.token(predicate.segment, predicate.token)):
        first, last = when.first - dt.timedelta(days - 1), when.first
    return replace(
        when, first=first, last=last, precision=Precision.INTERVAL, edtf=f"{first.isoformat()}/{last.isoformat()}"
    )


def _is_over(trigger: Token) -> bool:
    """Whether the date is an event's last day: "left on Friday after a three-day visit", "ended a visit on Friday"."""
    return trigger.head.lower_ in ("after", "following") or trigger.head.lemma_ in ENDING


def _days(context: ArticleContext, predicate: Predicate) -> int | None:
    trigger = context.token(predicate.segment, predicate.token)
    for length in context.lengths.get(predicate.segment, ()):
        match = DAYS.fullmatch(length.mention.value or "")
        if match is None or not trigger.sent.start <= length.start < trigger.sent.end:
            continue
        anchor = host(trigger.doc[length.head], lambda t, span=length: span.start <= t.i < span.end)  # type: ignore[misc]
        if distance(trigger, anchor) <= FAR:
            return int(match[1])
    return None
