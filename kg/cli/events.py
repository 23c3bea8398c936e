"""How answers about events look, as table cells and as JSON."""

from __future__ import annotations

from kg.cli.console import Row
from kg.mentions.mention import PERSON
from kg.query.relation_results import Path
from kg.query.results import Connection, Event, Evidence, LinkKind, Step

EVENT_COLUMNS = {
    "when": "when",
    "status": "status",
    "type": "type",
    "who": "who",
    "where": "where",
    "document": "document",
}
# Stands beneath each row: the sentence, and the article that it is from.
EVIDENCE = "says"
_SHORT_ID = 8  # characters after "event:": enough for `kg evidence`, which takes the beginning of an id


def short_id(event: str) -> str:
    """Give the beginning of an event's id, as tables show it."""
    return event.removeprefix("event:")[:_SHORT_ID]


def event_cells(event: Event, evidence: Evidence | None) -> Row:
    """Give an event as the cells of a table."""
    return {
        "id": short_id(event.id),
        "when": event.edtf,
        "status": event.status,
        "type": event.type,
        "who": _who(event),
        "where": event.place,
        "document": event.document,
        EVIDENCE: f"{evidence.sentence} [{evidence.article}]" if evidence else None,
    }


def _who(event: Event) -> list[str]:
    """Name who takes part, people first, with roles where they differ."""
    people_first = sorted(event.participants, key=lambda participant: participant.actor.type != PERSON)
    if len({participant.role for participant in people_first}) < 2:
        return [participant.actor.name for participant in people_first]
    return [f"{participant.actor.name} ({participant.role})" for participant in people_first]


def connection_cells(number: int, connection: Connection) -> list[Row]:
    """Give a connection as rows of a table, one a step."""
    steps = enumerate(connection.steps)
    return [{"number": number if place == 0 else None, **_step_cells(step)} for place, step in steps]


def path_cells(number: int, path: Path) -> list[Row]:
    """Give a path as rows of a table, one a tie; the first of each step says how many more there are."""
    rows: list[Row] = []
    for step in path.steps:
        for place, tie in enumerate(step.ties):
            cells = dict(_step_cells(tie))
            if place:
                cells["who"] = None
            elif step.count > len(step.ties):
                cells["who"] = f"{cells['who']} ({step.count} ties)"
            rows.append({"number": None if rows else number, "cost": None if rows else path.cost, **cells})
    return rows


def _step_cells(step: Step) -> Row:
    cells = dict(event_cells(step.event, step.evidence)) if step.event else {EVIDENCE: step.via_name}
    if step.kind is not LinkKind.EVENT:
        cells["type"] = step.kind.value
        cells["document"] = step.via_name if step.kind is LinkKind.AGREEMENT else None
        cells["where"] = step.via_name if step.kind is LinkKind.PLACE else None
    if step.alternatives:
        cells[EVIDENCE] = f"{cells[EVIDENCE] or ''} (and {step.alternatives} more)".strip()
    return {**cells, "who": f"{step.head.name} – {step.tail.name}"}
