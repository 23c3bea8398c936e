"""What every store offers; questions are asked through this, so that all stores give the same answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from kg.graph.records import Edge, Graph, Node


class Reading(Protocol):
    """A graph that can be asked."""

    def node(self, node_id: str) -> Node | None:
        """Find the node with an id; None where there is none."""
        ...

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        ...

    def outgoing(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that begin at a node, in the order of their ids."""
        ...

    def incoming(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that end at a node, in the order of their ids."""
        ...


class Store(Reading, Protocol):
    """A graph that can be asked and replaced."""

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else. Writing the same graph twice changes nothing."""
        ...

    def snapshot(self) -> Graph:
        """All that the store holds."""
        ...
