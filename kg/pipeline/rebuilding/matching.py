"""Which event of one extractor is which of another, in an article."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from kg.corpus.article import Field
from kg.events.facts import Facts, LocalEvent

Span = tuple[Field, int, int]
Pair = tuple[LocalEvent | None, LocalEvent | None]


def matched(old: Facts, new: Facts) -> Iterator[Pair]:
    """Pair the events of two extractors, in the order of the old ones, then those that are new.

    Events are one where they are of one type and told by the same words, those with the most such words first; of what
    is left, where the same take part.
    """
    pairs: dict[int, int] = {}
    for alike in (_same_words(old, new), _same_actors):
        candidates = sorted(
            (-found, i, j)
            for i, one in enumerate(old.events)
            for j, other in enumerate(new.events)
            if one.type == other.type and (found := alike(one, other))
        )
        for _, i, j in candidates:
            if i not in pairs and j not in pairs.values():
                pairs[i] = j
    for i, one in enumerate(old.events):
        yield one, new.events[pairs[i]] if i in pairs else None
    for j, other in enumerate(new.events):
        if j not in pairs.values():
            yield None, other


def tellings(facts: Facts, event: LocalEvent) -> set[Span]:
    """Give the words that tell of an event: where its triggers are."""
    reports = (facts.reports[place] for place in event.reports)
    return {(report.field, report.trigger_start, report.trigger_end) for report in reports}


def _same_words(old: Facts, new: Facts) -> Callable[[LocalEvent, LocalEvent], int]:
    """Count the words that tell of both."""
    return lambda one, other: len(tellings(old, one) & tellings(new, other))


def _same_actors(one: LocalEvent, other: LocalEvent) -> int:
    return int(_key(one) == _key(other))


def _key(event: LocalEvent) -> Hashable:
    return frozenset((filler.role, filler.entity) for filler in event.fillers)
