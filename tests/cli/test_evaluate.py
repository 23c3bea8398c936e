from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kg = Callable[..., Any]
MET = {
    "type": "meet",
    "participants": [{"role": "participant", "type": "country", "name": code} for code in ("FR", "DE")],
    "place": None,
    "date": None,
    "status": "planned",
    "evidence": "FR met DE",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "people": [], "countries": ["FR", "DE", "PL"], "events": [MET]}) + "\n")
    return path


def test_scores_and_errors(kg: Kg, tmp_path: Path, gold: Path, telling: object) -> None:  # noqa: ARG001
    news, errors = tmp_path / "news.jsonl", tmp_path / "errors.jsonl"
    news.write_text('{"id": "a", "text": "FR met DE."}\n')
    ended = kg("evaluate", gold, news, "--errors", errors)
    assert (ended.status, ended.err) == (0, "")
    [result] = json.loads(ended.out)
    scores = {one["measure"]: one["value"] for one in result["scores"]}
    assert (scores["tuples"], scores["full"], scores["status"]) == (1, 0, 0)
    assert scores["countries"] == pytest.approx(0.8)
    written = [json.loads(line) for line in errors.read_text().splitlines()]
    assert [one["error"] for one in written] == ["wrong status", "missed country"]
    assert written[0]["rule"] == "Meeting/1"
    table = kg("evaluate", gold, news, "--format", "table").out
    assert "occurred for planned" in table
    assert "1.000 to 1.000" in table


def test_a_file_of_facts_is_scored(kg: Kg, tmp_path: Path, gold: Path) -> None:
    ended = kg("evaluate", gold, "--facts", gold)
    assert json.loads(ended.out)[0]["errors"] == []
    assert kg("evaluate", gold).status == 2
    assert kg("evaluate", gold, gold, "--facts", gold).status == 2
    missing = kg("evaluate", tmp_path / "none.jsonl", "--facts", gold)
    assert missing.status == 3
    assert "none.jsonl" in missing.err


def test_articles_that_fail_are_told(kg: Kg, tmp_path: Path, gold: Path, telling: object) -> None:  # noqa: ARG001
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "refuse this"}\n')
    ended = kg("evaluate", gold, news)
    assert ended.status == 3
    assert "as it says" in ended.err
