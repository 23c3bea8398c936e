from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kg = Callable[..., Any]


def test_dates_of_a_text(kg: Kg) -> None:
    ended = kg("dates", "The envoys flew home on Sunday, after a week.", "--published", "1998-03-04")
    sunday, week = json.loads(ended.out)
    assert (sunday["value"], sunday["from"], sunday["to"]) == ("1998-03-01", "1998-03-01", "1998-03-01")
    assert (week["type"], week["value"], week["from"]) == ("duration", "P1W", None)
    table = kg("dates", "The envoys flew home on Sunday.", "--published", "1998-03-04", "--format", "table").out
    assert "1998-03-01" in table
    assert kg("dates", "They never came back.", "--format", "table").out == "no dates\n"


def test_dates_of_a_file(kg: Kg, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "date": "1998-03-04", "title": "Talks in June", "text": "They left today."}\n')
    rows = json.loads(kg("dates", news).out)
    assert [(row["article"], row["field"], row["value"]) for row in rows] == [
        ("a", "title", "1998-06"),
        ("a", "text", "1998-03-04"),
    ]


def test_dates_of_standard_input(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They left on 3 May 1999.")))
    assert json.loads(kg("dates").out)[0]["value"] == "1999-05-03"


def test_faults(kg: Kg, tmp_path: Path) -> None:
    ended = kg("dates", "They left today.", "--published", "soon")
    assert (ended.status, ended.out) == (3, "")
    assert "soon" in ended.err
    missing = kg("dates", tmp_path / "none.jsonl")
    assert (missing.status, missing.out) == (3, "")
    assert "none.jsonl" in missing.err
