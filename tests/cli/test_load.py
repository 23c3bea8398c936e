"""`kg load` on a real server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg as kg_api
from kg.graph.difference import Difference, difference
from kg.graph.records import Graph
from tests.neo4j_server.server import Server

Kg = Callable[..., Any]
NONE = {"nodes": 0, "edges": 0}
PARTS = ("added", "changed", "removed")


@pytest.fixture
def server(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    for name in ("KG_NEO4J_USER", "KG_NEO4J_CREDENTIALS", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KG_NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server


def _report(ended: Any, server: Server) -> dict[str, Any]:
    assert ended.status == 0, ended.err
    assert server.password not in ended.out + ended.err
    [report] = json.loads(ended.out)
    return dict(report)


def test_a_load_and_then_only_differences(kg: Kg, workspace: Path, server: Server) -> None:
    graph = kg_api.open(workspace)._store.snapshot()
    all_of_it = {"nodes": len(graph.nodes), "edges": len(graph.edges)}
    before = _report(kg("load", workspace, server.uri, "--dry-run"), server)
    assert (before["added"], before["there"], before["dry_run"]) == (all_of_it, NONE, True)
    first = _report(kg("load", workspace, server.uri), server)
    assert (first["added"], first["there"]) == (all_of_it, all_of_it)
    second = _report(kg("load", workspace, server.uri), server)
    assert second["added"] == second["changed"] == second["removed"] == NONE
    assert second["there"] == all_of_it


def test_what_is_retracted_or_read_anew_is_so_on_the_server(
    kg: Kg, workspace: Path, server: Server, tmp_path: Path
) -> None:
    def changed(*arguments: str | Path) -> Difference:
        """Run a command that changes the workspace, load, and see that just this came to the server, once."""
        before = kg_api.open(workspace)._store.snapshot()
        assert kg(*arguments).status == 0
        after = kg_api.open(workspace)._store.snapshot()
        change = difference(before, after)
        report = _report(kg("load", workspace, server.uri), server)
        for name in PARTS:
            assert report[name] == getattr(change, name).counts._asdict()
        assert report["there"] == after.counts._asdict()
        assert kg("export", server.uri).out == kg("export", workspace).out
        state = server.bookmark()
        again = _report(kg("load", workspace, server.uri), server)
        assert {name: again[name] for name in PARTS} == dict.fromkeys(PARTS, NONE)
        assert server.bookmark() == state
        return change

    empty = server.bookmark()
    _report(kg("load", workspace, server.uri), server)
    assert server.bookmark() != empty
    news = tmp_path / "more.jsonl"
    news.write_text('{"id": "c", "text": "FR met IT. FR met DE."}\n{"id": "d", "text": "NO met GB."}\n')
    assert changed("build", news, "--into", workspace).added.nodes
    news.write_text('{"id": "c", "text": "FR met ES. FR met DE."}\n')
    read_anew = changed("build", news, "--into", workspace)
    assert "country:IT" in {node.id for node in read_anew.removed.nodes}
    assert "country:ES" in {node.id for node in read_anew.added.nodes}
    retracted = changed("retract", workspace, "d")
    assert {"article:d", "country:NO", "country:GB"} <= {node.id for node in retracted.removed.nodes}
    assert retracted.added == Graph((), ())


def test_emptying_a_server_is_refused(kg: Kg, workspace: Path, server: Server, tmp_path: Path) -> None:
    there = _report(kg("load", workspace, server.uri), server)["there"]
    (tmp_path / "other.txt").write_text("IT met US.")
    assert kg("build", tmp_path / "other.txt", "--into", tmp_path / "o").status == 0
    refused = kg("load", tmp_path / "o", server.uri)
    assert refused.status == 8
    assert refused.err.count("\n") == 1
    assert "this would remove" in refused.err
    assert "--replace" in refused.err
    assert _report(kg("load", workspace, server.uri), server)["there"] == there
    _report(kg("load", tmp_path / "o", server.uri, "--replace"), server)
    assert {row["id"] for row in server.run("MATCH (n:Country) RETURN n.id AS id")} == {"country:IT", "country:US"}


def test_the_table_counts(kg: Kg, workspace: Path, server: Server) -> None:
    ended = kg("load", workspace, server.uri, "--dry-run", "--format", "table")
    assert "nothing was written" in ended.out
    assert all(word in ended.out for word in ("added", "changed", "removed", "there now"))


def test_credentials_from_a_file(
    kg: Kg, workspace: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_NEO4J_PASSWORD")
    file = tmp_path / "credentials"
    file.write_text(f"NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD={server.password}\n")
    file.chmod(0o644)
    ended = kg("load", workspace, server.uri, "--credentials", file)
    assert "warning" in ended.err
    _report(ended, server)


@pytest.mark.parametrize("scheme", ["networkx", "arcadedb"])
def test_a_dry_run_makes_nothing(kg: Kg, workspace: Path, tmp_path: Path, scheme: str) -> None:
    uri = f"{scheme}:{tmp_path / 'store'}"
    [report] = json.loads(kg("load", workspace, uri, "--dry-run").out)
    assert report["added"] == kg_api.open(workspace)._store.count()._asdict()
    assert report["there"] == NONE
    assert not (tmp_path / "store").exists()
    assert kg("load", workspace, uri).status == 0
    [report] = json.loads(kg("load", workspace, uri, "--dry-run").out)
    assert report["added"] == NONE != report["there"]


@pytest.mark.parametrize("scheme", ["networkx", "arcadedb"])
def test_other_stores_are_loaded_alike(kg: Kg, workspace: Path, tmp_path: Path, scheme: str) -> None:
    uri = f"{scheme}:{tmp_path / 'store'}"
    [first] = json.loads(kg("load", workspace, uri).out)
    assert first["added"] == first["there"] != NONE
    [second] = json.loads(kg("load", workspace, uri).out)
    assert second["added"] == second["changed"] == second["removed"] == NONE
    assert second["there"] == first["there"]


def test_faults_are_one_line(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    for arguments, status in (
        ((workspace, "bolt://me:hunter2@localhost"), 8),
        ((workspace, "somewhere"), 8),
        ((tmp_path / "gone", "bolt://localhost"), 5),
        ((workspace, "bolt://localhost", "--dry-run", "--replace"), 2),
    ):
        ended = kg("load", *arguments)
        assert ended.status == status, ended.err
        assert ended.err.count("\n") == 1
        assert "hunter2" not in ended.err
