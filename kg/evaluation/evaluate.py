"""Gold and articles (or facts) -> scores, intervals and errors: composition of this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.bootstrap import RESAMPLES, Interval, intervals
from kg.evaluation.mistakes import Mistake, mistakes
from kg.evaluation.read import read_facts, read_gold, refuse_faults
from kg.evaluation.records import Notes, ScoredArticle, scored_article
from kg.evaluation.score import ACCURACIES, MEASURES, Tally, absences, compare, tally, total
from kg.evaluation.traces import Trace
from kg.pipeline.extraction import DEFAULT_MODEL, Extractor
from kg.pipeline.facts_format import to_fact
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.stream import Extracts, with_facts
from kg.schema.types import Schema


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How an extraction compares with gold.

    `scores` has the counts and shares by name (see `kg.evaluation.score`), `intervals` the 95 % intervals of F1s and
    accuracies. `notes` count what in the facts could not be scored, `failed` are the articles without facts.
    """

    articles: int
    scores: Tally
    intervals: Mapping[str, Interval]
    mistakes: tuple[Mistake, ...]
    notes: Mapping[str, int]
    failed: tuple[Failure, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """Give a row a measure: F1 with precision and recall, or an accuracy; what gold has nothing of is left out."""
        rows: list[dict[str, object]] = []
        for name in MEASURES:
            count = self.scores.counts[name]
            if count.gold or count.found:
                parts = {"precision": count.precision, "recall": count.recall, "gold": count.gold, "found": count.found}
                rows.append({"measure": name, "figure": "f1", "value": count.f1, **self._bounds(name), **parts})
        for name in ACCURACIES:
            share = self.scores.shares[name]
            if share.of:
                figures = {"value": share.value, **self._bounds(name), "gold": share.of}
                rows.append({"measure": name, "figure": "accuracy", **figures})
        return rows

    def _bounds(self, name: str) -> dict[str, float]:
        return {"low": self.intervals[name].low, "high": self.intervals[name].high}

    def errors(self) -> list[dict[str, object]]:
        """Give a row for each class of error and its cause: how often, and with what weight, the frequent first."""
        numbers: Counter[tuple[str, str]] = Counter()
        weights: Counter[tuple[str, str]] = Counter()
        for one in self.mistakes:
            numbers[one.error, one.why] += 1
            weights[one.error, one.why] += one.weight  # type: ignore[assignment]
        return [
            {"error": error, "why": why, "number": number, "weight": float(weights[error, why])}
            for (error, why), number in sorted(numbers.items(), key=lambda item: (-weights[item[0]], item[0]))
        ]

    def as_dict(self) -> dict[str, object]:
        """Give the evaluation as plain JSON values; without the single errors."""
        return {
            "articles": self.articles,
            "scores": self.rows(),
            "errors": self.errors(),
            "notes": dict(self.notes),
            "failed": [{"origin": f.origin, "message": f.message} for f in self.failed],
        }


def evaluate(
    gold: Path,
    articles: Sequence[str],
    *,
    schema: Path | None = None,
    model: str = DEFAULT_MODEL,
    progress: Callable[[int], None] | None = None,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Extract articles and score what comes out.

    Parameters
    ----------
    gold
        A JSON Lines file of annotations.
    articles
        Files, folders, or "-" for standard input, with the articles that gold is of; others are skipped.
    progress
        Is told the number of articles done, after each.

    Raises
    ------
    InputError
        The gold can't be read or has a fault. An article that can't be read counts as not found, and is told.
    SchemaError, ModelError
        The schema has a fault, the model can't be loaded.
    """
    wanted = read_gold(gold)
    return evaluate_with(Extractor.load(schema, model), gold, wanted, articles, progress=progress, resamples=resamples)


class _Loaded(Extracts):
    """What is needed of an extractor here: the stream of facts, and the schema that they are written with."""

    schema: Schema


def evaluate_with(
    extractor: Extractor,
    gold: Path,
    wanted: Sequence[ScoredArticle],
    articles: Sequence[str],
    *,
    progress: Callable[[int], None] | None = None,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Do what `evaluate` does, with an extractor that is loaded and gold that is read."""
    ids = {article.id for article in wanted}
    read = Inputs(articles)
    notes: Notes = Counter()
    found: dict[str, ScoredArticle] = {}
    traces: dict[str, Trace] = {}
    skipped = 0

    def of_gold() -> Iterable:
        nonlocal skipped
        for article in read:
            if article.id in ids:
                yield article
            else:
                skipped += 1

    for article, facts in with_facts(extractor, of_gold()):
        if isinstance(facts, Failure):
            read.failed.append(facts)
            continue
        found[article.id] = scored_article(dict(to_fact(article, facts, schema=extractor.schema)), notes)
        traces[article.id] = Trace(article, facts, extractor.schema)
        if progress:
            progress(len(found))
    return _evaluation(gold, wanted, found, notes, traces=traces, failed=tuple(read.failed), resamples=resamples)
