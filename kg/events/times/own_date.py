"""Which date of a sentence is an event's own."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from kg.events.attachment import distance, host
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import When
from kg.events.times.rereading import on_side
from kg.events.times.when_clauses import moment_of
from kg.mentions.dates.date_mention import Basis, Precision
from kg.predicates.lexicon import SAYING
from kg.predicates.predicate import Modality, Predicate, Tense
from kg.predicates.syntax import RELATIVES, SUBJECTS, VERBAL

#: Beyond this a date belongs to something else in the sentence.
FAR = 6.0
#: The cost of a date that the parser hung too high.
INSIDE = 3.0
#: The cost of a date for which an event noun is said to be set.
SCHEDULED = 0.5
BEGINNING = frozenset({"begin", "start", "open"})
#: Nouns of a journey that a verb of going may have for its purpose.
STAYS = frozenset({"visit", "stay", "trip", "tour", "stop", "stopover"})
#: Verbs that say when an event is due.
SCHEDULING = frozenset({"schedule", "set", "fix", "plan", "slate", "time", "pencil", "book", "arrange", "hold", "take"})
#: Words that count a visit or meeting from a time on.
COUNTING = frozenset({"first", "second", "third", "fourth", "fifth", "only", "last", "latest", "high"})
#: Prepositions whose date is the last of a time.
UNTIL = frozenset({"until", "till", "til", "through"})


def when_of(context: ArticleContext, predicate: Predicate) -> When | None:
    """The date that a predicate's clause gives it, None where its sentence has none for it."""
    segment = predicate.segment
    trigger = context.token(segment, predicate.token)
    known = context.sentence_dates(segment, trigger.sent)
    if (moment := moment_of(trigger, known)) is not None:
        read = _read(moment, predicate, context.published)
        return as_when(read) if read is not None else None
    dates = [
        read
        for d in known
        if not _is_bound(trigger, trigger.doc[d.head])
        and not _is_behind_since(trigger, d)
        and (read := _read(d, predicate, context.published)) is not None
        and (read == d or not _cost(trigger, d))
    ]
    ranked = sorted((_cost(trigger, d), abs(d.head - trigger.i), d.start) for d in dates)
    if not ranked or ranked[0][0] >= FAR:
        return None
    best = next(d for d in dates if d.start == ranked[0][2])
    return _until_now(as_when(best), trigger.doc[best.head], context.published)


def _until_now(when: When | None, head: Token, published: dt.date | None) -> When | None:
    """What has gone on "since Friday" lasts to the publication."""
    if when is None or published is None or head.head.lower_ != "since" or published <= when.first:
        return when
    return when.over(when.first, published)


def days_from(day: dt.date, days: int) -> dt.date | None:
    """The day so many days on, None beyond the ends of the calendar."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return None


def ending(context: ArticleContext, predicate: Predicate) -> dt.date | None:
    """The day up to which something lasts: "will stay until Friday", "a visit lasting through May 5"."""
    trigger = context.token(predicate.segment, predicate.token)
    for date in context.sentence_dates(predicate.segment, trigger.sent):
        head = trigger.doc[date.head].head
        if head.lower_ in UNTIL and date.mention.span is not None:
            node = host(trigger.doc[date.head], lambda t, span=date: span.start <= t.i < span.end)  # type: ignore[misc]
            while node != trigger and node.dep_ in ("acl", "relcl", "pobj", "prep", "dobj"):
                node = node.head
            if node == trigger:
                return date.mention.span[1]
    return None


def _read(date: PlacedDate, predicate: Predicate, published: dt.date | None) -> PlacedDate | None:
    """A date on the side of the publication that the tense tells: what will be isn't past, and so on; None on none."""
    span = date.mention.span
    if published is None or span is None:
        return date
    to_come = predicate.modality in (Modality.PLANNED, Modality.POSSIBLE) and predicate.tense in (
        Tense.FUTURE,
        Tense.PRESENT,
    )
    if to_come and span[1] < published:
        return on_side(date, published, past=False)
    if predicate.modality is Modality.ASSERTED and predicate.tense is Tense.PAST and span[0] > published:
        return on_side(date, published, past=True)
    return date


