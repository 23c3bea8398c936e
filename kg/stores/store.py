"""What every store offers; questions are asked through this, so that all stores give the same answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from kg.errors import StoreError
from kg.graph.difference import Difference
from kg.graph.records import Counts, Edge, Graph, Node


class NothingThereError(StoreError):
    """Where a store was to be read there is none yet."""


class Reading(Protocol):
    """A graph that can be asked.

    `nodes_of` and `edges_of` answer for many nodes at once: a server is asked once, not once a node.
    """

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

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        ...

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id; an id without such a node is left out."""
        ...

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin (else: end) at nodes with a label and one of some ids, in the order of edge ids.

        The ids are each given once.
        """
        ...


class Store(Reading, Protocol):
    """A graph that can be asked, replaced and changed.

    A store holds what kg wrote. Where a database has other things in it, they are neither seen nor touched.
    """

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else. Writing the same graph twice changes nothing.

        Raises
        ------
        StoreError
            It can't be written, or an edge has an end that isn't there; writing again completes what was begun.
        """
        ...

    def apply(self, change: Difference) -> None:
        """Add, change and remove what a difference says. Applying it twice is applying it once.

        A small difference, such as a retraction makes, is one transaction.

        Raises
        ------
        StoreError
            As for `write`.
        """
        ...

    def snapshot(self) -> Graph:
        """All that the store holds."""
        ...

    def count(self) -> Counts:
        """Count nodes and edges."""
        ...

    def close(self) -> None:
        """Let go of files and connections. A closed store is not used again."""
        ...
