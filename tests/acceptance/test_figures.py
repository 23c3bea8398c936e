"""The figures that must not slip: what `kg extract` finds in the gold articles, as the shared scorer counts it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

KG = [sys.executable, "-m", "kg"]

FLOORS = {
    "wire": {"people": 0.96, "countries": 0.98, "tuples": 0.75, "full": 0.62},
    "open": {"people": 0.96, "countries": 0.98, "tuples": 0.75},
}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, dict[str, float]]]:
    """Name of a gold set and its figures."""
    gold = shared / "gold" / request.param
    facts = tmp_path_factory.mktemp(request.param) / "facts.jsonl"
    arguments = ["extract", str(gold / "articles.jsonl"), "--output", str(facts)]
    ran = subprocess.run([*KG, *arguments], capture_output=True, text=True, check=False, timeout=600)
    assert ran.returncode == 0, ran.stderr
    scorer = [sys.executable, str(shared / "eval" / "score.py"), str(gold / "gold.jsonl"), str(facts), "--json"]
    counted = subprocess.run(scorer, capture_output=True, text=True, check=True, timeout=120)
    assert not counted.stderr, counted.stderr  # the scorer tells there what it could not read
    return request.param, json.loads(counted.stdout)


def test_figures_are_above_their_floors(scored: tuple[str, dict[str, dict[str, float]]]) -> None:
    name, figures = scored
    found = {what: round(figures[what]["f1"], 3) for what in FLOORS[name]}
    print(name, found)  # noqa: T201 - shown with -rP and on failure
    assert {what: f1 for what, f1 in found.items() if f1 < FLOORS[name][what]} == {}
