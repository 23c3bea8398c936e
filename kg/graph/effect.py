"""What becomes of the events of a graph when articles are taken out of it or read anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.graph.difference import Difference, difference
from kg.graph.records import Graph, Node, Value


class Fate(StrEnum):
    """What becomes of an event."""

    GONE = "gone"  # nothing else tells of it
    KEPT = "kept"  # other reports tell of it


@dataclass(frozen=True, slots=True)
class EventEffect:
    """An event that loses reports.

    `reports_before` told of it, `reports` do now; `now` has the ids of the event afterwards: another one where the id
    comes from what was lost, several where that held together what now is apart. `changed` names the properties that
    differ.
    """

    id: str
    type: str
    status: str
    start: str | None
    end: str | None
    who: tuple[str, ...]
    fate: Fate
    reports_before: int
    reports: int
    now: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """How a graph changes, and the events that lose reports: those that are gone first, then by day."""

    change: Difference
    events: tuple[EventEffect, ...]

    def counts(self) -> dict[str, dict[str, int]]:
        """Count nodes and edges that are added, changed and removed.

        Examples
        --------
        >>> Effect(Difference(), ()).counts()["removed"]
        {'nodes': 0, 'edges': 0}
        """
        parts = {"added": self.change.added, "changed": self.change.changed, "removed": self.change.removed}
        return {name: part.counts._asdict() for name, part in parts.items()}

    def of(self, fate: Fate) -> tuple[EventEffect, ...]:
        """Events with a fate."""
        return tuple(event for event in self.events if event.fate is fate)


def effect(old: Graph, new: Graph) -> Effect:
    """Tell what becomes of a graph's events in another one.

    Examples
    --------
    >>> told = Graph((Node("e", ("Event", "Visit"), {"type": "Visit", "status": "planned"}),), ())
    >>> [(event.id, event.fate.value) for event in effect(told, Graph((), ())).events]
    [('e', 'gone')]
    """
    before, after = _Telling(old), _Telling(new)
    names = {node.id: str(node.properties.get("name", node.id)) for node in old.nodes if "Entity" in node.labels}
    found = [
        _of_event(event, before, after, tuple(sorted(names[actor] for actor in before.actors[event.id])))
        for event in before.events.values()
        if event.id not in after.events or before.reports[event.id] - after.all_reports
    ]
    # An event whose id alone is another now has lost nothing.
    lost = [one for one in found if one.fate is Fate.GONE or before.reports[one.id] - after.all_reports]
    return Effect(difference(old, new), tuple(sorted(lost, key=lambda e: (e.fate, e.start or "", e.id))))


class _Telling:
    """The events of a graph and the reports that tell of them."""

    def __init__(self, graph: Graph) -> None:
        self.events = {node.id: node for node in graph.nodes if "Event" in node.labels}
        self.all_reports = {node.id for node in graph.nodes if "Report" in node.labels}
        self.reports: dict[str, set[str]] = defaultdict(set)
        self.told: dict[str, set[str]] = defaultdict(set)
        self.actors: dict[str, set[str]] = defaultdict(set)
        for edge in graph.edges:
            if edge.type == "EVIDENCE_FOR":
                self.reports[edge.tail].add(edge.head)
                self.told[edge.head].add(edge.tail)
            elif edge.type == "PARTICIPATES_IN":
                self.actors[edge.tail].add(edge.head)


def _of_event(event: Node, before: _Telling, after: _Telling, who: tuple[str, ...]) -> EventEffect:
    known = event.properties
    told = before.reports[event.id]
    followers = {other for report in told & after.all_reports for other in after.told[report]}
    if event.id in after.events:  # told by other words of an article that was read anew
        followers.add(event.id)
    now = tuple(sorted(followers))
    return EventEffect(
        id=event.id,
        type=str(known["type"]),
        status=str(known["status"]),
        start=_text(known.get("start")),
        end=_text(known.get("end")),
        who=who,
        fate=Fate.KEPT if now else Fate.GONE,
        reports_before=len(told),
        reports=len({report for other in now for report in after.reports[other]}),
        now=now,
        changed=_changed(known, after.events[now[0]].properties) if len(now) == 1 else (),
    )


def _changed(old: Mapping[str, Value], new: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(name for name in sorted({*old, *new} - {"id"}) if old.get(name) != new.get(name))


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
