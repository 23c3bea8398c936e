"""The store that is always there: a networkx MultiDiGraph in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.graph.difference import Difference, patched
from kg.graph.records import Counts, Edge, Graph, Node

if TYPE_CHECKING:
    from networkx import MultiDiGraph


class NetworkXStore:
    """A graph in memory; implements the Store contract.

    Examples
    --------
    >>> store = NetworkXStore()
    >>> store.write(Graph((Node("country:CH", ("Country",), {"name": "Switzerland"}),), ()))
    >>> store.networkx().nodes["country:CH"]
    {'labels': ('Country',), 'name': 'Switzerland'}
    """

    def __init__(self, graph: Graph | None = None) -> None:
        self._hold(graph or Graph((), ()))

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else.

        Raises
        ------
        StoreError
            An end of an edge isn't there.
        """
        check_ends(graph)
        self._hold(graph)

    def _hold(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes = {node.id: node for node in graph.nodes}
        self._by_label: dict[str, list[Node]] = defaultdict(list)
        self._outgoing: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._incoming: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._by_type: dict[str, list[Edge]] = defaultdict(list)
        for node in graph.nodes:
            for label in node.labels:
                self._by_label[label].append(node)
        for edge in graph.edges:
            self._outgoing[edge.head, edge.type].append(edge)
            self._incoming[edge.tail, edge.type].append(edge)
            self._by_type[edge.type].append(edge)

    def apply(self, change: Difference) -> None:
        """Add, change and remove what a difference says; all or nothing.

        Raises
        ------
        StoreError
            An end of an edge isn't there.
        """
        self.write(patched(self._graph, change))

    def count(self) -> Counts:
        """Count nodes and edges."""
        return self._graph.counts

    def close(self) -> None:
        """Nothing to let go of."""

    def snapshot(self) -> Graph:
        """All that the store holds."""
        return self._graph

    def node(self, node_id: str) -> Node | None:
        """Find the node with an id; None where there is none."""
        return self._nodes.get(node_id)

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        return iter(self._by_label.get(label, ()))

    def outgoing(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that begin at a node, in the order of their ids."""
        return self._outgoing.get((node_id, edge_type), ())

    def incoming(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that end at a node, in the order of their ids."""
        return self._incoming.get((node_id, edge_type), ())

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        return iter(self._by_type.get(edge_type, ()))

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id."""
        return {i: node for i in ids if (node := self._nodes.get(i)) is not None and label in node.labels}

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin, or end, at nodes with a label and one of some ids, in the order of edge ids."""
        at = self._outgoing if outgoing else self._incoming
        found = [edge for i in self.nodes_of(label, ids) for edge in at.get((i, edge_type), ())]
        return sorted(found, key=lambda edge: edge.id)

    def networkx(self) -> MultiDiGraph[str]:
        """Give a new MultiDiGraph: node key is the node's id, edge key the edge's.

        Nodes have `labels` (a sorted tuple), edges `type`, and both their properties as attributes.
        """
        from networkx import MultiDiGraph  # imported here, since most commands need none of it

        twin: MultiDiGraph[str] = MultiDiGraph()
        twin.add_nodes_from((node.id, {"labels": node.labels, **node.properties}) for node in self._graph.nodes)
        edges = ((e.head, e.tail, e.id, {"type": e.type, **e.properties}) for e in self._graph.edges)
        twin.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs know of no keys
        return twin


def check_ends(graph: Graph) -> None:
    """Raise StoreError where an edge begins or ends at no node of the graph."""
    known = {node.id for node in graph.nodes}
    for edge in graph.edges:
        for end in (edge.head, edge.tail):
            if end not in known:
                raise StoreError(f"edge {edge.id!r} of type {edge.type}: there is no node {end!r}")
