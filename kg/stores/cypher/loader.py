"""Differences into a database that speaks Cypher: nothing twice, nothing half, nothing lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.errors import StoreError
from kg.graph.difference import Difference
from kg.graph.vocabulary import ROOTS
from kg.stores.cypher.batches import Batch, edge_batches, node_batches
from kg.stores.cypher.engine import Engine, Transaction
from kg.stores.cypher.statements import Statements

#: A difference of up to this many nodes and edges is one transaction; a larger one is a transaction a batch, and a
#: run that was interrupted is completed by the next.
ATOMIC = 10_000

Progress = Callable[[int], None]


class Loader:
    """Writes differences through an engine."""

    def __init__(self, engine: Engine, statements: Statements, progress: Progress | None = None) -> None:
        self._engine = engine
        self._statements = statements
        self._progress = progress

    def apply(self, change: Difference) -> None:
        """Remove, add and change what a difference says.

        Raises
        ------
        StoreError
            An end of an edge isn't there; the message names both.
        """
        batches = list(self._batches(change))
        if len(change) <= ATOMIC:
            self._transact(batches)
        else:
            for batch in batches:
                self._transact([batch])

    def _batches(self, change: Difference) -> Iterator[Batch]:
        make, removed = self._statements, change.removed
        labels = self._labels(change)
        yield from edge_batches(
            removed.edges, labels, make, lambda kind, head, _: make.remove_edges(kind, head), counts=False
        )
        yield from node_batches(removed.nodes, make, make.remove_nodes, counts=False)
        for part in (change.added, change.changed):
            yield from node_batches(part.nodes, make, make.merge_nodes)
        for part in (change.added, change.changed):
            yield from edge_batches(part.edges, labels, make, make.merge_edges)

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
        self._engine.transact(lambda transaction: self._send(transaction, batches))
        if self._progress:  # not before: what is sent may be sent again
            self._progress(sum(len(batch.rows) for batch in batches))

    def _send(self, transaction: Transaction, batches: Sequence[Batch]) -> None:
        for batch in batches:
            if self._done(transaction, batch) != len(batch.rows) and batch.counts:
                raise StoreError(self._told(transaction, batch))

    def _done(self, transaction: Transaction, batch: Batch) -> int:
        """Send a batch, and give the number of its rows that were written, where its statement counts them."""
        answer = transaction.run(batch.statement, {"rows": batch.rows})
        return sum(row["done"] for row in answer) if batch.counts else 0

    def _told(self, transaction: Transaction, batch: Batch) -> str:
        """What wasn't written, and why."""
        for end, label in zip(("head", "tail"), batch.ends, strict=False):
            ids = sorted({row[end] for row in batch.rows})
            for row in transaction.run(self._statements.missing(label), {"ids": ids}):
                edge = next(r["id"] for r in batch.rows if r[end] == row["id"])
                return f"edge {edge!r}: there is no {label} {row['id']!r} in the database. Its batch wasn't written"
        return f"fewer rows were written than the {len(batch.rows)} sent, from {batch.rows[0]['id']!r} on. Load again"
