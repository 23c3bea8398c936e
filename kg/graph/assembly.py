"""Collects nodes and edges, each id once, and puts them in order."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.records import Edge, Graph, Node, Value, properties
from kg.resolution.identity import stable_id


class Assembly:
    """A graph in the making. What is added twice is kept once: ids come from content."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[str, Edge] = {}

    def node(self, node_id: str, labels: tuple[str, ...], known: Mapping[str, Value | None]) -> None:
        """Add a node unless its id is there."""
        if node_id not in self._nodes:
            self._nodes[node_id] = Node(node_id, tuple(sorted(labels)), properties({"id": node_id, **known}))

    def edge(self, kind: str, head: str, tail: str, known: Mapping[str, Value | None], *told_apart: str) -> None:
        """Add an edge; `told_apart` are further parts of its identity, such as a role."""
        self.edge_with_id(stable_id("edge", kind, head, tail, *told_apart), kind, head, tail, known)

    def edge_with_id(self, edge_id: str, kind: str, head: str, tail: str, known: Mapping[str, Value | None]) -> None:
        """Add an edge whose id is made elsewhere."""
        if edge_id not in self._edges:
            self._edges[edge_id] = Edge(edge_id, kind, head, tail, properties({"id": edge_id, **known}))

    def graph(self) -> Graph:
        """Give the graph, and check that both ends of every edge are there.

        Raises
        ------
        ValueError
            An end is missing: a fault in the rooms below.
        """
        for edge in self._edges.values():
            for end in (edge.head, edge.tail):
                if end not in self._nodes:
                    raise ValueError(f"edge {edge.id} of type {edge.type}: there is no node {end!r}")
        return Graph(
            tuple(self._nodes[node_id] for node_id in sorted(self._nodes)),
            tuple(self._edges[edge_id] for edge_id in sorted(self._edges)),
        )
