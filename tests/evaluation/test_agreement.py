"""The scores are those of the scorer in ../shared, on the gold there and on facts that are wrong in many ways."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluation.read import read_gold
from kg.evaluation.records import Notes, scored_article
from kg.evaluation.score import compare, tally
from kg.evaluation.tallies import ACCURACIES, MEASURES, total

GOLDS = ("wire", "open")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _agree(scorer: ModuleType, path: Path, facts: list[Row]) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    theirs_notes: Counter[str] = Counter()
    theirs, _ = scorer.score(rows, facts, theirs_notes)
    notes: Notes = Counter()
    found = {row["id"]: scored_article(row, notes) for row in facts}
    ours = total([tally(one) for one in compare(read_gold(path), found, notes, Counter())])
    for name in MEASURES:
        count = ours.counts[name]
        figures = [count.precision, count.recall, count.f1, count.gold, count.found]
        assert figures == pytest.approx(list(theirs[name].values()), abs=1e-12), name
    for name in ACCURACIES:
        share = ours.shares[name]
        wanted = theirs.get(f"{name}_accuracy")
        assert (share.value if share.of else None) == (wanted if wanted is None else pytest.approx(wanted, abs=1e-12))
    told = {text: number for text, number in (+theirs_notes).items() if "article" not in text}
    assert dict(+notes) == told


@pytest.mark.parametrize("name", GOLDS)
def test_gold_against_itself(scorer: ModuleType, shared: Path, name: str) -> None:
    path = shared / "gold" / name / "gold.jsonl"
    _agree(scorer, path, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])


@pytest.mark.parametrize("name", GOLDS)
@pytest.mark.parametrize("seed", range(5))
def test_perturbed_facts(scorer: ModuleType, shared: Path, name: str, seed: int) -> None:
    path = shared / "gold" / name / "gold.jsonl"
    source = random.Random(seed)
    facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    _agree(scorer, path, [_perturbed(row, source, 0.02 + 0.1 * seed) for row in facts if source.random() > 0.05])


def _perturbed(row: Row, source: random.Random, rate: float) -> Row:
    def hit() -> bool:
        return source.random() < rate

    row = copy.deepcopy(row)
    names = [person["name"] for person in row["people"]] or ["Nobody"]
    for person in row["people"]:
        if hit():
            person["name"] = source.choice(RENAMINGS)(person["name"], names, source)
    row["people"] = [person for person in row["people"] if not hit()] + row["people"][: int(hit())]
    row["countries"] = [code for code in row["countries"] if not hit()] + ["FJ"] * int(hit())
    events = [copy.deepcopy(event) for event in row["events"] * 2 if source.random() > 0.5]
    for event in events:
        _perturb(event, names, source, rate)
    row["events"] = events + [source.choice(["x", {}, {"type": "battle"}, {"type": 4}])] * int(hit())
    for key in ("people", "countries", "events"):
        if source.random() < rate / 20:
            row[key] = source.choice([None, "x", {}, [1, "x"]])
    return row


def _perturb(event: Row, names: list[str], source: random.Random, rate: float) -> None:
    def hit() -> bool:
        return source.random() < rate

    for actor in event["participants"]:
        if hit():
            actor["name"] = source.choice(RENAMINGS)(actor["name"], names, source)
        if hit():
            actor["type"] = source.choice(["person", "country", "organization", "place", "ship", None, 7])
    for key, values in SPOILT.items():
        if hit():
            event[key] = source.choice(values)
    if hit():
        event["participants"] = source.choice([[], None, "x", event["participants"][:1], [*event["participants"], 5]])


RENAMINGS: list[Callable[[str, list[str], random.Random], Any]] = [
    lambda name, _, __: name.split()[-1],
    lambda name, _, __: name.split()[0],
    lambda name, _, __: " ".join(reversed(name.split())),
    lambda name, _, __: f"President {name}",
    lambda name, _, __: f"{name[0]}. {name.split()[-1]}",
    lambda name, _, __: name.replace("-", " ").upper(),
    lambda name, _, __: f"{name.split()[0]} X. {name.split()[-1]}",
    lambda name, _, __: " ".join(name.split()[:-1]) or "x",
    lambda _, names, source: source.choice(names),
    lambda _, __, ___: "Ötzi Ørsted’s",
    lambda _, __, ___: "European Union",
    lambda _, __, ___: "EU",
    lambda _, __, ___: "",
    lambda _, __, ___: None,
]
SPOILT: dict[str, list[Any]] = {
    "type": ["visit", "meet", "call", "sign", "battle", None, 3],
    "status": ["occurred", "ongoing", "planned", "possible", "negated", "done", None, 1],
    "date": [
        None,
        {"start": None, "end": None},
        {"start": "2024-05-16", "end": "2024-05-31"},
        {"start": "2015-11-01", "end": None},
        {"start": "2015-11-31", "end": "2015-12-01"},
        {"start": "2016-11-01", "end": "2015-12-01"},
        {"start": "November", "end": "November"},
        {"start": 5, "end": "2015-12-01"},
        "2015-11-07",
    ],
    "place": [None, "Geneva", "Singapore", "", 4],
    "document": [None, "agreement", "a joint statement on the peaceful use of nuclear energy", 4],
    "evidence": [None, "The two leaders met.", "", 4],
}
