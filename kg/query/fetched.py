"""A graph of which one question keeps what it has read, so that it can read much at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.graph.records import Edge, Node
from kg.stores.store import Reading


class Fetched:
    """Reads a graph; what was read is not read again. Made for one question: it doesn't see later changes.

    Examples
    --------
    >>> from kg.graph.records import Graph
    >>> from kg.stores.networkx_store import NetworkXStore
    >>> store = NetworkXStore(Graph((Node("country:CH", ("Country", "Entity"), {}),), ()))
    >>> fetched = Fetched(store)
    >>> sorted(fetched.nodes_of("Entity", ["country:CH", "country:XX"]))
    ['country:CH']
    """

    def __init__(self, graph: Reading) -> None:
        self._graph = graph
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, bool], Sequence[Edge]] = {}

    def node(self, node_id: str) -> Node | None:
        """Find the node with an id; None where there is none."""
        if node_id not in self._nodes:
            node = self._graph.node(node_id)
            if node is None:
                return None
            self._nodes[node_id] = node
        return self._nodes[node_id]

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        return self._graph.nodes(label)

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        return self._graph.edges(edge_type)

    def outgoing(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that begin at a node, in the order of their ids."""
        return self._edges_at(node_id, edge_type, outgoing=True)

    def incoming(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that end at a node, in the order of their ids."""
        return self._edges_at(node_id, edge_type, outgoing=False)

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id."""
        missing = sorted({i for i in ids if i not in self._nodes})
        if missing:
            self._nodes |= self._graph.nodes_of(label, missing)
        return {i: node for i in ids if (node := self._nodes.get(i)) is not None and label in node.labels}

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin, or end, at nodes with a label and one of some ids, in the order of edge ids."""
        missing = sorted({i for i in ids if (i, edge_type, outgoing) not in self._edges})
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self._graph.edges_of(label, missing, edge_type, outgoing=outgoing) if missing else ():
            found[edge.head if outgoing else edge.tail].append(edge)
        for i in missing:
            self._edges[i, edge_type, outgoing] = tuple(found.get(i, ()))
        return sorted((e for i in set(ids) for e in self._edges[i, edge_type, outgoing]), key=lambda e: e.id)

    def tell(self, events: Iterable[str]) -> None:
        """Read at once all that it takes to tell of some events: who takes part, and every sentence."""
        ids = sorted(set(events))
        self.nodes_of("Event", ids)
        self.edges_of("Event", ids, "PARTICIPATES_IN", outgoing=False)
        reports = {edge.head for edge in self.edges_of("Event", ids, "EVIDENCE_FOR", outgoing=False)}
        self.nodes_of("Report", reports)
        articles = {edge.tail for edge in self.edges_of("Report", reports, "IN_ARTICLE", outgoing=True)}
        self.nodes_of("Article", articles)

    def _edges_at(self, node_id: str, edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        key = (node_id, edge_type, outgoing)
        if key not in self._edges:
            ask = self._graph.outgoing if outgoing else self._graph.incoming
            self._edges[key] = ask(node_id, edge_type)
        return self._edges[key]
