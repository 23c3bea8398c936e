"""Differences into a database that speaks Cypher: nothing twice, nothing half, nothing lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kg.errors import StoreError
from kg.graph.difference import Difference
from kg.graph.records import Edge
from kg.graph.vocabulary import ROOTS
from kg.stores.cypher.batches import Batch, edge_batches, node_batches
from kg.stores.cypher.engine import Engine, Transaction
from kg.stores.cypher.lanes import by_lanes, write_side_by_side
from kg.stores.cypher.statements import Statements

#: A difference of up to this many nodes and edges is one transaction; a larger one is a transaction a batch, and a
#: run that was interrupted is completed by the next.
ATOMIC = 10_000

Progress = Callable[[int], None]


class Loader:
    """Writes differences through an engine.

    Parameters
    ----------
    progress
        Is told how many nodes and edges each transaction wrote.
    writers
        How many transactions add nodes and edges side by side, where a difference is more than one transaction.
    """

    def __init__(
        self, engine: Engine, statements: Statements, progress: Progress | None = None, *, writers: int = 1
    ) -> None:
        self._engine = engine
        self._statements = statements
        self._progress = progress
        self._writers = writers

    def apply(self, change: Difference) -> None:
        """Remove, add and change what a difference says.

        Raises
        ------
        StoreError
            An end of an edge isn't there; the message names both.
        """
        labels = self._labels(change)
        if len(change) <= ATOMIC:
            parts = (self._removals(change, labels), self._nodes(change), self._edges(change, labels))
            self._transact(list(chain.from_iterable(parts)))
            return
        for batch in self._removals(change, labels):
            self._transact([batch])
        # An edge needs its ends: all nodes are there before the first edge.
        self._side_by_side([(frozenset(), self._nodes(change))])
        self._engine.begin_indexes()
        self._side_by_side(self._edges_in_lanes(change, labels))

    def _removals(self, change: Difference, labels: Mapping[str, str]) -> Iterator[Batch]:
        make, removed = self._statements, change.removed
        yield from edge_batches(
            removed.edges, labels, make, lambda kind, head, _: make.remove_edges(kind, head), counts=False
        )
        yield from node_batches(removed.nodes, make, make.remove_nodes, counts=False)

    def _nodes(self, change: Difference) -> Iterator[Batch]:
        for part in (change.added, change.changed):
            yield from node_batches(part.nodes, self._statements, self._statements.merge_nodes)

    def _edges(self, change: Difference, labels: Mapping[str, str]) -> Iterator[Batch]:
        for part in (change.added, change.changed):
            yield from self._merged(part.edges, labels)

    def _edges_in_lanes(
        self, change: Difference, labels: Mapping[str, str]
    ) -> Iterator[tuple[frozenset[int], Iterator[Batch]]]:
        for part in (change.added, change.changed):
            for lanes, edges in by_lanes(part.edges, self._writers):
                yield lanes, self._merged(edges, labels)

    def _merged(self, edges: Iterable[Edge], labels: Mapping[str, str]) -> Iterator[Batch]:
        return edge_batches(edges, labels, self._statements, self._statements.merge_edges)

    def _side_by_side(self, parts: Iterable[tuple[frozenset[int], Iterable[Batch]]]) -> None:
        write_side_by_side(
            parts, self._writers, lambda batch: self._work([batch]), self._tell_of, abandon=self._engine.abandon
        )

    def _labels(self, change: Difference) -> dict[str, str]:
        """Labels of all nodes at which an edge of the difference begins or ends."""
        parts = (change.removed, change.changed, change.added)
        known = {node.id: self._statements.label(node) for part in parts for node in part.nodes}
        edges = [edge for part in parts for edge in part.edges]
        known |= self._found(sorted({end for edge in edges for end in (edge.head, edge.tail)} - known.keys()))
        for edge in edges:
            for end in (edge.head, edge.tail):
                if end not in known:
                    raise StoreError(f"edge {edge.id!r} of type {edge.type}: there is no node {end!r}")
        return known

    def _found(self, ids: list[str]) -> dict[str, str]:
        """Labels of nodes that are in the database already."""
        known: dict[str, str] = {}
        for root in ROOTS if ids else ():
            for row in self._engine.stream(self._statements.labels_of(root), {"ids": ids}):
                label = self._statements.exact(row["labels"])
                if label is not None:
                    known[row["id"]] = label
        return known

    def _transact(self, batches: Sequence[Batch]) -> None:
        self._work(batches)
        self._tell_of(*batches)

    def _work(self, batches: Sequence[Batch]) -> None:
        self._engine.transact(lambda transaction: self._send(transaction, batches))

    def _tell_of(self, *batches: Batch) -> None:
        """Tell of batches that are written for good; not before, since what is sent may be sent again."""
        if self._progress:
            self._progress(sum(len(batch.rows) for batch in batches))

    def _send(self, transaction: Transaction, batches: Sequence[Batch]) -> None:
        for batch in batches:
            if self._done(transaction, batch) != len(batch.rows) and batch.counts:
                raise StoreError(self._told(transaction, batch))

    def _done(self, transaction: Transaction, batch: Batch) -> int:
        """Send a batch, and give the number of its rows that were written, where its statement counts them."""
        answer = transaction.run(batch.statement, batch.parameters())
        return sum(row["done"] for row in answer) if batch.counts else 0

    def _told(self, transaction: Transaction, batch: Batch) -> str:
        """What wasn't written, and why."""
        for end, label in enumerate(batch.ends):
            ids = sorted({row[end] for row in batch.rows})
            for row in transaction.run(self._statements.missing(label), {"ids": ids}):
                edge = next(own_id for own_id, r in zip(batch.ids(), batch.rows, strict=True) if r[end] == row["id"])
                return f"edge {edge!r}: there is no {label} {row['id']!r} in the database. Its batch wasn't written"
        return f"fewer rows were written than the {len(batch.rows)} sent, from {batch.ids()[0]!r} on. Load again"
