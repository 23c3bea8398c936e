"""Questions to a store, by its URI in place of a workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg as api
from kg.errors import QueryError
from tests.neo4j_server.server import Server

Kg = Callable[..., Any]
ASKED = (
    ("actors",),
    ("connections", "FR", "PL"),
    ("path", "FR", "PL"),
    ("neighbours", "DE"),
    ("common", "FR", "DE"),
    ("cooccurrence",),
    ("central",),
    ("communities",),
    ("changes", "2020"),
    ("timeline", "DE"),
    ("export",),
)


@pytest.fixture
def server(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    for name, value in zip(("KG_NEO4J_USER", "KG_NEO4J_PASSWORD"), neo4j_server.auth, strict=True):
        monkeypatch.setenv(name, value)
    return neo4j_server


def test_a_server_answers_what_the_workspace_answers(kg: Kg, workspace: Path, server: Server) -> None:
    assert kg("load", workspace, server.uri, "--replace").status == 0
    for command, *arguments in ASKED:
        asked, expected = kg(command, server.uri, *arguments), kg(command, workspace, *arguments)
        assert (asked.status, asked.out) == (0, expected.out)


def test_python_opens_a_server(kg: Kg, workspace: Path, server: Server) -> None:
    assert kg("load", workspace, server.uri, "--replace").status == 0
    with api.open(server.uri) as graph:
        assert graph.neighbours("FR") == api.open(workspace).neighbours("FR")
        assert graph.networkx().number_of_nodes() == api.open(workspace).networkx().number_of_nodes()
        assert "nodes" in repr(graph)
        assert server.password not in repr(graph)
        with pytest.raises(QueryError, match="Open the workspace"):
            next(graph.articles)


def test_what_is_no_store_is_told(kg: Kg) -> None:
    ended = kg("actors", "bolt://user:secret@localhost:1")
    assert (ended.status, ended.err.count("\n")) == (8, 1)
    assert "secret" not in ended.err


@pytest.mark.parametrize("scheme", ["networkx", "arcadedb"])
def test_where_there_is_no_store_none_is_made(kg: Kg, tmp_path: Path, scheme: str) -> None:
    ended = kg("actors", f"{scheme}:{tmp_path / 'typo'}")
    assert (ended.status, ended.err.count("\n")) == (8, 1)
    assert str(tmp_path / "typo") in ended.err
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("uri", ["networkx:{}/graph.jsonl", "arcadedb:{}/database"])
def test_stores_on_this_machine_answer_alike(kg: Kg, workspace: Path, tmp_path: Path, uri: str) -> None:
    place = uri.format(tmp_path)
    assert kg("load", workspace, place).status == 0
    for command, *arguments in ASKED:
        asked, expected = kg(command, place, *arguments), kg(command, workspace, *arguments)
        assert (asked.status, asked.out) == (0, expected.out)
