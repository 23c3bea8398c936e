"""Which edges begin and end at which node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.graph.records import Edge, Graph


class Incidence:
    """The nodes of a graph by id, its edges by end and type, and projected ones by their event."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self.outgoing: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self.incoming: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self.projected: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self.outgoing[edge.head, edge.type].append(edge)
            self.incoming[edge.tail, edge.type].append(edge)
            if "event" in edge.properties:
                self.projected[str(edge.properties["event"])].append(edge)


def whole(known: Mapping[str, object], name: str) -> int:
    """Give a property that is a whole number; -1 where it is none."""
    value = known.get(name)
    return value if isinstance(value, int) else -1
