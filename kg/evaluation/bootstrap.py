"""Confidence intervals by the bootstrap over articles.

Articles are drawn with replacement and scored anew; the interval holds the middle 95 % of the scores. Errors within an
article hang together, hence articles and not events. Source: Efron and Tibshirani, An Introduction to the Bootstrap
(1993), the percentile interval.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.evaluation.tallies import ACCURACIES, MEASURES, Count, Share, Tally

RESAMPLES = 1000
_SEED = 20240319  # any number will do, as long as it stays
_MIDDLE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a confidence interval."""

    low: float
    high: float


def intervals(tallies: Sequence[Tally], *, resamples: int = RESAMPLES) -> dict[str, Interval]:
    """Give the 95 % interval of the F1 of every measure and of every accuracy, by name.

    The same tallies give the same intervals.

    Examples
    --------
    >>> empty = Tally(dict.fromkeys(MEASURES, Count(1, 1, 1, 1)), dict.fromkeys(ACCURACIES, Share(1, 1)))
    >>> intervals([empty, empty], resamples=10)["tuples"]
    Interval(low=1.0, high=1.0)
    """
    rows = [_row(tally) for tally in tallies]
    width = 4 * len(MEASURES)
    drawn: dict[str, list[float]] = {name: [] for name in (*MEASURES, *ACCURACIES)}
    for sums in resampled(rows, resamples=resamples):
        for place, name in enumerate(MEASURES):
            drawn[name].append(Count(*sums[4 * place : 4 * place + 4]).f1)
        for place, name in enumerate(ACCURACIES):
            share = Share(*sums[width + 2 * place : width + 2 * place + 2])
            if share.of:
                drawn[name].append(share.value)
    return {name: middle(values) for name, values in drawn.items() if values}


def resampled(rows: Sequence[Sequence[float]], *, resamples: int = RESAMPLES) -> list[list[float]]:
    """Give the sums of the columns of rows drawn with replacement, so many times; the same rows give the same sums."""
    # The seed gives resamples that are the same everywhere; nothing secret is drawn.
    source = random.Random(_SEED)
    return [[sum(column) for column in zip(*source.choices(rows, k=len(rows)), strict=True)] for _ in range(resamples)]


def interval_of(rows: Sequence[Sequence[float]], figure: Callable[[Sequence[float]], float]) -> Interval:
    """Give the interval of a figure that is computed from the sums of columns.

    Examples
    --------
    >>> interval_of([(1, 2), (1, 2)], lambda sums: sums[0] / sums[1])
    Interval(low=0.5, high=0.5)
    """
    return middle([figure(sums) for sums in resampled(rows)])


def middle(values: Sequence[float]) -> Interval:
    """Give the interval of the middle 95 % of some values."""
    ranked = sorted(values)
    tail = (1 - _MIDDLE) / 2
    last = len(ranked) - 1
    return Interval(ranked[round(tail * last)], ranked[round((1 - tail) * last)])


def _row(tally: Tally) -> tuple[float, ...]:
    counts = (tally.counts[name] for name in MEASURES)
    shares = (tally.shares[name] for name in ACCURACIES)
    return (
        *(value for c in counts for value in (c.hit_gold, c.hit_found, c.gold, c.found)),
        *(value for s in shares for value in (s.right, s.of)),
    )
