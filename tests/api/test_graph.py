"""`kg.open` and what it gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg


@pytest.fixture
def workspace(tmp_path: Path, telling: object) -> Path:  # noqa: ARG001 - telling is put in place
    rows = [{"id": "b", "text": "DE met PL.", "title": "Talks"}, {"id": "a", "text": "FR met DE.", "date": "2020-05"}]
    news = tmp_path / "news.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in rows))
    kg.build([news], tmp_path / "w")
    return tmp_path / "w"


def test_articles_come_unchanged(workspace: Path) -> None:
    assert [(a.id, a.title, a.published) for a in kg.open(workspace).articles] == [
        ("a", "", "2020-05"),
        ("b", "Talks", None),
    ]


def test_events_lists_all(workspace: Path) -> None:
    graph = kg.open(workspace)
    assert len(graph.events()) == 2
    assert graph.events(statuses=["planned"]) == []
    says = {entry.evidence.sentence for entry in graph.events() if entry.evidence}
    assert says == {"FR met DE", "DE met PL"}


def test_networkx_gives_a_multidigraph(workspace: Path) -> None:
    import networkx as nx

    twin = kg.open(workspace).networkx()
    assert isinstance(twin, nx.MultiDiGraph)
    kinds = {data["type"] for *_, data in twin.edges(data=True)}
    assert {"MEETS", "PARTICIPATES_IN", "EVIDENCE_FOR"} <= kinds
    assert twin.nodes["country:FR"]["labels"] == ("Country", "Entity")


def test_a_graph_tells_its_size(workspace: Path) -> None:
    assert "nodes" in repr(kg.open(workspace))
