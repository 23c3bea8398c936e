"""What turns one graph into another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.graph.records import Edge, Graph, Node

EMPTY = Graph((), ())
T = TypeVar("T", Node, Edge)


@dataclass(frozen=True, slots=True)
class Difference:
    """Nodes and edges that are new, that got other properties, and that are no more.

    Each of the three is in the order of ids. Ends of an added edge may be nodes that were there before.
    """

    added: Graph = EMPTY
    changed: Graph = EMPTY
    removed: Graph = EMPTY

    def __len__(self) -> int:
        """Nodes and edges that differ."""
        return sum(sum(part.counts) for part in (self.added, self.changed, self.removed))


def difference(old: Graph, new: Graph) -> Difference:
    """Give what has to be added, changed and removed to make `old` into `new`.

    A node whose labels differ, and an edge of another type or with other ends, is removed and added anew, a node
    together with its edges.

    Examples
    --------
    >>> one = Graph((Node("a", ("Date",), {"start": "2001-01-01"}),), ())
    >>> two = Graph((Node("a", ("Date",), {"start": "2002-02-02"}), Node("b", ("Date",), {})), ())
    >>> found = difference(one, two)
    >>> [node.id for node in found.added.nodes], [node.id for node in found.changed.nodes], len(found)
    (['b'], ['a'], 2)
    """
    before, after = {n.id: n for n in old.nodes}, {n.id: n for n in new.nodes}
    remade = {i for i, n in before.items() if i in after and after[i].labels != n.labels}
    links_before, links_after = {e.id: e for e in old.edges}, {e.id: e for e in new.edges}
    moved = {i for i, e in links_before.items() if i in links_after and _is_moved(e, links_after[i], remade)}
    return Difference(
        Graph(_only(after, before, remade), _only(links_after, links_before, moved)),
        Graph(_other(after, before, remade), _other(links_after, links_before, moved)),
        Graph(_only(before, after, remade), _only(links_before, links_after, moved)),
    )


def patched(graph: Graph, change: Difference) -> Graph:
    """Give a graph with a difference applied to it.

    Examples
    --------
    >>> one, two = Graph((Node("a", ("Date",), {}),), ()), Graph((Node("b", ("Date",), {}),), ())
    >>> patched(one, difference(one, two)) == two
    True
    """
    nodes, edges = {n.id: n for n in graph.nodes}, {e.id: e for e in graph.edges}
    for node in change.removed.nodes:
        nodes.pop(node.id, None)
    for edge in change.removed.edges:
        edges.pop(edge.id, None)
    for part in (change.added, change.changed):
        nodes |= {n.id: n for n in part.nodes}
        edges |= {e.id: e for e in part.edges}
    return Graph(tuple(nodes[i] for i in sorted(nodes)), tuple(edges[i] for i in sorted(edges)))


def _is_moved(old: Edge, new: Edge, remade: set[str]) -> bool:
    same = (old.type, old.head, old.tail) == (new.type, new.head, new.tail)
    return not same or bool({new.head, new.tail} & remade)


def _only(of: Mapping[str, T], than: Mapping[str, T], anew: Iterable[str]) -> tuple[T, ...]:
    """Those of one side that the other lacks, and those that are made anew."""
    return tuple(of[i] for i in sorted({*(of.keys() - than.keys()), *anew}))


def _other(of: Mapping[str, T], than: Mapping[str, T], anew: set[str]) -> tuple[T, ...]:
    """Those on both sides with other properties."""
    return tuple(of[i] for i in sorted(of.keys() & than.keys() - anew) if of[i].properties != than[i].properties)
