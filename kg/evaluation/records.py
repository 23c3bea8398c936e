"""What is scored: the people, countries and events of an article, from gold or from a file of facts.

What is malformed is counted in `notes` and can't be right; nothing raises.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.evaluation.names import fold

ROLES: Mapping[str, tuple[str, ...]] = {
    "visit": ("visitor", "destination"),
    "meet": ("participant",),
    "call": ("participant",),
    "sign": ("signatory",),
}
TYPES = tuple(ROLES)
_STATUSES = {status: status for status in ("occurred", "planned", "possible", "negated")} | {"ongoing": "occurred"}
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Notes = Counter[str]
Days = tuple[int, int]
NEVER: Days = (0, 0)  # a malformed date, which equals none


@dataclass(frozen=True, slots=True)
class ScoredActor:
    """An actor in a role; `type` and `name` are empty where they can't be read."""

    role: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class ScoredEvent:
    """An event; `days` are ordinals of its first and last day. `rule` is there where kg extracted it."""

    type: str
    actors: tuple[ScoredActor, ...]
    days: Days | None
    status: str | None
    place: str | None
    document: str | None
    evidence: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class ScoredArticle:
    """What gold or an extractor says of one article; an empty name is one that can't be read."""

    id: str
    people: tuple[str, ...]
    countries: frozenset[str]
    events: tuple[ScoredEvent, ...]


def scored_article(row: Mapping[str, object], notes: Notes) -> ScoredArticle:
    """Read one row of gold or of facts.

    Examples
    --------
    >>> notes = Notes()
    >>> article = scored_article({"id": "a", "countries": ["FJ"], "events": "none"}, notes)
    >>> sorted(article.countries), dict(+notes)
    (['FJ'], {'events is not a list': 1})
    """
    people = row.get("people")
    countries = row.get("countries") or []
    codes = countries if isinstance(countries, list) else []
    if not isinstance(countries, list) or not all(isinstance(code, str) for code in codes):
        notes["countries: not a list of codes"] += 1
    _objects(row, "people", notes)  # for the notes: an entry that is no object is a name that can't be read
    return ScoredArticle(
        id=str(row.get("id")),
        people=tuple(_text(_field(person, "name")) or "" for person in people) if isinstance(people, list) else (),
        countries=frozenset(str(code) for code in codes),
        events=tuple(_event(event, notes) for event in _objects(row, "events", notes)),
    )


def _event(event: Mapping[str, object], notes: Notes) -> ScoredEvent:
    kind = _text(event.get("type"))
    notes["event without a type: not read"] += kind is None
    read = kind in TYPES  # a type beside the four is allowed, and not looked into
    told = notes if read else Notes()
    status = _STATUSES.get(_text(event.get("status")) or "")
    told["no or unknown status: never right"] += status is None
    confidence = event.get("confidence")
    return ScoredEvent(
        type=kind or "",
        actors=tuple(_actor(actor, told) for actor in _objects(event, "participants", told)),
        days=_days(event.get("date"), told),
        status=status,
        place=_text(event.get("place")),
        document=_text(event.get("document")),
        evidence=_text(event.get("evidence")),
        rule=_text(event.get("rule")),
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
    )


def _actor(actor: Mapping[str, object], notes: Notes) -> ScoredActor:
    role, kind, name = (_text(actor.get(key)) for key in ("role", "type", "name"))
    named = bool(fold(name)) and kind is not None
    notes["participant without role, type or name"] += not named or role is None
    return ScoredActor(role or "", kind or "" if named else "", name or "" if named else "")


def _days(value: object, notes: Notes) -> Days | None:
    """First and last day of an interval; None for no date."""
    if value is None or (isinstance(value, dict) and value.get("start") is None and value.get("end") is None):
        return None
    start = _text(_field(value, "start"))
    last = _field(value, "end") or start
    end = _text(last)
    if start and end and _ISO_DAY.fullmatch(start) and _ISO_DAY.fullmatch(end) and start <= end:
        try:
            return dt.date.fromisoformat(start).toordinal(), dt.date.fromisoformat(end).toordinal()
        except ValueError:
            pass
    notes["malformed date: never right"] += 1
    return NEVER


def _objects(thing: Mapping[str, object], key: str, notes: Notes) -> list[Mapping[str, object]]:
    value = thing.get(key)
    if value is not None and not isinstance(value, list):
        notes[f"{key} is not a list"] += 1
    items = value if isinstance(value, list) else []
    notes[f"{key}: entry is not an object"] += sum(not isinstance(item, dict) for item in items)
    return [item for item in items if isinstance(item, dict)]


def _field(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
