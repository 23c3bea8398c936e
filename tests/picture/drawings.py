"""Draws what a test tells."""

from __future__ import annotations

from typing import Any

from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.picture.drawing import Wanted, draw
from kg.picture.records import DrawnLine, Picture
from kg.query.directory import Directory
from kg.stores.filter import Filter
from kg.stores.networkx_store import NetworkXStore
from kg.stores.store import Reading
from tests.story import SCHEMA, Record


def drawn(*articles: Record, bounds: Filter | None = None, **wanted: Any) -> Picture:
    """Draw articles; `wanted` are fields of `Wanted`."""
    return picture_of(build_graph(articles, SCHEMA), bounds, **wanted)


def picture_of(graph: Graph, bounds: Filter | None = None, **wanted: Any) -> Picture:
    """Draw a graph."""
    return picture_from(NetworkXStore(graph), bounds, **wanted)


def picture_from(store: Reading, bounds: Filter | None = None, **wanted: Any) -> Picture:
    """Draw the graph of a store."""
    asked = Wanted(title="test", **wanted)
    return draw(store, Directory(store), SCHEMA.events, bounds or Filter(), wanted=asked)


def names(picture: Picture) -> list[str]:
    """Names of the nodes, the best connected first."""
    return [node.name for node in picture.nodes]


def told(picture: Picture, line: DrawnLine) -> str:
    """A line in words: "Ann -> CH: Visit planned 1"."""
    arrow = "->" if line.is_directed else "-"
    ends = f"{picture.nodes[line.head].name} {arrow} {picture.nodes[line.tail].name}"
    return f"{ends}: {line.type} {line.status} {len(line.events)}"
