"""A graph in memory, with indexes to read it by node, label, type and name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.graph.collecting import without_collecting
from kg.graph.records import Edge, Graph, Node
from kg.graph.vocabulary import ENTITY
from kg.stores.lookup import keys_of


class InMemory:
    """The part of `Reading` that gives nodes and edges."""

    def _hold(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes = {node.id: node for node in graph.nodes}
        self._by_label: dict[str, list[Node]] = defaultdict(list)
        self._outgoing: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._incoming: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._by_type: dict[str, list[Edge]] = defaultdict(list)
        self._by_key: dict[str, list[str]] | None = None  # made when first asked for: it takes a while
        with without_collecting():
            for node in graph.nodes:
                for label in node.labels:
                    self._by_label[label].append(node)
            for edge in graph.edges:
                self._outgoing[edge.head, edge.type].append(edge)
                self._incoming[edge.tail, edge.type].append(edge)
                self._by_type[edge.type].append(edge)

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        return iter(self._by_label.get(label, ()))

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        return iter(self._by_type.get(edge_type, ()))

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id."""
        return {i: self._nodes[i] for i in ids if self._has(i, label)}

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin, or end, at nodes with a label and one of some ids, in the order of edge ids."""
        at = self._from if outgoing else self._to
        found = [edge for i in self.nodes_of(label, ids) for edge in at(i, edge_type)]
        return sorted(found, key=lambda edge: edge.id)

    def named(self, keys: Collection[str], ids: Collection[str]) -> Sequence[Node]:
        """Entities with one of some ids, or that are looked up by one of some keys; by id."""
        if self._by_key is None:
            self._by_key = defaultdict(list)
            for node in self.nodes(ENTITY):
                for key in keys_of(node):
                    self._by_key[key].append(node.id)
        found = {i for key in keys for i in self._by_key.get(key, ())} | {i for i in ids if self._has(i, ENTITY)}
        return [self._nodes[i] for i in sorted(found)]

    def labels(self, root: str) -> frozenset[str]:
        """The labels beside a root that some node with it has."""
        return frozenset(label for node in self.nodes(root) for label in node.labels if label != root)

    def types(self, root: str) -> Mapping[str, int]:
        """How many nodes with a root have each of the labels beside it that there are."""
        return Counter(label for node in self.nodes(root) for label in node.labels if label != root)

    def ids(self, label: str, prefix: str = "") -> Sequence[str]:
        """Ids of nodes with a label that begin so, in order."""
        return [node.id for node in self.nodes(label) if node.id.startswith(prefix)]

    def pairs(self, edge_type: str) -> Iterator[tuple[str, str]]:
        """Head and tail of all edges of a type."""
        return ((edge.head, edge.tail) for edge in self.edges(edge_type))

    def _from(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that begin at a node, in the order of their ids."""
        return self._outgoing.get((node_id, edge_type), ())

    def _to(self, node_id: str, edge_type: str) -> Sequence[Edge]:
        """Edges of a type that end at a node, in the order of their ids."""
        return self._incoming.get((node_id, edge_type), ())

    def _has(self, node_id: str, label: str) -> bool:
        node = self._nodes.get(node_id)
        return node is not None and label in node.labels
