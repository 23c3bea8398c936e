"""`kg stats` and `kg rebuild` as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


def test_stats(kg: Kg, workspace: Path) -> None:
    [found] = json.loads(kg("stats", workspace).out)
    assert (found["record"]["articles"], found["graph"]["events"]) == (2, {"Meeting": {"occurred": 2}})
    table = kg("stats", workspace, "--format", "table").out
    assert "articles          2 of 2 sources" in table
    assert "last run" in table
    text = kg("stats", workspace, "--format", "openmetrics").out
    assert text.endswith("# EOF\n")
    assert kg("stats", workspace / "none").status == 5


def test_rebuild(kg: Kg, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.pipeline.rebuilding import rebuild as rebuilding
    from kg.pipeline.recipe import Recipe
    from kg.pipeline.runner import runner

    better = Recipe(factory="tests.pipeline.rebuilding.generations:better")
    monkeypatch.setattr(rebuilding, "runner", lambda _recipe, **_: runner(better, workers=0))
    with (tmp_path / "news.jsonl").open("a") as news:
        news.write('{"id": "h", "text": "IT met DE, by hearsay."}\n{"id": "d", "text": "FR met PL on 2020-01-02."}\n')
    assert kg("build", tmp_path / "news.jsonl", "--into", workspace).status == 0
    changes, log = tmp_path / "changes.jsonl", tmp_path / "kg.log"
    table = kg("rebuild", workspace, "--dry-run", "--output", changes, "--format", "table").out
    assert "4 articles: 4 read again\n2 with the same events, 2 with others\nanother than before: unknown (4)" in table
    assert "nothing was written" in table
    assert "removed: Meeting, occurred, no date, DE, IT (h)\n  “IT met DE”" in table
    assert "  date: – → 2020-01-02" in table
    assert len(changes.read_text().splitlines()) == 2
    [report] = json.loads(kg("rebuild", workspace, "--log", log).out)
    assert (report["read"], report["events"]) == (4, {"Meeting": {"changed": 1, "removed": 1}})
    said = [json.loads(line)["what"] for line in log.read_text().splitlines()]
    assert said[1] == "rebuild began"
    assert said[-2:] == ["rebuild ended", "command ended"]
    assert "hearsay" not in log.read_text()
    assert "4 articles: 4 by this extractor already\n" in kg("rebuild", workspace, "--format", "table").out


@pytest.mark.parametrize(
    ("options", "said"),
    [((), "kg: interrupted; the same `kg rebuild` goes on where it stopped\n"), (("--dry-run",), "kg: interrupted\n")],
)
def test_rebuild_interrupted(
    kg: Kg, workspace: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    """Of a dry run nothing was kept, so that no other goes on."""
    from kg.pipeline.rebuilding import rebuild as rebuilding

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rebuilding, "runner", interrupt)
    ended = kg("rebuild", workspace, *options)
    assert (ended.status, ended.err) == (130, said)
