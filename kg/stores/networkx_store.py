"""The store that is always there: a networkx MultiDiGraph in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.graph.difference import Difference, patched
from kg.graph.records import Counts, Graph
from kg.stores.in_memory_events import InMemoryEvents

if TYPE_CHECKING:
    from networkx import MultiDiGraph


class NetworkXStore(InMemoryEvents):
    """A graph in memory; implements the Store contract.

    Examples
    --------
    >>> from kg.graph.records import Node
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
