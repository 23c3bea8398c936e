"""A graph in a database that speaks Cypher; implements the Store contract over an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from kg.graph.difference import Difference, difference
from kg.graph.records import Counts, Edge, Graph, Node
from kg.graph.vocabulary import ROOTS, Vocabulary
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.engine import Engine, Row
from kg.stores.cypher.events import CypherEvents
from kg.stores.cypher.loader import Loader, Progress
from kg.stores.cypher.lookups import Lookups
from kg.stores.cypher.statements import Statements, nodes_with_ids
from kg.stores.cypher.values import from_database


class CypherStore(CypherEvents):
    """A store over an engine.

    Parameters
    ----------
    engine
        The database.
    vocabulary
        Labels and edge types of the schema; nothing else is written or read.
    progress
        Is told how many nodes and edges each batch wrote.
    loader
        Writes differences; a kind of its own where the engine has a quicker way.
    """

    def __init__(
        self,
        engine: Engine,
        vocabulary: Vocabulary,
        *,
        progress: Progress | None = None,
        loader: Callable[[Engine, Statements, Progress | None], Loader] = Loader,
    ) -> None:
        self.engine = engine
        self._vocabulary = vocabulary
        self._statements = Statements(vocabulary, sets_root_labels=engine.sets_root_labels)
        self._loader = loader(engine, self._statements, progress)
        self._lookups = Lookups(engine, self._statements)
        self._prepared = self._indexed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else."""
        self.apply(difference(self.snapshot(), graph))

    def apply(self, change: Difference) -> None:
        """Add, change and remove what a difference says."""
        self._prepare()
        self._loader.apply(change)
        self._index()

    def snapshot(self) -> Graph:
        """Read all that kg wrote. Like all reading it makes no indexes: it works where nothing may be written."""
        return self.engine.whole(self._snapshot)

    def _snapshot(self) -> Graph:
        if self._is_empty():
            return Graph((), ())
        nodes = sorted((node for root in ROOTS for node in self.nodes(root)), key=lambda n: n.id)
        ours = {node.id for node in nodes}
        edges = [
            _edge(kind, row)
            for kind in self._vocabulary.types
            for row in self.engine.stream(self._statements.all_edges(kind), {})
            if row["head"] in ours and row["tail"] in ours
        ]
        return Graph(tuple(nodes), tuple(sorted(edges, key=lambda e: e.id)))

    def count(self) -> Counts:
        """Count nodes and edges."""
        return self.engine.whole(self._count)

    def _count(self) -> Counts:
        nodes, edges = (
            sum(
                row["done"]
                for statement in statements
                for row in self.engine.stream(statement, {})
                if all(self._statements.exact(labels) is not None for labels in row["ends"])
            )
            for statements in self._statements.counted()
        )
        return Counts(nodes, edges)

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        if not self._knows(label):
            return
        rows = self.engine.stream(self._statements.all_nodes(label), {})
        yield from (node for row in rows if (node := self._node(row)) is not None)

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        if edge_type in self._vocabulary.types:
            rows = self.engine.stream(self._statements.all_edges(edge_type), {})
            yield from sorted((_edge(edge_type, row) for row in rows), key=lambda e: e.id)

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id."""
        if not ids or not self._knows(label):
            return {}
        rows = self.engine.stream(nodes_with_ids(label), {"ids": list(ids)})
        return {node.id: node for row in rows if (node := self._node(row)) is not None}

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin, or end, at nodes with a label and one of some ids, in the order of edge ids."""
        if not ids or edge_type not in self._vocabulary.types or not self._knows(label):
            return ()
        statement = self._statements.edges_of(label, edge_type, outgoing=outgoing)
        rows = self.engine.stream(statement, {"ids": list(ids)})
        return tuple(sorted((_edge(edge_type, row) for row in rows), key=lambda e: e.id))

    def named(self, keys: Collection[str], ids: Collection[str]) -> Sequence[Node]:
        """Entities with one of some ids, or that are looked up by one of some keys; by id."""
        rows = self._lookups.find(list(keys), list(ids))
        found = {node.id: node for row in rows if (node := self._node(row)) is not None}
        return [found[i] for i in sorted(found)]

    def labels(self, root: str) -> frozenset[str]:
        """The labels beside a root that some node with it has."""
        beside = [label for label, its in self._vocabulary.roots.items() if its == root != label]
        statement = self._statements.any_nodes(beside)
        return frozenset(row["label"] for row in self.engine.stream(statement, {})) if beside else frozenset()

    def types(self, root: str) -> Mapping[str, int]:
        """How many nodes with a root have each of the labels beside it that there are."""
        found: Counter[str] = Counter()
        for row in self.engine.stream(self._statements.counted_nodes(root), {}):
            [labels] = row["ends"]
            if self._statements.exact(labels) is not None:
                found.update({label: row["done"] for label in labels if label != root})
        return found

    def ids(self, label: str, prefix: str = "") -> Sequence[str]:
        """Ids of nodes with a label that begin so, in order."""
        if not self._knows(label):
            return ()
        rows = self.engine.stream(self._statements.ids(label), {"prefix": prefix})
        return sorted(row["id"] for row in rows)

    def pairs(self, edge_type: str) -> Iterator[tuple[str, str]]:
        """Head and tail of all edges of a type, in no order."""
        if edge_type in self._vocabulary.types:
            rows = self.engine.stream(self._statements.pairs(edge_type), {})
            yield from ((row["head"], row["tail"]) for row in rows)

    def ask(self, question: Question) -> Answer:
        """Answer a question in Cypher."""
        return self.engine.ask(question)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.close()

    def _is_empty(self) -> bool:
        """Whether there is no node at all, of ours or others': one short question in place of one a label and type."""
        return not any(row["done"] for row in self.engine.stream(self._statements.any_node(), {}))

    def _knows(self, label: str) -> bool:
        return label in self._vocabulary.roots or label in ROOTS

    def _prepare(self) -> None:
        if not self._prepared:
            self._lookups.complete()
            self.engine.prepare(self._vocabulary)
            self._prepared = True

    def _index(self) -> None:
        if not self._indexed:
            self.engine.index()
            self._indexed = True

    def _node(self, row: Row) -> Node | None:
        """The node of a row; None where it is not one of ours."""
        return self._node_of(row["labels"], row["properties"])


def _edge(kind: str, row: Row) -> Edge:
    known: Mapping[str, Any] = row["properties"]
    return Edge(known["id"], kind, row["head"], row["tail"], from_database(known))