def _is_bound(trigger: Token, head: Token) -> bool:
    """Whether a date only bounds a time: "for the first time since 1949"; a perfect ("here since Monday") says when."""
    bounding = head.head.lower_ == "since" or head.lower_ == "since"
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in VERBAL), trigger)
    return bounding and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _is_behind_since(trigger: Token, date: PlacedDate) -> bool:
    """Whether a date stands behind "since" of a noun that counts: "his first visit since the two fell out in 2017"."""
    if trigger.pos_ != "NOUN" or not any(c.lemma_ in COUNTING for c in trigger.children):
        return False
    between = list(trigger.doc[trigger.i + 1 : date.start])
    since = next((t.i for t in between if t.lower_ == "since"), None)
    return since is not None and any(t.i > since and t.pos_ == "VERB" and t.dep_ != "amod" for t in between)


def _cost(trigger: Token, date: PlacedDate) -> float:
    doc = trigger.doc
    anchor = host(doc[date.head], lambda t: date.start <= t.i < date.end)
    cost = SCHEDULED if _is_scheduled(trigger, anchor) else distance(trigger, anchor)
    return min(cost, INSIDE) if _in_that_clause(trigger, date) else cost


def _is_scheduled(trigger: Token, anchor: Token) -> bool:
    """Whether a verb says of an event noun before it when it is due: "talks with Iran, which had been set for Friday".

    Which noun of the phrase the parser hung the clause on is left open: dates are set for events.
    """
    if anchor.lemma_ not in SCHEDULING | BEGINNING or not trigger.i < anchor.i:
        return False
    if trigger.pos_ in VERBAL:  # "flies to Warsaw for a two-day stay that begins on Thursday"
        noun = anchor.head
        purpose = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on") and noun.head.head == trigger
        return purpose and anchor.dep_ in ("relcl", "acl") and noun.lemma_ in STAYS
    if trigger.pos_ != "NOUN":
        return False
    told_of_it = anchor.dep_ in ("relcl", "acl") or (anchor.dep_ == "advcl" and anchor.tag_ == "VBN")
    if anchor.dep_ == "relcl" and not any(c.lower_ in RELATIVES and c.dep_ in SUBJECTS for c in anchor.children):
        return False
    between = trigger.doc[trigger.i + 1 : anchor.i]
    return told_of_it and not any(t.pos_ in VERBAL and t.head != anchor for t in between)


def _in_that_clause(trigger: Token, date: PlacedDate) -> bool:
    """Whether a date stands between the "that" of a verb of saying and the trigger, no other verb between.

    The order of words is surer here than the parser, which may hang the date on the verb of saying.
    """
    doc, sentence = trigger.doc, trigger.sent
    if date.end > trigger.i or any(t.pos_ == "VERB" and t != trigger for t in doc[date.end : trigger.i]):
        return False
    openings = [
        t.i
        for t in doc[sentence.start : date.start]
        if t.lower_ == "that" and t.i > 0 and doc[t.i - 1].lemma_ in SAYING
    ]
    return bool(openings) and not any(t.pos_ == "VERB" for t in doc[openings[-1] : date.start])


def as_when(date: PlacedDate) -> When | None:
    """A date as an event's time."""
    mention, span = date.mention, date.mention.span
    if span is None:
        return None
    first, last = span
    interval = f"{first.isoformat()}/{last.isoformat()}"
    return When(
        first=first,
        last=last,
        precision=Precision.INTERVAL if mention.extent else mention.precision or Precision.INTERVAL,
        basis=mention.basis or Basis.EXPLICIT,
        edtf=interval if mention.extent or not mention.edtf else mention.edtf,
        text=mention.text,
    )
