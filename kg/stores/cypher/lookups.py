"""Entities found by their names through an index of the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.graph.records import Node
from kg.graph.vocabulary import ENTITY
from kg.stores.cypher.batches import SIZE
from kg.stores.cypher.engine import Engine, Row
from kg.stores.cypher.statements import Statements
from kg.stores.cypher.values import LOOKUP, from_database
from kg.stores.lookup import keys_of


class Lookups:
    """Finds entities of a database by what `keys_of` says, and sees that the database has it.

    A graph that an earlier kg loaded has none until it is written to; it is read whole for each question then.
    """

    def __init__(self, engine: Engine, statements: Statements) -> None:
        self._engine = engine
        self._statements = statements

    def find(self, keys: Sequence[str], ids: Sequence[str]) -> Iterator[Row]:
        """Rows of entities that have one of some keys or ids."""
        if self._engine.has_lookup():
            return self._engine.lookup(keys, ids)
        rows = self._engine.stream(self._statements.all_nodes(ENTITY), {})
        return (row for row in rows if row["properties"]["id"] in ids or not set(keys).isdisjoint(_keys(row)))

    def complete(self) -> None:
        """Give what entities are looked up by to those that have none; called before the index is made."""
        if self._engine.has_lookup():
            return
        rows = [
            {"id": row["properties"]["id"], "keys": list(_keys(row))}
            for row in self._engine.stream(self._statements.unfound(), {})
            if self._statements.exact(row["labels"]) is not None
        ]
        for start in range(0, len(rows), SIZE):
            self._set(rows[start : start + SIZE])

    def _set(self, rows: Sequence[Row]) -> None:
        statement = self._statements.set_lookups()
        self._engine.transact(lambda transaction: transaction.run(statement, {"rows": rows}))


def _keys(row: Row) -> Sequence[str]:
    known = row["properties"]
    return known.get(LOOKUP) or keys_of(Node(known["id"], tuple(row["labels"]), from_database(known)))
