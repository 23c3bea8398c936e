"""What a run has done so far, in numbers that only grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K")

#: What becomes of an input.
OUTCOMES = ("new", "unchanged", "replaced", "extracted_again", "failed", "set_aside")


@dataclass(frozen=True, slots=True)
class Work:
    """Articles by what became of them, events by type and status, rejections by reason, failures by kind, and seconds.

    Examples
    --------
    >>> (Work({"new": 2}) + Work({"new": 1, "failed": 1})).articles
    {'new': 3, 'failed': 1}
    """

    articles: Mapping[str, int] = field(default_factory=dict)
    events: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)

    def __add__(self, other: Work) -> Work:
        """Add what another run has done."""
        seconds = {
            stage: self.seconds.get(stage, 0.0) + other.seconds.get(stage, 0.0)
            for stage in {**self.seconds, **other.seconds}
        }
        return Work(
            _sum(self.articles, other.articles),
            _sum(self.events, other.events),
            _sum(self.rejected, other.rejected),
            _sum(self.failures, other.failures),
            seconds,
        )


#: Is given after each article what counts the work so far, to call it when that is wanted.
AtWork = Callable[[Callable[[], Work]], None]


def _sum(one: Mapping[K, int], other: Mapping[K, int]) -> dict[K, int]:
    counts = Counter(dict(one))
    counts.update(other)
    return dict(counts)
