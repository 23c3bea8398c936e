"""Fit the weights of kg/events/confidence.py on annotated articles, cross-validated over articles.

Usage: python -m scripts.fit_confidence [--full]. Run by hand when the extraction has changed; scikit-learn, which does it,
is not needed to use kg. With --full an event is right only where its date and status are right too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.evaluation.calibration import Bin, brier, judged_events, reliability
from kg.evaluation.score import compare
from kg.events.confidence import Features, features_of
from kg.pipeline.extraction import Extractor
from scripts.gold_sets import ROOT, GoldSet, gold_sets

TARGET = ROOT / "kg" / "events" / "confidence_weights.py"
HEADER = '''"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on {events} events of {articles} articles.
"""

from __future__ import annotations

INTERCEPT = {intercept}
WEIGHTS: dict[str, float] = {{
'''
FOLDS = 10
ROUNDS = 5  # cross-validations with other folds, averaged
STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0)  # inverse of how much weights are pulled to 0


@dataclass(frozen=True, slots=True)
class Sample:
    """An event that was found: its features, the share of it that is right, and its article."""

    features: Features
    right: float
    full: float
    article: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well confidences of articles that the weights weren't fitted on keep their word."""

    bins: Sequence[Bin]
    brier: float
    brier_of_the_mean: float
    strength: float
    above: Sequence[
        tuple[float, float, float]
    ]  # confidence at least, share of the events, share of these that is right


def samples(extractor: Extractor, sets: Sequence[GoldSet]) -> list[Sample]:
    """Extract all sets and judge each event found."""
    found: list[Sample] = []
    for one in sets:
        extraction = one.extract(extractor)
        for compared in compare(one.read(), extraction.found, Counter(), Counter()):
            rows = features_of(extraction.traces[compared.id].facts, extractor.schema.events)
            for judged in judged_events(compared):
                found.append(Sample(rows[judged.event], judged.right, judged.full, f"{one.name} {judged.article}"))
    return found


def fit(rows: np.ndarray, right: np.ndarray, strength: float) -> LogisticRegression:
    """Fit a regression to shares: each event stands once as right and once as wrong, by its share of each."""
    model = LogisticRegression(C=strength, max_iter=2000)
    twice = np.concatenate([rows, rows])
    model.fit(twice, [1] * len(rows) + [0] * len(rows), sample_weight=np.concatenate([right, 1 - right]))
    return model


def cross_validated(rows: np.ndarray, right: np.ndarray, articles: Sequence[str], strength: float) -> np.ndarray:
    """Give each event the confidence of a model that saw nothing of its article."""
    total = np.zeros(len(rows))
    for turn in range(ROUNDS):
        folds = GroupKFold(n_splits=FOLDS, shuffle=True, random_state=turn)
        for seen, unseen in folds.split(rows, groups=list(articles)):
            total[unseen] += fit(rows[seen], right[seen], strength).predict_proba(rows[unseen])[:, 1]
    return total / ROUNDS


def table(found: Sequence[Sample]) -> tuple[list[str], np.ndarray]:
    """Give the names of all features, sorted, and a row of their values for each event."""
    names = sorted({name for sample in found for name in sample.features})
    return names, np.array([[sample.features.get(name, 0.0) for name in names] for sample in found])


def calibrate(found: Sequence[Sample], *, full: bool = False) -> Calibration:
    """Cross-validate, with the strength of regularisation that does best."""
    _, rows = table(found)
    right = np.array([sample.full if full else sample.right for sample in found])
    articles = [sample.article for sample in found]
    tried = {s: cross_validated(rows, right, articles, s) for s in STRENGTHS}
    strength = min(tried, key=lambda s: _loss(tried[s], right))
    best = tried[strength]
    above = [
        (least, float(np.mean(best >= least)), float(np.mean(right[best >= least])) if (best >= least).any() else 0.0)
        for least in (0.5, 0.7, 0.8, 0.9, 0.95)
    ]
    return Calibration(
        bins=reliability(best.tolist(), right.tolist()),
        brier=brier(best.tolist(), right.tolist()),
        brier_of_the_mean=brier([float(np.mean(right))] * len(right), right.tolist()),
        strength=strength,
        above=above,
    )


def _loss(confidences: np.ndarray, right: np.ndarray) -> float:
    """Log loss."""
    clipped = np.clip(confidences, 1e-6, 1 - 1e-6)
    return float(-np.mean(right * np.log(clipped) + (1 - right) * np.log(1 - clipped)))


def write(found: Sequence[Sample], strength: float, target: Path = TARGET, *, full: bool = False) -> None:
    """Fit on everything and write the weights."""
    names, rows = table(found)
    model = fit(rows, np.array([sample.full if full else sample.right for sample in found]), strength)
    header = HEADER.format(
        events=len(found),
        articles=len({sample.article for sample in found}),
        intercept=round(float(model.intercept_[0]), 3),
    )
    lines = [
        f'    "{name}": {float(w):.3f},\n' for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= 0.001
    ]
    target.write_text(header + "".join(lines) + "}\n", encoding="utf-8")


def main() -> None:
    """Fit, say how well it does on articles not seen, and write."""
    parser = argparse.ArgumentParser(description="Fit the confidence of events, cross-validated over articles.")
    parser.add_argument("--full", action="store_true", help="right is: date and status right too")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    found = samples(Extractor.load(), list(gold_sets()))
    result = calibrate(found, full=arguments.full)
    print(
        f"{len(found)} events; strength {result.strength}; Brier {result.brier:.4f}, mean {result.brier_of_the_mean:.4f}"
    )
    for one in result.bins:
        print(f"{one.low:.2f}-{one.high:.2f}  {one.events:4d}  confidence {one.confidence:.3f}  right {one.right:.3f}")
    for least, share, right in result.above:
        print(f"at least {least:.2f}: {share:.2f} of the events, {right:.3f} right")
    if not arguments.dry:
        write(found, result.strength, full=arguments.full)
        print(f"weights written to {TARGET}")


if __name__ == "__main__":
    main()
