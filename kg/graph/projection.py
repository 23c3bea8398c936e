"""Typed edges between actors, made from events by the rule of their type; they can be dropped and made anew."""

from __future__ import annotations

from itertools import combinations, product

from kg.events.facts import Status
from kg.graph.assembly import Assembly
from kg.graph.event_nodes import is_about_agreement
from kg.resolution.identity import stable_id
from kg.resolution.records import Event
from kg.schema.types import EventType


def project(assembly: Assembly, event: Event, kind: EventType, *, agreement: str | None) -> None:
    """Add one edge for each pair that an event connects; none for what didn't happen.

    A symmetric edge stands once, from the smaller id to the larger.
    """
    if event.status is Status.NEGATED:
        return
    known = {
        "event": event.id,
        "start": event.when.first.isoformat() if event.when else None,
        "end": event.when.last.isoformat() if event.when else None,
        "status": event.status.value,
        "place": event.place_text,
        "confidence": event.confidence,
        "n_articles": event.n_articles,
    }
    for head, tail in _pairs(event, kind, agreement):
        edge_id = stable_id("edge", event.id, kind.edge.type, head, tail)
        assembly.edge_with_id(edge_id, kind.edge.type, head, tail, known)


def _pairs(event: Event, kind: EventType, agreement: str | None) -> list[tuple[str, str]]:
    heads = _filling(event, kind, kind.edge.head)
    if kind.edge.symmetric:
        return list(combinations(heads, 2))
    tails = [agreement] if is_about_agreement(kind) and agreement else _filling(event, kind, kind.edge.tail)
    return [(head, tail) for head, tail in product(heads, tails) if head != tail]


def _filling(event: Event, kind: EventType, role: str) -> list[str]:
    """Entities in a role or in one that counts as it, in order, each once."""
    roles = {role, *(r.name for r in kind.roles.values() if r.counts_as == role)}
    return sorted({actor.entity for actor in event.actors if actor.role in roles})
