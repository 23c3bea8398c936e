"""Events put off to another date are due then: "postponed the talks until April", "moved to May 5"."""

from __future__ import annotations

import datetime as dt

from kg.events.attachment import host
from kg.events.context import ArticleContext
from kg.events.facts import When
from kg.events.times.own_date import as_when
from kg.predicates.factuality import verb_modality
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.syntax import VERBAL

#: Verbs that put an event off or forward; "put" does with "off" or "back".
POSTPONING = frozenset({"postpone", "delay", "defer", "reschedule", "move", "shift", "push"})
TO = frozenset({"to", "until", "till", "for"})


def put_off(context: ArticleContext, predicate: Predicate, published: dt.date | None) -> When | None:
    """The new date of an event that a verb above its noun puts off, None where it isn't or nobody says until when."""
    if predicate.kind is not PredicateKind.NOUN or not predicate.governors:
        return None
    noun = context.token(predicate.segment, predicate.token)
    verb = context.token(predicate.segment, predicate.governors[0])
    moves = verb.lemma_ in POSTPONING or (
        verb.lemma_ == "put" and any(c.lower_ in ("off", "back") for c in verb.children)
    )
    if verb.pos_ not in VERBAL or not moves or noun.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return None
    if verb_modality(verb) is not Modality.ASSERTED:
        return None
    for date in context.sentence_dates(predicate.segment, verb.sent):
        head = verb.doc[date.head]
        when = as_when(date)
        to = head.head.lower_ in TO and date.start > verb.i
        own = host(head, lambda t, d=date: d.start <= t.i < d.end) == verb  # type: ignore[misc]
        if to and own and when is not None and (published is None or when.last >= published):
            return when
    return None
