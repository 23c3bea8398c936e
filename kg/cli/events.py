"""How answers about events look, as table cells and as JSON."""

from __future__ import annotations

from dataclasses import asdict

from kg.cli.output import Row
from kg.mentions.mention import PERSON
from kg.query.results import Connection, Event, Evidence, TimelineEntry

EVENT_COLUMNS = {
    "when": "when",
    "status": "status",
    "type": "type",
    "who": "who",
    "where": "where",
    "says": "evidence",
}


def record(answer: Connection | TimelineEntry | Event | Evidence) -> Row:
    """Give an answer as plain JSON values."""
    return asdict(answer)


def event_cells(event: Event | None, evidence: Evidence | None) -> Row:
    """Give an event as the cells of a table."""
    says = evidence.sentence if evidence else None
    if event is None:
        return {"says": says}
    return {
        "when": event.edtf,
        "status": event.status,
        "type": event.type,
        "who": _who(event),
        "where": event.place,
        "says": says,
        "id": event.id,
    }


def _who(event: Event) -> list[str]:
    """Name who takes part, people first, with roles where they differ."""
    people_first = sorted(event.participants, key=lambda participant: participant.actor.type != PERSON)
    if len({participant.role for participant in people_first}) < 2:
        return [participant.actor.name for participant in people_first]
    return [f"{participant.actor.name} ({participant.role})" for participant in people_first]


def connection_cells(number: int, connection: Connection) -> list[Row]:
    """Give a connection as rows of a table, one a step."""
    return [
        {
            "number": number if place == 0 else None,
            "who": f"{step.head.name} – {step.tail.name}",
            **{k: v for k, v in event_cells(step.event, step.evidence).items() if k != "who"},
            "type": step.event.type if step.event else f"{step.kind.value}: {step.via}",
        }
        for place, step in enumerate(connection.steps)
    ]
