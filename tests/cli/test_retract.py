"""`kg retract`, and what `kg build` tells of articles that were read anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Kg = Callable[..., Any]


def test_a_dry_run_tells_and_does_nothing(kg: Kg, workspace: Path) -> None:
    before = kg("export", workspace).out
    [told] = json.loads(kg("retract", workspace, "a", "--dry-run").out)
    assert (told["articles"], told["dry_run"]) == (["a"], True)
    assert [event["fate"] for event in told["events"]] == ["gone"]
    assert "article:a" in told["removed"]["nodes"]
    table = kg("retract", workspace, "a", "--dry-run", "--format", "table").out
    assert "would be retracted: a" in table
    assert "gone" in table
    assert kg("export", workspace).out == before


def test_an_article_goes_with_what_it_alone_says(kg: Kg, workspace: Path) -> None:
    ended = kg("retract", workspace, "a", "--format", "table")
    assert ended.status == 0
    assert "retracted: a" in ended.out
    assert "country:FR" not in kg("export", workspace).out
    assert kg("timeline", workspace, "FR").status == 6
    again = kg("retract", workspace, "a")
    assert (again.status, again.out) == (6, "")
    assert again.err.count("\n") == 1
    assert "'a'" in again.err


def test_an_article_read_anew_is_told_with_what_it_changed(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    news = tmp_path / "changed.jsonl"
    news.write_text('{"id": "a", "text": "FR met IT."}\n')
    [told] = json.loads(kg("build", news, "--into", workspace).out)
    assert told["replaced"] == 1
    assert told["graph"]["removed"]["nodes"] > 0
    assert [(event["who"], event["fate"]) for event in told["events_that_lost_reports"]] == [
        (["France", "Germany"], "gone")
    ]
    news.write_text('{"id": "a", "text": "FR met ES."}\n')
    table = kg("build", news, "--into", workspace, "--format", "table").out
    assert "removed:" in table
    assert "gone" in table
