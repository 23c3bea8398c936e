"""Every error of an extraction by its class, with the sentence, the rule and the reason where one is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from kg.evaluation.pairs import Match, Pair
from kg.evaluation.records import NEVER, Days, ScoredEvent
from kg.evaluation.score import Compared, common_words, judged
from kg.evaluation.traces import Trace


class ErrorClass(StrEnum):
    """What is wrong."""

    MISSED = "missed event"
    WRONG = "wrong event"
    DATE = "wrong date"
    STATUS = "wrong status"
    PLACE = "wrong place"
    DOCUMENT = "wrong document"
    EVIDENCE = "wrong evidence"
    PERSON_MISSED = "missed person"
    PERSON_WRONG = "wrong person"
    COUNTRY_MISSED = "missed country"
    COUNTRY_WRONG = "wrong country"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error. `who` are a pair's actors or one name, `gold` and `found` the values that differ.

    `why` says what is known of the cause. `rejected` are the extractor's candidates in the sentence of a missed event
    that it didn't keep, each with its reason; there are none where a file of facts is scored.
    """

    error: ErrorClass
    article: str
    who: tuple[str, ...]
    type: str | None = None
    why: str = ""
    gold: str | None = None
    found: str | None = None
    weight: float = 1.0
    sentence: str | None = None
    rule: str | None = None
    confidence: float | None = None
    rejected: tuple[Mapping[str, str], ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Give the error as plain JSON values."""
        return asdict(self)


def mistakes(compared: Compared, trace: Trace | None = None) -> Iterator[Mistake]:
    """Give all errors of one article: events, then what is wrong about those that are right, then names."""
    matched_gold = {one.gold for one in compared.matches}
    matched_found = {one.found for one in compared.matches}
    for i, pair in enumerate(compared.gold_pairs):
        if i not in matched_gold:
            yield _missed(compared, pair, trace)
    for j, pair in enumerate(compared.found_pairs):
        if j not in matched_found:
            yield _wrong(compared, pair)
    for one in compared.matches:
        yield from _details(compared, one)
    names = (
        (ErrorClass.PERSON_MISSED, compared.people_missed),
        (ErrorClass.PERSON_WRONG, compared.people_wrong),
        (ErrorClass.COUNTRY_MISSED, compared.countries_missed),
        (ErrorClass.COUNTRY_WRONG, compared.countries_wrong),
    )
    for error, group in names:
        for name in group:
            yield Mistake(error, compared.id, (name,))


def _missed(compared: Compared, pair: Pair, trace: Trace | None) -> Mistake:
    event = pair.event
    span = trace.sentence(event.evidence) if trace else None
    rejected = tuple(trace.rejected(span)) if trace else ()
    return Mistake(
        ErrorClass.MISSED,
        compared.id,
        pair.names,
        type=event.type,
        why=_why_missed(compared, pair, trace),
        gold=_told(event),
        weight=pair.weight,
        sentence=event.evidence,
        rejected=rejected,
    )


def _why_missed(compared: Compared, pair: Pair, trace: Trace | None) -> str:
    """The first cause that fits: found with others, rejected, not dated as one of several, or not seen at all."""
    event = pair.event
    if not compared.found.id:
        return "the article gave no facts"
    if any(_alike(event, other.event) for other in compared.found_pairs if other.event.type == event.type):
        return "the event was found with other actors"
    if any(pair.key == compared.gold_pairs[one.gold].key for one in compared.matches):
        return "another event of the same actors was found, this one wasn't kept apart from it"
    if trace is None:
        return ""
    span = trace.sentence(event.evidence)
    if span is None:
        return "the evidence can't be found in the article"
    if trace.reports(span, event.type):
        return "a report in the sentence was taken for another event"
    reasons = sorted({one["reason"] for one in trace.rejected(span) if one["type"] == event.type})
    return f"rejected: {'; '.join(reasons)}" if reasons else "no candidate in the sentence"


def _wrong(compared: Compared, pair: Pair) -> Mistake:
    event = pair.event
    return Mistake(
        ErrorClass.WRONG,
        compared.id,
        pair.names,
        type=event.type,
        why=_why_wrong(compared, pair),
        found=_told(event),
        weight=pair.weight,
        sentence=event.evidence,
        rule=event.rule,
        confidence=event.confidence,
    )


def _why_wrong(compared: Compared, pair: Pair) -> str:
    event = pair.event
    if any(pair.key == compared.found_pairs[one.found].key for one in compared.matches):
        return "told twice: the event was found already"
    if any(_alike(event, other.event) for other in compared.gold_pairs if other.event.type == event.type):
        return "the event has other actors"
    if any(pair.key[1:] == other.key[1:] for other in compared.gold_pairs):
        return "the actors did something else"
    return "no such event in gold"


def _details(compared: Compared, one: Match) -> Iterator[Mistake]:
    pair, other = compared.gold_pairs[one.gold], compared.found_pairs[one.found]
    for name, right in judged(compared, one).items():
        if not right:
            wanted, given = (_value(event, name) for event in (pair.event, other.event))
            yield Mistake(
                ErrorClass(f"wrong {name}"),
                compared.id,
                pair.names,
                type=pair.event.type,
                why=_difference(name, pair.event, other.event),
                gold=wanted,
                found=given,
                weight=pair.weight,
                sentence=pair.event.evidence,
                rule=other.event.rule,
                confidence=other.event.confidence,
            )


def _difference(name: str, gold: ScoredEvent, found: ScoredEvent) -> str:
    wanted, given = _value(gold, name), _value(found, name)
    if name == "status":
        return f"{given} for {wanted}"
    if given is None:
        return "none found"
    if wanted is None:
        return "gold has none"
    if name == "date" and gold.days and found.days:
        return _days_differ(gold.days, found.days)
    return "another one found"


def _days_differ(gold: Days, found: Days) -> str:
    if found[0] <= gold[0] and gold[1] <= found[1]:
        return "too wide"
    if gold[0] <= found[0] and found[1] <= gold[1]:
        return "too narrow"
    return "overlaps" if found[0] <= gold[1] and gold[0] <= found[1] else "another time"


def _value(event: ScoredEvent, name: str) -> str | None:
    if name == "date":
        return _interval(event.days)
    value: str | None = getattr(event, name)
    return value


def _told(event: ScoredEvent) -> str:
    """Give status, date and place of an event in few words."""
    return ", ".join(part for part in (event.status, _interval(event.days), event.place) if part)


def _interval(days: Days | None) -> str | None:
    if days is None:
        return None
    if days == NEVER:
        return "malformed"
    first, last = (dt.date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first}/{last}"


def _alike(one: ScoredEvent, other: ScoredEvent) -> bool:
    """Whether two events have the same sentence as evidence."""
    return bool(one.evidence and other.evidence) and common_words(one.evidence or "", other.evidence or "") >= 0.5
