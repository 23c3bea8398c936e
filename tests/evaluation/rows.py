"""Short ways to gold and facts of made-up articles."""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]
Row = dict[str, Any]


def event(kind: str, names: str, **rest: Any) -> Event:
    """An event of people in the first role of a type, a state as destination: event("visit", "Ann Lee > FJ")."""
    people, _, destination = names.partition(" > ")
    role = {"visit": "visitor", "sign": "signatory"}.get(kind, "participant")
    actors = [{"role": role, "type": "person", "name": name} for name in people.split(", ")]
    if destination:
        actors.append({"role": "destination", "type": "country", "name": destination})
    given = {"place": None, "document": None, "date": None, "status": "occurred", "evidence": "It was so."}
    return {"type": kind, "participants": actors, **given, **rest}


def row(*events: Event, people: str = "", countries: str = "") -> Row:
    named = [{"name": name, "country": None} for name in people.split(", ") if name]
    return {"id": "a", "dct": None, "people": named, "countries": countries.split(), "events": list(events)}
