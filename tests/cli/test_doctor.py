"""`kg doctor`: what is right, what is wrong and what to do about it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.cli.checks import databases, machine, pages
from kg.cli.checks.finding import Finding, Level, guarded
from kg.cli.checks.installation import packages
from kg.errors import StoreError
from tests.neo4j_server.server import Server

Kg = Callable[..., Any]


@pytest.fixture
def workspace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The extractor that tells is no longer in place: the doctor looks at the real one."""
    monkeypatch.undo()
    return workspace


def _by_what(ended: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in json.loads(ended.out):
        found.setdefault(row["what"], []).append(row)
    return found


def test_all_is_well_with_a_workspace(kg: Kg, workspace: Path) -> None:
    ended = kg("doctor", workspace, "--json")
    assert ended.status == 0, ended.out
    found = _by_what(ended)
    assert "2 articles" in found["workspace"][0]["found"]
    assert "in step" in found["workspace"][1]["found"]
    for what in ("Python", "kg", "language model", "ArcadeDB"):
        assert [row["level"] for row in found[what]] == ["ok"], found[what]
    for row in json.loads(ended.out):
        assert (row["level"] == "advice") <= bool(row["advice"])


def test_each_fault_has_its_status_and_the_first_one_counts(kg: Kg, workspace: Path) -> None:
    ended = kg("doctor", workspace.parent / "none", "--model", "en_no_such_model", "--neo4j", "bolt://localhost:1")
    found = _by_what(ended)
    statuses = {what: rows[0]["status"] for what, rows in found.items() if rows[0]["level"] == "fault"}
    assert statuses == {"language model": 7, "Neo4j": 8, "workspace": 5}
    assert ended.status == 7
    assert "Python" in found, "one fault doesn't end the rest"


def test_a_workspace_whose_graph_is_not_in_step(kg: Kg, workspace: Path) -> None:
    (workspace / "graph.jsonl").unlink()
    rows = _by_what(kg("doctor", workspace))["workspace"]
    assert rows[-1]["level"] == "advice"
    assert f"--into {workspace}" in rows[-1]["advice"]


def test_a_damaged_workspace(kg: Kg, workspace: Path) -> None:
    with sqlite3.connect(workspace / "record.sqlite") as connection:
        connection.execute("UPDATE articles SET text = 'another'")
    ended = kg("doctor", workspace)
    assert ended.status == 5
    assert "damaged" in _by_what(ended)["workspace"][-1]["found"]


def test_settings_of_every_command_are_checked(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kg.toml"
    monkeypatch.setenv("KG_CONFIG", str(file))
    file.write_text("quiet = true\n[path]\nsteps = 2\n[resolve.list]\nlimit = 5")
    monkeypatch.setenv("KG_PATH_STEP", "3")
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "hidden!")
    found = _by_what(kg("doctor"))
    assert found["settings"][0]["found"] == f"{file}: quiet = True; [path] steps = 2; [resolve.list] limit = 5"
    password, step = sorted(found["environment"], key=lambda row: row["found"])[1:]
    assert (password["level"], password["found"]) == ("ok", "KG_NEO4J_PASSWORD=set")
    assert step["level"] == "advice"
    assert step["found"].startswith("KG_PATH_STEP sets nothing of kg. Did you mean 'KG_PATH_STEPS'")
    assert "hidden!" not in str(found)
    file.write_text("[path]\nstep = 2")
    ended = kg("doctor")
    assert ended.status == 2
    assert "Did you mean 'steps'?" in _by_what(ended)["settings"][0]["found"]


def test_the_table_for_people(kg: Kg, workspace: Path) -> None:
    out = kg("doctor", workspace, "--format", "table").out
    assert "language model" in out
    assert out.splitlines()[-1].startswith("faults: 0; advice: ")
    assert "\x1b" not in out


def test_a_server_that_answers(kg: Kg, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(("KG_NEO4J_USER", "KG_NEO4J_PASSWORD"), neo4j_server.auth, strict=True):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv(databases.SERVER, neo4j_server.uri)
    [row] = _by_what(kg("doctor"))["Neo4j"]
    assert row["level"] == "ok", row
    assert "0 nodes" in row["found"]
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "wrong")
    ended = kg("doctor")
    assert ended.status == 8
    assert "wrong" not in ended.out


def test_what_is_missing_on_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(databases, "find_spec", lambda _: None)
    monkeypatch.setattr(pages, "files", lambda _: tmp_path)
    found = [*pages.browser(), *pages.pages(), *databases.arcadedb(), *machine.terminal("ascii")]
    assert {one.level for one in found} == {Level.ADVICE}
    assert all(one.advice for one in found)


def test_versions_that_kg_can_not_use() -> None:
    wanted = ["click>=99", "no-such-package", "rich>=1; python_version < '3'"]
    found = [one.found for one in packages(wanted) if one.level is Level.FAULT]
    assert [line.split()[0] for line in found] == ["click", "no-such-package"]


def test_a_disk_that_is_full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = shutil.disk_usage(tmp_path)
    for free, level in ((50_000_000, Level.FAULT), (500_000_000, Level.ADVICE), (5_000_000_000, Level.OK)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: usage._replace(free=free))
        assert {one.level for one in machine.disk(tmp_path)} == {level}


def test_a_check_that_breaks_is_a_fault() -> None:
    def broken(error: Exception) -> Callable[[], list[Finding]]:
        def check() -> list[Finding]:
            raise error

        return check

    [known] = guarded("store", broken(StoreError("no server")))
    [unknown] = guarded("store", broken(RuntimeError("a bug")))
    assert (known.status, known.found) == (8, "no server")
    assert (unknown.status, unknown.found) == (1, "RuntimeError: a bug")
