"""Rows of nodes and edges in groups that one statement serves: by label, and by type and labels of the ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from kg.graph.records import Edge, Node
from kg.stores.cypher.statements import Statements
from kg.stores.cypher.values import stored, to_database

#: Rows of one statement. Measured: from 1,000 to 10,000 the size makes no difference to a server.
SIZE = 2000


@dataclass(frozen=True, slots=True)
class Batch:
    """A statement with its rows, whether it counts what it did, and for edges their type and labels of both ends.

    `by_head`: the statement takes the edges of each head together, as `$heads`; else it takes `$rows`.
    """

    statement: str
    rows: list[dict[str, Any]]
    counts: bool = True
    type: str | None = None
    ends: tuple[str, ...] = ()
    by_head: bool = False

    def parameters(self) -> dict[str, Any]:
        """Give what the statement takes."""
        if not self.by_head:
            return {"rows": self.rows}
        return {"heads": [{"id": head, "edges": list(rows)} for head, rows in groupby(self.rows, itemgetter("head"))]}


def node_batches(
    nodes: Iterable[Node], statements: Statements, make: Callable[[str], str], *, counts: bool = True
) -> Iterator[Batch]:
    """Group nodes by label, in the order of labels and ids; `make` gives the statement of a label."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[statements.label(node)].append(node)
    for label, members in sorted(groups.items()):
        rows = [{"id": n.id, "properties": to_database(stored(n))} for n in sorted(members, key=lambda n: n.id)]
        yield from (Batch(make(label), part, counts) for part in _cut(rows))


def edge_batches(
    edges: Iterable[Edge],
    labels: Mapping[str, str],
    statements: Statements,
    make: Callable[[str, str, str], str],
    *,
    counts: bool = True,
    by_head: bool = False,
) -> Iterator[Batch]:
    """Group edges by type and the labels of head and tail; `make` gives the statement of these three.

    Rows come in the order of their ids, with `by_head` in that of their heads' before.
    """
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[statements.type(edge), labels[edge.head], labels[edge.tail]].append(edge)
    for (kind, head, tail), members in sorted(groups.items()):
        rows = [
            {"id": e.id, "head": e.head, "tail": e.tail, "properties": to_database(e.properties)}
            for e in sorted(members, key=lambda e: (e.head, e.id) if by_head else (e.id,))
        ]
        statement = make(kind, head, tail)
        yield from (Batch(statement, part, counts, kind, (head, tail), by_head) for part in _cut(rows))


def _cut(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return (rows[start : start + SIZE] for start in range(0, len(rows), SIZE))
