from __future__ import annotations

import importlib.util
import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluation.dates import DateSpan, interval, match_spans, same_time, score_expressions, score_texts, span_of

Row = dict[str, Any]
SCALES = {"relaxed F1": "relaxed_f1", "value F1": "value_f1", "date value recall": "date_value_recall"}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score_dates", shared / "eval" / "score_dates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _gold(shared: Path, name: str) -> list[Row]:
    path = shared / "gold" / "dates" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _perturbed(span: Row, source: random.Random) -> Row:
    values = ["2017-07", "2017-W30", "P2D", "2017-07-21", None, "2012-03-01/2012-03-04", "PRESENT_REF", 5]
    date = {"start": span["start"], "end": span["end"], "value": span.get("value"), "from": None, "to": None}
    if source.random() < 0.3:
        date["value"] = source.choice(values)
    if source.random() < 0.3:
        date["start"] += source.randint(-6, 6)
    if source.random() < 0.3:
        date["from"], date["to"] = interval(str(span.get("value"))) or ("2017-07-21", "2017-07-21")
    return date


@pytest.mark.parametrize("seed", range(3))
def test_expressions_agree_with_the_shared_scorer(scorer: ModuleType, shared: Path, seed: int) -> None:
    source = random.Random(seed)
    gold = _gold(shared, "expressions.jsonl")
    found = []
    for row in gold:
        span = {**row, "value": source.choice([*row["values"], *row["ranges"], None])}
        found.append({"id": row["id"], "dates": [_perturbed(span, source) for _ in range(source.randint(0, 2))]})
    theirs = scorer.expressions(gold, {row["id"]: row for row in found}, Counter())
    ours = score_expressions(gold, {row["id"]: [span_of(date) for date in row["dates"]] for row in found})
    assert {one.name: one.value for one in ours} == theirs


@pytest.mark.parametrize("seed", range(3))
def test_texts_agree_with_the_shared_scorer(scorer: ModuleType, shared: Path, seed: int) -> None:
    source = random.Random(seed)
    gold = _gold(shared, "timexes.jsonl")
    found = [
        {"id": row["id"], "dates": [_perturbed(t, source) for t in row["timexes"] if source.random() < 0.8]}
        for row in gold
    ]
    theirs = scorer.texts(gold, {row["id"]: row for row in found}, Counter())
    ours = {
        one.name: one.value
        for one in score_texts(gold, {row["id"]: [span_of(d) for d in row["dates"]] for row in found})
    }
    for name, other in SCALES.items():
        assert ours[name] == pytest.approx(theirs[other])
    assert ours["timexes"] == theirs["timexes"]


def test_spans_are_matched_one_to_one() -> None:
    gold = [DateSpan(0, 10, None), DateSpan(12, 20, None)]
    found = [DateSpan(0, 4, None), DateSpan(1, 10, None), DateSpan(15, 40, None)]
    assert match_spans(gold, found) == [(0, 1)]


@pytest.mark.parametrize(
    ("wanted", "value", "right"),
    [
        ("2001-Q2", "2001-04-01/2001-06-30", True),
        ("2001-06-31", "2001-06-30", False),
        ("2001-SU", "2001-SU", True),
        ("", "", False),
    ],
)
def test_values_are_the_same_where_they_name_the_same_days(wanted: str, value: str, right: bool) -> None:
    assert same_time(wanted, DateSpan(0, 1, value)) is right
