from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.errors import WorkspaceError
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.jsonl import export_jsonl, import_jsonl
from kg.stores.networkx_store import NetworkXStore
from kg.stores.saved import FILE, load_graph, save_graph
from kg.workspace.workspace import Workspace
from tests.story import SCHEMA, article, meeting, signing, visit

ONE = article("a", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03", place="#Bern/CH"))
TWO = article("b", visit("Mary Robinson/IE", "CH"), signing("IE", "CH", when="1999-01-01"), title="Ünïcode\u2028 \n{}")


@pytest.fixture
def graph() -> Graph:
    return build_graph([ONE, TWO], SCHEMA)


def test_the_networkx_twin_holds_the_same(graph: Graph) -> None:
    twin = NetworkXStore(graph).networkx()
    assert isinstance(twin, nx.MultiDiGraph)
    assert set(twin.nodes) == {node.id for node in graph.nodes}
    assert {(h, t, k) for h, t, k in twin.edges(keys=True)} == {(e.head, e.tail, e.id) for e in graph.edges}
    for node in graph.nodes:
        assert twin.nodes[node.id] == {"labels": node.labels, **node.properties}
    for edge in graph.edges:
        assert twin.edges[edge.head, edge.tail, edge.id] == {"type": edge.type, **edge.properties}


def test_lines_give_the_graph_back(graph: Graph) -> None:
    assert import_jsonl(export_jsonl(graph)) == graph


def test_a_saved_graph_comes_back_until_the_record_changes(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        workspace.save(*ONE, "f")
        assert load_graph(workspace) is None
        graph = build_graph(workspace, SCHEMA)
        file = save_graph(graph, workspace)
        once = file.read_bytes()
        assert load_graph(workspace) == graph
        assert save_graph(build_graph(workspace, SCHEMA), workspace).read_bytes() == once
        workspace.save(*TWO, "f")
        assert load_graph(workspace) is None
    made_anew = build_graph([TWO, ONE], load_schema(), country_names=state_names(None))
    assert list(kg.open(tmp_path / "w").jsonl()) == list(export_jsonl(made_anew))


def test_a_retracted_article_is_gone_from_the_graph(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.save(*ONE, "f")
        workspace.save(*TWO, "f")
        workspace.retract("a")
        assert build_graph(workspace, SCHEMA) == build_graph([TWO], SCHEMA)


def test_a_damaged_graph_is_told_with_what_to_do(tmp_path: Path) -> None:
    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.save(*ONE, "f")
        file = save_graph(build_graph(workspace, SCHEMA), workspace)
        file.write_text(file.read_text()[:-40])
        with pytest.raises(WorkspaceError, match=rf"{FILE}: damaged.*Delete it"):
            load_graph(workspace)
        file.write_bytes(b"\xff\xfe")
        with pytest.raises(WorkspaceError, match="damaged"):
            load_graph(workspace)


def test_a_graph_that_cannot_be_saved_leaves_the_earlier_one(
    tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with Workspace.open(tmp_path, create=True) as workspace:
        workspace.save(*ONE, "f")
        file = save_graph(build_graph(workspace, SCHEMA), workspace)
        before = file.read_bytes()
        monkeypatch.setattr("kg.stores.whole_file.os.fsync", full)
        with pytest.raises(WorkspaceError, match=rf"{FILE}: No space left"):
            save_graph(graph, workspace)
        assert file.read_bytes() == before
        assert sorted(p.name for p in tmp_path.iterdir() if ".new" in p.name) == []


def test_networkx_is_loaded_only_on_request() -> None:
    code = "import sys; import kg.stores.saved, kg.query.questions; assert 'networkx' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
