"""What a run has done so far, in numbers that only grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self, TypeVar

from kg.pipeline.failure import Failure
from kg.pipeline.openmetrics import flat

K = TypeVar("K")
V = TypeVar("V", int, float)

#: What becomes of an input.
OUTCOMES = ("new", "unchanged", "replaced", "extracted_again", "failed", "set_aside")


@dataclass(frozen=True, slots=True)
class Work:
    """Articles by what became of them, events by type and status, rejections by reason, failures by kind, and seconds.

    `committed` counts, while a run on a cluster goes on, the shards that are extracted and the rows in them.

    Examples
    --------
    >>> (Work({"new": 2}) + Work({"new": 1, "failed": 1})).articles
    {'new': 3, 'failed': 1}
    """

    articles: Mapping[str, int] = field(default_factory=dict)
    events: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    committed: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        articles: Mapping[str, int],
        events: Mapping[str, Mapping[str, int]],
        rejected: Mapping[str, int],
        failed: Iterable[Failure],
        seconds: Mapping[str, float],
    ) -> Self:
        """Give what a run counts: events by type, then by status, and what failed as it is reported."""
        return cls(articles, flat(events), dict(rejected), Counter(failure.kind for failure in failed), seconds)

    def __add__(self, other: Work) -> Work:
        """Add what another run has done."""
        return Work(
            _sum(self.articles, other.articles),
            _sum(self.events, other.events),
            _sum(self.rejected, other.rejected),
            _sum(self.failures, other.failures),
            _sum(self.seconds, other.seconds),
            _sum(self.committed, other.committed),
        )


#: Is given after each article what counts the work so far, to call it when that is wanted.
AtWork = Callable[[Callable[[], Work]], None]


def _sum(one: Mapping[K, V], other: Mapping[K, V]) -> dict[K, V]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in {**one, **other}}
