"""What of an article's events one extractor tells otherwise than another, and what each says for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, LocalEvent
from kg.pipeline.rebuilding.matching import matched, tellings

#: Facts beside events, by which two extractors can differ.
_OTHERS = ("entities", "mentions", "countries", "dates", "rejected")


class Kind(StrEnum):
    """What became of an event."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Aspect(StrEnum):
    """In what an event differs."""

    STATUS = "status"
    DATE = "date"
    PARTICIPANTS = "participants"
    PLACE = "place"
    DOCUMENT = "document"
    SENTENCES = "sentences"  # others tell of it
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class EventState:
    """An event as an extractor told it, with the sentence that is its evidence."""

    status: str
    date: str | None
    participants: tuple[tuple[str, str], ...]
    place: str | None
    document: str | None
    confidence: float
    sentence: str


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that is told otherwise.

    `before` is None of one that is added, `after` of one that is removed. `rejected` is the reason for which the
    extractor that doesn't tell of it set aside what the other one took for it; None where it never came into question.
    """

    article: str
    type: str
    kind: Kind
    aspects: tuple[Aspect, ...]
    before: EventState | None
    after: EventState | None
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What differs between two extractors in an article: events, how many are alike, and which other facts differ."""

    article: str
    events: tuple[EventChange, ...]
    same: int
    others: tuple[str, ...]


def changes(article: Article, old: Facts, new: Facts) -> ArticleChange:
    """Compare what two extractors say of an article.

    Examples
    --------
    >>> quiet = Facts("a1", None, (), (), (), (), (), (), ())
    >>> changes(Article("a1", "Geneva was quiet."), quiet, quiet)
    ArticleChange(article='a1', events=(), same=0, others=())
    """
    before, after = _Told(article, old), _Told(article, new)
    found = []
    same = 0
    for one, other in matched(old, new):
        aspects = _aspects(before, after, one, other) if one and other else ()
        if one and other and not aspects:
            same += 1
        else:
            found.append(_change(before, after, one, other, aspects))
    others = tuple(name for name in _OTHERS if getattr(old, name) != getattr(new, name))
    return ArticleChange(article.id, tuple(found), same, others)


class _Told:
    """The facts of an article, and how to show them."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self.article = article
        self.facts = facts
        self._names = {entity.key: entity.names[0] for entity in facts.entities if entity.names}

    def state(self, event: LocalEvent) -> EventState:
        main = self.facts.reports[event.main]
        text = self.article.title if main.field is Field.TITLE else self.article.text
        place = event.location
        return EventState(
            status=event.status.value,
            date=event.when.edtf if event.when else None,
            participants=tuple(sorted((f.role, self._names.get(f.entity, f.entity)) for f in event.fillers)),
            place=self._names.get(place.entity or "", place.text) if place else None,
            document=event.document,
            confidence=round(event.confidence, 3),
            sentence=" ".join(text[main.start : main.end].split()),
        )

    def sentences(self, event: LocalEvent) -> set[tuple[Field, int, int]]:
        reports = (self.facts.reports[place] for place in event.reports)
        return {(report.field, report.start, report.end) for report in reports}

    def rejection(self, theirs: Facts, event: LocalEvent) -> str | None:
        """Give the reason for which these facts set aside what others took for an event."""
        spans = tellings(theirs, event)
        for candidate in self.facts.rejected:
            if candidate.type == event.type and (candidate.field, candidate.start, candidate.end) in spans:
                return candidate.reason.value
        return None


def _change(
    before: _Told, after: _Told, one: LocalEvent | None, other: LocalEvent | None, aspects: tuple[Aspect, ...]
) -> EventChange:
    event = one or other
    assert event is not None
    rejected = None
    if one is None:
        rejected = before.rejection(after.facts, event)
    elif other is None:
        rejected = after.rejection(before.facts, event)
    return EventChange(
        article=before.article.id,
        type=event.type,
        kind=Kind.ADDED if one is None else Kind.REMOVED if other is None else Kind.CHANGED,
        aspects=aspects,
        before=before.state(one) if one else None,
        after=after.state(other) if other else None,
        rejected=rejected,
    )


def _aspects(before: _Told, after: _Told, one: LocalEvent, other: LocalEvent) -> tuple[Aspect, ...]:
    differ: Mapping[Aspect, bool] = {
        Aspect.STATUS: one.status is not other.status,
        Aspect.DATE: _dates(one) != _dates(other),
        Aspect.PARTICIPANTS: _actors(one) != _actors(other),
        Aspect.PLACE: one.location != other.location,
        Aspect.DOCUMENT: (one.document, one.document_named) != (other.document, other.document_named),
        Aspect.SENTENCES: before.sentences(one) != after.sentences(other),
        Aspect.CONFIDENCE: one.confidence != other.confidence,
    }
    return tuple(aspect for aspect, does in differ.items() if does)


def _dates(event: LocalEvent) -> object:
    return None if event.when is None else (event.when.first, event.when.last, event.when.precision, event.when.basis)


def _actors(event: LocalEvent) -> frozenset[tuple[str, str]]:
    return frozenset((filler.role, filler.entity) for filler in event.fillers)


def shown(change: EventChange) -> Iterator[tuple[str, str, str]]:
    """Give in words what differs: the aspect, what was told before, and what is told now."""
    for aspect in change.aspects:
        if aspect is not Aspect.SENTENCES and change.before and change.after:
            yield aspect.value, _word(change.before, aspect), _word(change.after, aspect)


def _word(state: EventState, aspect: Aspect) -> str:
    if aspect is Aspect.PARTICIPANTS:
        return ", ".join(f"{role} {name}" for role, name in state.participants)
    value = getattr(state, aspect.value)
    return "–" if value is None else str(value)
