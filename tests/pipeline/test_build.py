"""Building: every article once, nothing lost, the same graph whatever the order."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.pipeline.build import build
from kg.pipeline.kept_schema import kept_schema
from kg.schema.location import shipped_schemas
from kg.workspace.workspace import Workspace

ROWS = [
    {"id": "a", "text": "FR met DE. They often meet.", "date": "2020-01-02"},
    {"id": "b", "text": "DE met PL. PL met FR.", "date": "2020-01-03"},
    {"id": "c", "text": "Nobody met anybody.", "date": "2020-01-04"},
]

pytestmark = pytest.mark.usefixtures("telling")


def _jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _export(workspace: Path) -> str:
    return "".join(kg.open(workspace).jsonl())


def test_a_run_is_counted(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    report = build([_jsonl(tmp_path / "news.jsonl", ROWS)], tmp_path / "w", progress=lambda *done: steps.append(done))
    assert (report.read, report.new, report.unchanged, report.replaced) == (3, 3, 0, 0)
    assert report.events == {"Meeting": {"occurred": 3}}
    assert report.rejected == {"the statement is about no particular event": 1}
    assert report.mentions == 6
    assert report.failed == ()
    assert steps == [(1, 0), (2, 0), (3, 0)]
    assert report.nodes > 0
    assert json.loads(json.dumps(report.as_dict()))["new"] == 3


def test_other_languages_are_counted(tmp_path: Path) -> None:
    french = "Le président portugais est arrivé hier soir à Varsovie, où il doit rencontrer le premier ministre. " * 3
    (tmp_path / "fr.txt").write_text(french)
    (tmp_path / "en.txt").write_text("Walesa met Kohl in Warsaw.")
    report = build([tmp_path / "fr.txt", tmp_path / "en.txt"], tmp_path / "w", workers=0)
    assert (report.read, report.new, report.set_aside, report.warnings) == (2, 1, {"fr": 1}, ())
    assert report.as_dict()["set_aside_origins"] == {"fr": [str(tmp_path / "fr.txt")]}
    assert build([tmp_path / "fr.txt"], tmp_path / "w", workers=0, language="any").new == 1


def test_a_file_whose_name_is_any_bytes_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "caf\udce9.txt"):
        (tmp_path / "news" / name).write_text("FR met DE.", encoding="utf-8")
    report = build([tmp_path / "news"], tmp_path / "w")
    assert (report.new, report.failed) == (2, ())
    with Workspace.read(tmp_path / "w") as record:
        assert record.ids() == ["a", "caf\\udce9"]
    assert build([tmp_path / "news"], tmp_path / "w").unchanged == 2


def test_a_second_run_reads_nothing_anew(tmp_path: Path, telling: list[Any]) -> None:
    news = _jsonl(tmp_path / "news.jsonl", ROWS)
    build([news], tmp_path / "w")
    before = _export(tmp_path / "w")
    report = build([news], tmp_path / "w")
    assert (report.new, report.unchanged) == (0, 3)
    assert telling[1].extracted == []
    assert _export(tmp_path / "w") == before


def test_order_and_parts_make_no_difference(tmp_path: Path) -> None:
    build([_jsonl(tmp_path / "news.jsonl", ROWS)], tmp_path / "whole")
    for number, row in enumerate(reversed(ROWS)):
        build([_jsonl(tmp_path / f"{number}.jsonl", [row])], tmp_path / "parts")
    assert _export(tmp_path / "whole") == _export(tmp_path / "parts")


def test_a_changed_article_replaces_the_old(tmp_path: Path) -> None:
    build([_jsonl(tmp_path / "news.jsonl", ROWS)], tmp_path / "w")
    changed = [{**ROWS[0], "text": "FR met IT."}, *ROWS[1:]]
    report = build([_jsonl(tmp_path / "news.jsonl", changed)], tmp_path / "w")
    assert (report.new, report.unchanged, report.replaced) == (0, 2, 1)
    build([_jsonl(tmp_path / "changed.jsonl", changed)], tmp_path / "fresh")
    assert _export(tmp_path / "w") == _export(tmp_path / "fresh")


def test_what_fails_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    bad = _jsonl(tmp_path / "news.jsonl", [ROWS[0], {"id": "x", "text": "Please refuse this."}, ROWS[1]])
    with bad.open("a") as stream:
        stream.write('{"id": "cut", "te')
    report = build([bad, tmp_path / "missing.txt"], tmp_path / "w")
    assert (report.read, report.new, len(report.failed)) == (5, 2, 3)
    messages = "\n".join(failure.message for failure in report.failed)
    for part in ("news.jsonl:2", "as it says", "news.jsonl:4", "missing.txt"):
        assert part in messages


def test_a_run_goes_on_after_one_that_was_cut_off(tmp_path: Path, telling: list[Any]) -> None:
    news = _jsonl(tmp_path / "news.jsonl", ROWS)

    def stop(done: int, _failed: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([news], tmp_path / "w", progress=stop)
    report = build([news], tmp_path / "w")
    assert (report.new, report.unchanged) == (1, 2)
    assert telling[1].extracted == ["c"]
    build([news], tmp_path / "at-once")
    assert _export(tmp_path / "w") == _export(tmp_path / "at-once")


def test_a_schema_of_ones_own_is_kept_with_the_workspace(tmp_path: Path) -> None:
    own = shutil.copytree(shipped_schemas(), tmp_path / "own")
    news = _jsonl(tmp_path / "news.jsonl", ROWS)
    build([news], tmp_path / "w", schema=own)
    shutil.rmtree(own)
    kept = kept_schema(tmp_path / "w")
    assert kept is not None
    assert kg.open(tmp_path / "w").actors()
    build([news], tmp_path / "w", schema=kept)
    assert kept_schema(tmp_path / "w") == kept
    build([news], tmp_path / "w")
    assert kept_schema(tmp_path / "w") is None


def test_a_damaged_graph_is_made_again(tmp_path: Path) -> None:
    news = _jsonl(tmp_path / "news.jsonl", ROWS)
    build([news], tmp_path / "w")
    before = _export(tmp_path / "w")
    (tmp_path / "w" / "graph.jsonl").write_text("{")
    with pytest.raises(kg.WorkspaceError, match=r"graph\.jsonl"):
        kg.open(tmp_path / "w")
    build([news], tmp_path / "w")
    assert _export(tmp_path / "w") == before
