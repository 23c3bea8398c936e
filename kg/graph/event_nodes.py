"""Nodes of events and agreements, tied to participants, date, place and evidence."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.assembly import Assembly
from kg.graph.digest import ArticleDigest
from kg.graph.told import add_date, report_id
from kg.mentions.mention import PERSON
from kg.resolution.entities import Entities, country_id
from kg.resolution.fitting import normalised_title
from kg.resolution.identity import stable_id
from kg.resolution.records import Event
from kg.schema.types import AGREEMENT, EventType


def add_event(
    assembly: Assembly,
    event: Event,
    kind: EventType | None,
    *,
    entities: Entities,
    digests: Mapping[str, ArticleDigest],
) -> str | None:
    """Add an event and all that hangs on it; gives the id of its agreement, where it has one."""
    when = event.when
    known = {
        "type": event.type,
        "start": when.first.isoformat() if when else None,
        "end": when.last.isoformat() if when else None,
        "edtf": when.edtf if when else None,
        "precision": when.precision.value if when else None,
        "date_text": when.text if when else None,
        "date_basis": when.basis.value if when else None,
        "place": event.place_text,
        "document": event.document,
        "status": event.status.value,
        "confidence": event.confidence,
        "n_articles": event.n_articles,
        "n_sources": event.n_sources,
    }
    assembly.node(event.id, ("Event", event.type), known)
    for actor in event.actors:
        assembly.edge("PARTICIPATES_IN", actor.entity, event.id, {"role": actor.role}, actor.role)
    if when:
        date = add_date(assembly, when.edtf, when.first.isoformat(), when.last.isoformat(), when.precision)
        assembly.edge("ON", event.id, date, {})
    if event.place:
        assembly.edge("AT", event.id, event.place, {})
    _add_evidence(assembly, event, digests)
    return _add_agreement(assembly, event, kind, entities)


def _add_evidence(assembly: Assembly, event: Event, digests: Mapping[str, ArticleDigest]) -> None:
    for telling in event.tellings:
        facts = digests[telling.article].facts
        local = facts.events[telling.index]
        for number in sorted({*local.reports, local.main}, key=lambda n: n != local.main):
            report = report_id(telling.article, facts.reports[number])
            assembly.edge("EVIDENCE_FOR", report, event.id, {"main": number == local.main})


def _add_agreement(assembly: Assembly, event: Event, kind: EventType | None, entities: Entities) -> str | None:
    """Add what was signed. Every event whose edge leads to an agreement has one, named or not."""
    if not (event.document_named or (kind is not None and is_about_agreement(kind))):
        return None
    name = event.document or "unnamed agreement"
    own_id = stable_id("agreement", {"event": event.id})
    if event.document_named and event.document:
        year = event.when.first.year if event.when else None
        parties = sorted({_party(actor.entity, entities) for actor in event.actors})
        own_id = stable_id("agreement", normalised_title(event.document), parties, year)
    assembly.node(own_id, ("Agreement", "Entity"), {"name": name, "names": (name,), "named": event.document_named})
    assembly.edge("OF", event.id, own_id, {})
    return own_id


def is_about_agreement(kind: EventType) -> bool:
    """Whether the edge of an event type leads to an agreement."""
    role = kind.roles.get(kind.edge.tail)
    return kind.edge.tail == AGREEMENT or (role is not None and role.types == (AGREEMENT,))


def _party(entity_id: str, entities: Entities) -> str:
    """Who is bound: the state for which a person signs, else the actor."""
    entity = entities.by_id[entity_id]
    return country_id(entity.country) if entity.type == PERSON and entity.country else entity_id
