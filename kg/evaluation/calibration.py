"""Whether a confidence keeps its word: of the events at 0.9, nine of ten should be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.evaluation.score import Compared

_BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was found: its place among the events of its article, and how much of it is right.

    `right` is the share of its pairs that gold has, `full` the share of those with date and status right as well.
    """

    article: str
    event: int
    right: float
    full: float


@dataclass(frozen=True, slots=True)
class Bin:
    """The events of a range of confidence: how sure the extractor was of them, and how many were right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


def judged_events(compared: Compared) -> Iterator[Judged]:
    """Judge the events found in an article. Those without a pair (one actor alone, another type) are left out."""
    matched = {one.found: one for one in compared.matches}
    for place, event in enumerate(compared.found.events):
        pairs = [j for j, pair in enumerate(compared.found_pairs) if pair.event is event]
        if pairs:
            right = [matched[j] for j in pairs if j in matched]
            full = [one for one in right if one.date_right and one.status_right]
            yield Judged(compared.id, place, len(right) / len(pairs), len(full) / len(pairs))


def reliability(confidences: Sequence[float], right: Sequence[float]) -> list[Bin]:
    """Sort events into bins of confidence, and give for each how sure and how right they are; empty bins are left out.

    Examples
    --------
    >>> reliability([0.92, 0.94, 0.3], [1.0, 0.0, 0.0])[-1]
    Bin(low=0.9, high=0.95, events=2, confidence=0.93, right=0.5)
    """
    bins = []
    for low, high in pairwise(_BOUNDS):
        inside = [i for i, c in enumerate(confidences) if low <= c < high or c == high == _BOUNDS[-1]]
        if inside:
            mean = sum(confidences[i] for i in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), round(mean, 6), sum(right[i] for i in inside) / len(inside)))
    return bins


def brier(confidences: Sequence[float], right: Sequence[float]) -> float:
    """Give the mean squared difference of confidence and truth: 0 is perfect (Brier 1950)."""
    return sum((c - r) ** 2 for c, r in zip(confidences, right, strict=True)) / len(right) if right else 0.0
