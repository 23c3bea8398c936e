"""Rows of nodes and edges in groups that one statement serves: by label, and by type and labels of the ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from kg.graph.records import Edge, Node
from kg.stores.cypher.statements import Statements
from kg.stores.cypher.values import stored, to_database

#: Rows of one statement. Measured: from 1,000 to 10,000 the size makes no difference to a server.
SIZE = 2000

#: A node is `[id, properties]`, an edge `[head, tail, id, properties]`: lists are less for a server to read than maps.
Row = list[Any]
_BY_ID = attrgetter("id")
_BY_HEAD = attrgetter("head")
_ID_OF_EDGE = 2


@dataclass(frozen=True, slots=True)
class Batch:
    """A statement with its rows, whether it counts what it did, and for edges their type and labels of both ends."""

    statement: str
    rows: list[Row]
    counts: bool = True
    type: str | None = None
    ends: tuple[str, ...] = ()

    def parameters(self) -> dict[str, Any]:
        """Give what the statement takes: rows of nodes as they are, those of edges by their heads.

        Examples
        --------
        >>> Batch("", [["a", "b", "e1", {}], ["a", "c", "e2", {}]], type="MEETS").parameters()
        {'heads': [['a', [['b', 'e1', {}], ['c', 'e2', {}]]]]}
        """
        if self.type is None:
            return {"rows": self.rows}
        return {"heads": [[head, [row[1:] for row in rows]] for head, rows in groupby(self.rows, itemgetter(0))]}

    def ids(self) -> list[str]:
        """Ids of the rows, in their order."""
        return [row[0 if self.type is None else _ID_OF_EDGE] for row in self.rows]


def node_batches(
    nodes: Iterable[Node], statements: Statements, make: Callable[[str], str], *, counts: bool = True
) -> Iterator[Batch]:
    """Group nodes by label, in the order of labels and ids; `make` gives the statement of a label."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[statements.label(node)].append(node)
    for label, members in sorted(groups.items()):
        for part in _cut(sorted(members, key=_BY_ID)):
            yield Batch(make(label), [[node.id, to_database(stored(node))] for node in part], counts)


def edge_batches(
    edges: Iterable[Edge],
    labels: Mapping[str, str],
    statements: Statements,
    make: Callable[[str, str, str], str],
    *,
    counts: bool = True,
) -> Iterator[Batch]:
    """Group edges by type and the labels of head and tail, in the order of their heads and ids.

    `make` gives the statement of these three.
    """
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[statements.type(edge), labels[edge.head], labels[edge.tail]].append(edge)
    for (kind, head, tail), members in sorted(groups.items()):
        members.sort(key=_BY_ID)
        members.sort(key=_BY_HEAD)  # one after the other: quicker than by both at once
        for part in _cut(members):
            rows = [[edge.head, edge.tail, edge.id, to_database(edge.properties)] for edge in part]
            yield Batch(make(kind, head, tail), rows, counts, kind, (head, tail))


def _cut(members: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (members[start : start + SIZE] for start in range(0, len(members), SIZE))
