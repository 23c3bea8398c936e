"""Events dated by another of their sentence: "left on Monday after talks with X", "a day after meeting Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.events.attachment import host
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import When
from kg.events.times.own_date import as_when, days_from
from kg.mentions.dates.date_mention import Basis, Precision
from kg.predicates.lexicon import SAYING
from kg.predicates.predicate import Predicate
from kg.predicates.syntax import SUBJECTS, VERBAL, children

LATER = frozenset({"after", "following"})
EARLIER = frozenset({"before"})
LENGTH = re.compile(r"P(\d{1,2})([DW])")
#: Nouns of a gap within the day.
WITHIN_DAY = frozenset({"hour", "hours", "minute", "minutes"})
TELLING = SAYING | {"speak", "talk"}
#: Verbs that by themselves tell the end of a stay.
ENDS_STAY = frozenset({"leave", "depart", "return"})
MAX_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Link:
    """The word that puts an event after or before a verb, and the days between, None where nothing measures them."""

    word: Token
    verb: Token
    days: int | None
    loose: bool


def dated_by_gap(context: ArticleContext, predicate: Predicate, when: When | None, *, journey: bool) -> When | None:
    """An event's date where it is told as so long before or after what its sentence dates; else the date given.

    What is told as after something dated, nothing between, was on the same day: "flew to Oslo on Monday after a
    telephone call with X". A journey was so only where its end is dated: "returned on Monday after a visit to Y".
    """
    trigger = context.token(predicate.segment, predicate.token)
    dates = context.sentence_dates(predicate.segment, trigger.sent)
    link = _link(context, predicate.segment, trigger)
    if link is None or link.loose or any(_hangs_on(d, trigger) for d in dates):
        return when
    if link.days is None and (when is not None or not _is_same_day(trigger, link, journey)):
        return when
    own = next((d for d in dates if _hangs_on(d, link.verb)), None)
    dated = as_when(own) if own is not None else None
    if dated is None or dated.precision is not Precision.DAY:
        return when if link.days is None else None
    return _moved(dated, link)


def beside(context: ArticleContext, predicate: Predicate, *, journey: bool) -> Token | None:
    """The verb on whose day something was that is told as just after it, None where it is told otherwise."""
    trigger = context.token(predicate.segment, predicate.token)
    link = _link(context, predicate.segment, trigger)
    if link is None or link.loose or link.days or not _is_same_day(trigger, link, journey):
        return None
    return link.verb


def is_before(trigger: Token, *, journey: bool) -> bool:
    """Whether a journey, or what was done on it, is told as before something: "came on Monday after a stop in Doha"."""
    node, stop = trigger, journey
    while node.head != node:
        if stop and (node.lower_ in LATER and node.dep_ == "prep"):
            return True
        if stop and node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in LATER for c in node.children):
            return True
        stop = stop or (node.dep_ == "relcl" and any(c.lower_ == "where" for c in node.children))
        if node.pos_ in VERBAL and node.dep_ not in ("relcl", "pcomp", "advcl", "xcomp", "acl"):
            return False
        node = node.head
    return False


def _link(context: ArticleContext, segment: int, trigger: Token) -> Link | None:
    """The word of time between a trigger and the verb above it."""
    node = trigger
    for _ in range(MAX_CLIMB):
        mark = next((c for c in node.children if c.dep_ == "mark" and c.lower_ in LATER | EARLIER), None)
        if mark is not None and node.dep_ == "advcl":
            return _made(context, segment, mark, node.head, finite=True)
        if node.head == node or node.dep_ not in ("pobj", "pcomp", "dobj", "conj", "prep"):
            return None
        if node.dep_ in ("pobj", "pcomp") and node.head.lower_ in LATER | EARLIER:
            return _made(context, segment, node.head, node.head.head, finite=False)
        if node.dep_ == "prep" and node.lower_ in ("of", "from"):
            return None  # "after years of talks"
        node = node.head
    return None


def _made(context: ArticleContext, segment: int, word: Token, verb: Token, *, finite: bool) -> Link | None:
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    if verb.pos_ not in VERBAL:
        return None
    before = word.doc[word.i - 1] if word.i > word.sent.start else word
    length = next((d for d in context.lengths.get(segment, ()) if d.end == word.i), None)
    match = LENGTH.fullmatch(length.mention.value or "") if length is not None else None
    if match is not None:
        return Link(word, verb, int(match[1]) * (7 if match[2] == "W" else 1), loose=False)
    if before.lower_ == "day" and word.i > 1 and word.doc[word.i - 2].lower_ in ("the", "one", "a"):
        return Link(word, verb, 1, loose=False)
    if before.lower_ in WITHIN_DAY:
        return Link(word, verb, 0, loose=False)
    measured = length is not None or before.lower_ in ("shortly", "just", "soon", "immediately", "long")
    return Link(word, verb, None, loose=finite or (measured and before.lower_ not in ("shortly", "immediately")))


def _is_same_day(trigger: Token, link: Link, journey: bool) -> bool:
    """Whether what a word of time alone puts beside a dated verb was on its day."""
    if link.word.lower_ in EARLIER:
        return journey and link.verb.lemma_ in TELLING  # "told reporters on Thursday before leaving for Baku"
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in link.verb.children):
        return False
    if journey and not _ends(link.verb):
        return False
    return trigger.tag_ != "NNS" or trigger.lower_ == "talks"


def _ends(verb: Token) -> bool:
    home = any(c.lower_ in ("home", "back") for c in children(verb, "advmod", "prt", "npadvmod"))
    return verb.lemma_ in ENDS_STAY or home


def _hangs_on(date: PlacedDate, verb: Token) -> bool:
    doc = verb.doc
    return host(doc[date.head], lambda t: date.start <= t.i < date.end) == verb or (
        doc[date.head].head in verb.children and doc[date.head].head.dep_ in SUBJECTS
    )


def _moved(when: When, link: Link) -> When | None:
    day = days_from(when.first, (link.days or 0) * (-1 if link.word.lower_ in LATER else 1))
    return replace(when, first=day, last=day, basis=Basis.INFERRED, edtf=day.isoformat()) if day is not None else None
