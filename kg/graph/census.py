"""How many there are of each kind in a graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from kg.graph.records import Graph, Node
from kg.graph.vocabulary import ENTITY


@dataclass(frozen=True, slots=True)
class Census:
    """Of a graph: sources of its articles, entities by kind, events by type and status with the days they span."""

    nodes: int
    edges: int
    sources: int
    entities: Mapping[str, int]
    events: Mapping[str, Mapping[str, int]]
    first: str | None
    last: str | None

    @classmethod
    def of(cls, graph: Graph) -> Self:
        """Count a graph.

        Examples
        --------
        >>> Census.of(Graph((Node("country:CH", ("Country", "Entity"), {}),), ())).entities
        {'Country': 1}
        """
        entities: Counter[str] = Counter()
        events: dict[str, Counter[str]] = {}
        sources: set[object] = set()
        days: list[str] = []
        for node in graph.nodes:
            known = node.properties
            if ENTITY in node.labels:
                entities[_kind(node)] += 1
            elif "Event" in node.labels:
                events.setdefault(str(known["type"]), Counter())[str(known["status"])] += 1
                days += [str(known[end]) for end in ("start", "end") if end in known]
            elif "Article" in node.labels:
                sources.add(known.get("source", node.id))
        return cls(
            len(graph.nodes),
            len(graph.edges),
            len(sources),
            dict(sorted(entities.items())),
            {kind: dict(sorted(events[kind].items())) for kind in sorted(events)},
            min(days, default=None),
            max(days, default=None),
        )

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain JSON values."""
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "sources": self.sources,
            "entities": dict(self.entities),
            "events": {kind: dict(statuses) for kind, statuses in self.events.items()},
            "first": self.first,
            "last": self.last,
        }


def _kind(node: Node) -> str:
    return next((label for label in node.labels if label != ENTITY), ENTITY)
