"""Fit the weights of kg/events/confidence.py on annotated articles, cross-validated over articles.

Usage: python -m scripts.fit_confidence [--full] [--dry]. Run by hand when the extraction has changed; scikit-learn,
which does it, is not needed to use kg. With --full an event is right only where its date and status are right too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
LEAST = (0.5, 0.7, 0.8, 0.9)  # confidences that a user may ask for at least
SMALLEST = 0.001
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
    """How well confidences keep their word on articles that they weren't fitted on.

    `mean` is the Brier score of giving every event the same confidence, the share that is right.
    """

    events: int
    bins: Sequence[Bin]
    brier: float
    mean: float
    above: Sequence[Bin]


def samples(extractor: Extractor, sets: Sequence[GoldSet]) -> list[Sample]:
    """Extract all sets and judge each event found."""
    found: list[Sample] = []
    for one in sets:
        extraction = one.extract(extractor)
        for compared in compare(one.read(), extraction.found, Counter(), Counter()):
            rows = features_of(extraction.traces[compared.id].facts)
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


def cross_validate(found: Sequence[Sample], *, full: bool = False) -> tuple[Calibration, float]:
    """Calibrate on articles left out in turn; gives the strength of regularisation that does best as well."""
    _, rows = table(found)
    right = rights(found, full=full)
    articles = [sample.article for sample in found]
    tried = {s: cross_validated(rows, right, articles, s) for s in STRENGTHS}
    strength = min(tried, key=lambda s: _loss(tried[s], right))
    return judge(tried[strength], right), strength


def on_others(found: Sequence[Sample], others: Sequence[Sample], strength: float, *, full: bool = False) -> Calibration:
    """Calibrate on sets that nothing was fitted on."""
    names, rows = table(found)
    unseen = np.array([[sample.features.get(name, 0.0) for name in names] for sample in others])
    model = fit(rows, rights(found, full=full), strength)
    return judge(model.predict_proba(unseen)[:, 1], rights(others, full=full))


def rights(found: Sequence[Sample], *, full: bool) -> np.ndarray:
    """Give the share of each event that is right."""
    return np.array([sample.full if full else sample.right for sample in found])


def judge(confidences: np.ndarray, right: np.ndarray) -> Calibration:
    """Compare confidences with the truth."""
    above = []
    for least in LEAST:
        kept = confidences >= least
        if kept.any():
            above.append(Bin(least, 1.0, int(kept.sum()), float(confidences[kept].mean()), float(right[kept].mean())))
    mean = float(np.mean(right))
    return Calibration(
        events=len(right),
        bins=reliability(confidences.tolist(), right.tolist()),
        brier=brier(confidences.tolist(), right.tolist()),
        mean=brier([mean] * len(right), right.tolist()),
        above=above,
    )


def _loss(confidences: np.ndarray, right: np.ndarray) -> float:
    """Log loss."""
    clipped = np.clip(confidences, 1e-6, 1 - 1e-6)
    return float(-np.mean(right * np.log(clipped) + (1 - right) * np.log(1 - clipped)))


def write(found: Sequence[Sample], strength: float, *, full: bool) -> None:
    """Fit on everything and write the weights."""
    names, rows = table(found)
    model = fit(rows, rights(found, full=full), strength)
    header = HEADER.format(
        events=len(found),
        articles=len({sample.article for sample in found}),
        intercept=round(float(model.intercept_[0]), 3),
    )
    weights = zip(names, model.coef_[0], strict=True)
    lines = [f'    "{name}": {float(weight):.3f},\n' for name, weight in weights if abs(weight) >= SMALLEST]
    TARGET.write_text(header + "".join(lines) + "}\n", encoding="utf-8")
    print(f"weights written to {TARGET.relative_to(ROOT)}")


def show(title: str, result: Calibration) -> None:
    """Print a reliability table."""
    print(f"{title}: {result.events} events, Brier score {result.brier:.4f} (same for all: {result.mean:.4f})")
    for one in (*result.bins, *result.above):
        bounds = f"{one.low:.2f} to {one.high:.2f}"
        print(f"  {bounds}  {one.events:4d} events  confidence {one.confidence:.3f}  right {one.right:.3f}")


def main() -> None:
    """Fit, say how well it does on articles not seen, and write."""
    parser = argparse.ArgumentParser(description="Fit the confidence of events, cross-validated over articles.")
    parser.add_argument("--full", action="store_true", help="right is: date and status right too")
    parser.add_argument("--all", action="store_true", help="fit on all sets, those kept to try it on among them")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    extractor, sets = Extractor.load(), list(gold_sets())
    found = samples(extractor, [one for one in sets if one.fitted or arguments.all])
    others = samples(extractor, [one for one in sets if not one.fitted and not arguments.all])
    result, strength = cross_validate(found, full=arguments.full)
    show(f"cross-validated, strength {strength}", result)
    if others:
        show("on other sets", on_others(found, others, strength, full=arguments.full))
    if not arguments.dry:
        write(found, strength, full=arguments.full)


if __name__ == "__main__":
    main()
