"""docs/graph.md names every label, edge and property that a graph has."""

from __future__ import annotations

from pathlib import Path

from kg.graph.build import build_graph
from tests.story import SCHEMA, article, meeting, signing, visit

STORY = article(
    "a",
    meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03", place="#Bern/CH"),
    visit("Mary Robinson/IE", "CH"),
    signing("IE", "CH", when="1999-01-01"),
    title="Robinson in Bern",
)


def test_the_page_names_all_there_is(root: Path) -> None:
    page = (root / "docs" / "graph.md").read_text(encoding="utf-8")
    graph = build_graph([STORY], SCHEMA)
    words = {label for node in graph.nodes for label in node.labels} | {edge.type for edge in graph.edges}
    words |= {name for node in graph.nodes for name in node.properties if name != "id"}
    words |= {name for edge in graph.edges for name in edge.properties if name != "id"}
    assert {word for word in words if f"`{word}`" not in page} == set()
