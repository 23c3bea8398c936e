"""The result of an evaluation, as rows for a table and as JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.evaluation.bootstrap import Interval
from kg.evaluation.mistakes import Mistake
from kg.evaluation.tallies import ACCURACIES, MEASURES, Tally
from kg.pipeline.failure import Failure

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How an extraction compares with gold.

    `scores` has the counts and shares of all articles by name (see `kg.evaluation.tallies`), `intervals` the 95 %
    intervals of the F1s and accuracies. `notes` count what could not be scored, `failed` are articles without facts.
    """

    articles: int
    scores: Tally
    intervals: Mapping[str, Interval]
    mistakes: tuple[Mistake, ...]
    notes: Mapping[str, int]
    failed: tuple[Failure, ...] = ()

    def rows(self) -> list[Row]:
        """Give a row a measure: F1 with precision and recall, or an accuracy. What nobody has any of is left out."""
        rows: list[Row] = []
        for name in MEASURES:
            count = self.scores.counts[name]
            if count.gold or count.found:
                parts = {"precision": count.precision, "recall": count.recall, "gold": count.gold, "found": count.found}
                rows.append({"measure": name, "figure": "F1", "value": count.f1, **self._bounds(name), **parts})
        for name in ACCURACIES:
            share = self.scores.shares[name]
            if share.of:
                figures = {"value": share.value, **self._bounds(name), "matched": share.of}
                rows.append({"measure": name, "figure": "accuracy", **figures})
        return rows

    def _bounds(self, name: str) -> dict[str, float]:
        interval = self.intervals.get(name, Interval(0.0, 1.0))
        return {"low": interval.low, "high": interval.high}

    def errors(self) -> list[Row]:
        """Give a row for each class of error and what is known of its cause, those of most weight first."""
        groups: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
        for one in self.mistakes:
            groups[one.error.value, one.why].append(one)
        rows: list[Row] = [
            {"error": error, "why": why, "number": len(group), "weight": sum(one.weight for one in group)}
            for (error, why), group in sorted(
                groups.items(), key=lambda item: (-sum(m.weight for m in item[1]), item[0])
            )
        ]
        return rows

    def as_dict(self) -> Row:
        """Give the evaluation as plain JSON values, without the single errors."""
        return {
            "articles": self.articles,
            "scores": self.rows(),
            "errors": self.errors(),
            "notes": dict(self.notes),
            "failed": [{"origin": f.origin, "message": f.message} for f in self.failed],
        }
