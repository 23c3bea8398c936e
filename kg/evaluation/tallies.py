"""Counts of what is right, to be added up over articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.records import TYPES

MEASURES = ("people", "countries", "tuples", "full", *TYPES)
DETAILS = ("place", "document", "evidence")
ACCURACIES = ("date", "status", *DETAILS)


@dataclass(frozen=True, slots=True)
class Count:
    """Weights: of gold that was found, of what was found that is in gold, of all gold, of all found."""

    hit_gold: float = 0.0
    hit_found: float = 0.0
    gold: float = 0.0
    found: float = 0.0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 of nothing."""
        return self.hit_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found; 0 of nothing."""
        return self.hit_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.hit_gold + other.hit_gold,
            self.hit_found + other.hit_found,
            self.gold + other.gold,
            self.found + other.found,
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a weight is right."""

    right: float = 0.0
    of: float = 0.0

    @property
    def value(self) -> float:
        """The accuracy; 0 of nothing."""
        return self.right / self.of if self.of else 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one article or of many, by the names of MEASURES and of ACCURACIES."""

    counts: Mapping[str, Count]
    shares: Mapping[str, Share]


def total(tallies: Sequence[Tally]) -> Tally:
    """Add up the counts of articles."""
    counts = {name: sum((t.counts[name] for t in tallies), Count()) for name in MEASURES}
    shares = {name: sum((t.shares[name] for t in tallies), Share()) for name in ACCURACIES}
    return Tally(counts, shares)
