"""Which events are meant: the one definition of it. A server is given the same as conditions of its query."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.errors import StoreError
from kg.graph.records import Node


@dataclass(frozen=True, slots=True)
class Filter:
    """Bounds on events; None is no bound. An event of unknown date lies in no bounds of time.

    Examples
    --------
    >>> visit = Node("event:1", ("Event", "Visit"), {"confidence": 0.9, "n_articles": 1, "status": "planned"})
    >>> Filter().takes(visit), Filter(statuses=frozenset(["occurred"])).takes(visit)
    (True, False)
    """

    since: dt.date | None = None
    until: dt.date | None = None
    types: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    min_confidence: float = 0.0
    min_articles: int = 0
    min_sources: int = 0

    def takes(self, event: Node) -> bool:
        """Whether an event is within all bounds: it overlaps the time asked for."""
        known = event.properties
        least = {"confidence": self.min_confidence, "n_articles": self.min_articles, "n_sources": self.min_sources}
        if any(bound > 0 and number(event, name) < bound for name, bound in least.items()):
            return False
        if self.types is not None and known["type"] not in self.types:
            return False
        if self.statuses is not None and known["status"] not in self.statuses:
            return False
        if self.since is None and self.until is None:
            return True
        start, end = known.get("start"), known.get("end")
        if start is None or end is None:
            return False
        begins_in_time = self.until is None or str(start) <= self.until.isoformat()
        return begins_in_time and (self.since is None or str(end) >= self.since.isoformat())


def number(node: Node, name: str) -> float:
    """Give a property that is a number.

    Raises
    ------
    StoreError
        It is none.
    """
    value = node.properties[name]
    if not isinstance(value, int | float):
        raise StoreError(f"the graph is damaged: {name} of {node.id} is no number. Run `kg build` again")
    return value
