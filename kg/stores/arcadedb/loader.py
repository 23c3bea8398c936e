"""What ArcadeDB needs otherwise than its Cypher: edges found by their ids, and first loads in bulk.

Its Cypher finds an edge by walking all edges of the node where it begins: a second for twenty edges of a node with ten
thousand. Its SQL finds it by the index on edge ids.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.graph.difference import Difference
from kg.graph.records import Edge, Graph
from kg.stores.arcadedb.engine import ArcadeDBEngine, ArcadeDBTransaction
from kg.stores.arcadedb.faults import told
from kg.stores.cypher.batches import Batch
from kg.stores.cypher.engine import Engine, Transaction
from kg.stores.cypher.loader import Loader, Progress
from kg.stores.cypher.statements import Statements, quoted
from kg.stores.cypher.values import stored, to_database


class ArcadeDBLoader(Loader):
    """Writes differences into ArcadeDB."""

    def __init__(self, engine: Engine, statements: Statements, progress: Progress | None = None) -> None:
        super().__init__(engine, statements, progress)
        assert isinstance(engine, ArcadeDBEngine)
        self._arcadedb = engine

    def apply(self, change: Difference) -> None:
        """Remove, add and change what a difference says; the first load of an empty database goes in bulk."""
        only_adds = len(change) == len(change.added.nodes) + len(change.added.edges) > 0
        if only_adds and self._is_empty():
            self._labels(change)  # raises where an end is missing
            self._load(change.added)
        else:
            super().apply(change)

    def _done(self, transaction: Transaction, batch: Batch) -> int:
        assert isinstance(transaction, ArcadeDBTransaction)
        if batch.type is None:
            return super()._done(transaction, batch)
        kind, ids = quoted(batch.type), batch.ids()
        if not batch.counts:
            transaction.sql(f"DELETE FROM {kind} WHERE id IN :ids", {"ids": ids})
            return 0
        select = f"SELECT id, @out.id AS head, @in.id AS tail FROM {kind} WHERE id IN :ids"
        found = {(row["head"], row["tail"], row["id"]) for row in transaction.sql(select, {"ids": ids})}
        new = []
        for head, tail, own_id, properties in batch.rows:
            row = {"id": own_id, "head": head, "tail": tail, "properties": properties}
            if (head, tail, own_id) in found:
                transaction.sql(f"UPDATE {kind} CONTENT :properties WHERE id = :id", row)
            else:
                new.append(row)
        return len(batch.rows) - len(new) + self._created(transaction, batch, new)

    def _created(self, transaction: Transaction, batch: Batch, rows: list[dict[str, Any]]) -> int:
        """Make edges that aren't there; the index refuses an id that is there between other nodes."""
        if not rows or batch.type is None:
            return 0
        statement = self._statements.create_edges(batch.type, *batch.ends)
        return sum(row["done"] for row in transaction.run(statement, {"rows": rows}))

    def _is_empty(self) -> bool:
        nodes, _ = self._statements.counted()
        return not any(row["done"] for statement in nodes for row in self._engine.stream(statement, {}))

    def _load(self, graph: Graph) -> None:
        """Load a graph in bulk. The engine keeps no log meanwhile, so that the folder is marked until it is closed."""
        self._arcadedb.mark_first_load()
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for node in graph.nodes:
            groups[self._statements.label(node)].append(to_database(stored(node)))
        edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            edges[self._statements.type(edge)].append(edge)
        records: dict[str, str] = {}
        with (
            told(self._arcadedb.folder),
            self._arcadedb.database.graph_batch(expected_edge_count=max(1, len(graph.edges))) as batch,
        ):
            for label, rows in sorted(groups.items()):
                made = batch.create_vertices(label, rows)
                records |= zip((row["id"] for row in rows), made, strict=True)
                self._tell(len(rows))
            for kind, members in sorted(edges.items()):
                heads, tails = (
                    [records[end] for end in ends] for ends in zip(*((e.head, e.tail) for e in members), strict=True)
                )
                batch.new_edges(heads, kind, tails, [to_database(e.properties) for e in members])
                self._tell(len(members))

    def _tell(self, count: int) -> None:
        if self._progress:
            self._progress(count)
