"""A sound workspace has no faults; each damage is found in the part that has it, and nothing is changed by looking."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.events.facts import Facts
from kg.graph.records import Graph
from kg.pipeline.checking import Part, check
from kg.pipeline.current import renewed
from kg.pipeline.embedded import keep_embedded
from kg.pipeline.kept_graph import kept_graph, kept_vocabulary
from kg.pipeline.kept_schema import keep_schema
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.arcadedb.kept import FOLDER
from kg.stores.saved import FILE
from kg.stores.uri import open_store
from kg.workspace.codec import decode_facts
from kg.workspace.opening import FILE as RECORD
from kg.workspace.workspace import Workspace
from tests.story import article, meeting, visit

STORIES = (
    article("a", meeting("Mary Robinson/IE", "CH", when="1998-05-03")),
    article("b", visit("Mary Robinson/IE", "GH", when="1998-05-07")),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    schema = load_schema()
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        keep_schema(workspace.folder, None)
        for story in STORIES:
            workspace.save(*story, "f")
        assert keep_embedded(workspace.folder, renewed(workspace, schema, state_names(None)).graph, schema) is None
    return tmp_path / "w"


def faults(folder: Path, *stores: str) -> dict[str, Part]:
    return {part.what: part for part in check(folder, stores) if part.faults}


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / RECORD) as connection:
        connection.execute(statement)
    connection.close()


def test_facts_that_do_not_fit_their_article(folder: Path) -> None:
    story, facts = STORIES[1]
    with Workspace.open(folder) as workspace:
        workspace.save(story, replace(facts, entities=()), "g")
    [fault] = faults(folder)["record"].faults
    assert "article 'b': its facts don't fit it: there is no entity" in fault
    assert fault.endswith("Take it out by `kg retract`, and read it again")


def test_a_sound_workspace_has_no_faults_and_stays_as_it_is(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    parts = list(check(folder))
    assert [part.what for part in parts] == ["record", "graph", "saved graph", "database for Cypher"]
    assert all(not part.faults for part in parts)
    assert parts[1].found == parts[2].found == parts[3].found
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE articles SET text = 'x' || text WHERE id = 'b'", "article 'b': the text is damaged"),
        ("UPDATE facts SET json = x'7b7d' WHERE article = 'a'", "article 'a'"),
        ("DELETE FROM facts WHERE article = 'a'", "article 'a' has no facts"),
    ],
)
def test_a_damaged_article_is_named(folder: Path, statement: str, told: str) -> None:
    change(folder, statement)
    found = faults(folder)
    assert set(found) == {"record"}
    [fault] = found["record"].faults
    assert told in fault


def test_every_damaged_article_is_named(folder: Path) -> None:
    change(folder, "UPDATE articles SET text = text || '!'")
    assert len(faults(folder)["record"].faults) == 2


def test_an_older_graph_is_told(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.save(*article("c", meeting("Mary Robinson/IE", "NO")), "f")
    found = faults(folder)
    assert set(found) >= {"saved graph"}
    assert "Run the same `kg build` again" in found["saved graph"].faults[0]


def test_a_graph_that_somebody_changed_is_compared_in_full(folder: Path) -> None:
    saved = folder / FILE
    lines = saved.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = next(line for line in lines if '"EVIDENCE_FOR"' in line)
    saved.write_text("".join(line for line in lines if line != gone), encoding="utf-8")
    found = faults(folder)
    assert found["saved graph"].faults[0].startswith("1 edges missing: ")
    assert found["database for Cypher"].found == "not in step"


def test_a_damaged_database_is_told(folder: Path) -> None:
    page = max((folder / FOLDER).rglob("*.bucket"), key=lambda path: path.stat().st_size)
    page.write_bytes(page.read_bytes()[:-1] + b"\x07")
    assert set(faults(folder)) == {"database for Cypher"}


def test_a_store_that_lacks_something_says_what(folder: Path, tmp_path: Path) -> None:
    uri = f"networkx:{tmp_path / 'copy.jsonl'}"
    with Workspace.read(folder) as workspace:
        vocabulary = kept_vocabulary(workspace)
        graph = kept_graph(workspace)
    assert set(faults(folder, uri)) == {uri}  # there is none
    with closing(open_store(uri, vocabulary)) as store:
        store.write(graph)
    assert faults(folder, uri) == {}
    with closing(open_store(uri, vocabulary)) as store:
        store.write(Graph((), ()))
    missing = faults(folder, uri)[uri]
    assert missing.found == "0 nodes, 0 edges"
    counted = [f"{len(graph.nodes)} nodes missing", f"{len(graph.edges)} edges missing"]
    assert [fault.split(":")[0] for fault in missing.faults] == counted


def test_facts_are_decoded_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[bytes] = []

    def counted(data: bytes) -> Facts:
        decoded.append(data)
        return decode_facts(data)

    monkeypatch.setattr("kg.workspace.article_rows.decode_facts", counted)
    assert not faults(folder)
    assert len(decoded) == len(STORIES)
