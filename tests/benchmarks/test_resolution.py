from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def result(root: Path, shared: Path) -> dict[str, object]:  # noqa: ARG001 - the journeys lie there
    command = [sys.executable, "benchmarks/resolution.py", "--trips", "12", "--errors", "--json"]
    ended = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    found: dict[str, object] = json.loads(ended.stdout)
    return found


def test_the_whole_pipeline_runs_on_what_is_written_of_journeys(result: dict[str, object]) -> None:
    assert isinstance(result["person_nodes"], int)
    assert result["person_nodes"] > 5
    assert isinstance(result["labelled_people"], int)
    assert result["labelled_people"] > 5
    assert result["merged"] == []


def test_made_up_names_are_as_many_as_asked_for(root: Path) -> None:
    command = [sys.executable, "benchmarks/resolution.py", "--names", "200", "--json"]
    ended = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert json.loads(ended.stdout)["people"] == 200


def test_every_label_says_who_where_when_and_by_which_names(root: Path) -> None:
    labels = (root / "benchmarks" / "data" / "people_of_us_travels.jsonl").read_text(encoding="utf-8").splitlines()
    for label in map(json.loads, labels):
        assert label.keys() == {"person", "country", "from", "to", "names"}
        assert label["from"] <= label["to"]
        assert label["names"]
