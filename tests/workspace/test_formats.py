"""Workspaces that earlier kg made are opened, checked and built on; one of a newer kg is refused, and left as it is."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

import kg
from kg.workspace.tables import FORMAT

_BETTER = "tests.pipeline.rebuilding.generations:better"


@pytest.fixture(params=["first", "judged"])
def old(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    """A copy of a workspace of an earlier kg."""
    return Path(shutil.copytree(root / "tests" / "data" / "workspaces" / request.param, tmp_path / "w"))


def test_decisions_are_read(root: Path, tmp_path: Path) -> None:
    judged = Path(shutil.copytree(root / "tests" / "data" / "workspaces" / "judged", tmp_path / "w"))
    assert sorted(_decided(judged)) == [("ann", "different"), ("bob", "same")]


def _decided(workspace: Path) -> list[tuple[str, str]]:
    return [(one.judge, one.verdict.value) for one in kg.judgements(workspace) if one.judge != "machine"]


def test_it_is_read_as_it_is(old: Path) -> None:
    before = (old / "record.sqlite").read_bytes()
    found = kg.stats(old)
    assert (found.format, found.record.articles, found.record.first, found.record.last) == (
        1,
        3,
        "2019-03",
        "2019-03-25",
    )
    [extractor] = found.extractors
    assert (extractor.articles, extractor.code) == (3, None)
    [meeting] = kg.open(old).timeline("Merkel", types=["Meeting"])
    assert meeting.evidence
    assert (meeting.event.start, meeting.evidence.sentence) == ("2019-03-20", "Merkel receives Macron")
    parts = {part.what: part.faults for part in kg.check(old)}
    assert (parts["record"], parts["graph"]) == ((), ())
    assert "a run was cut off" in parts["saved graph"][0], "the graph is of a format of its own, and is made anew"
    assert (old / "record.sqlite").read_bytes() == before


@pytest.mark.usefixtures("telling")
def test_it_is_built_on(old: Path, tmp_path: Path) -> None:
    decided = _decided(old)
    (tmp_path / "more.jsonl").write_text('{"id": "more", "text": "FR met DE."}\n')
    report = kg.build([tmp_path / "more.jsonl"], old)
    assert (report.new, report.articles) == (1, 4)
    assert [part.faults for part in kg.check(old) if part.faults] == []
    assert _decided(old) == decided
    assert kg.retract(old, ["first-2"]).articles == ("first-2",)
    assert [part.faults for part in kg.check(old) if part.faults] == []


def test_it_is_rebuilt(old: Path) -> None:
    decided = _decided(old)
    report = kg.rebuild(old, workers=0, extractor=_BETTER)
    assert (report.read, report.causes, report.unreadable) == (3, {"unknown": 3}, 0)
    assert report.events["Meeting"]["removed"] >= 1
    assert _decided(old) == decided
    assert [part.faults for part in kg.check(old) if part.faults] == []


def test_one_of_a_newer_kg_is_refused_and_left(old: Path) -> None:
    with sqlite3.connect(old / "record.sqlite") as record:
        record.execute(f"PRAGMA user_version = {FORMAT + 1}")
    record.close()
    before = (old / "record.sqlite").read_bytes()
    for ask in (kg.open, kg.stats, kg.rebuild, lambda folder: kg.build([], folder, workers=0, extractor=_BETTER)):
        with pytest.raises(kg.WorkspaceError, match=rf"newer kg \(format {FORMAT + 1}; .*Upgrade kg"):
            ask(old)
    assert (old / "record.sqlite").read_bytes() == before
