"""Facts -> the JSON of the facts format, which `kg extract` writes and scorers read."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Filler, LocalEvent, When
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity
from kg.schema.types import AGREEMENT, EventType, Schema


class PersonFact(TypedDict):
    """A person named in the article, under the fullest name, and the state that he or she represents."""

    name: str
    country: str | None


# "from" is a keyword, hence the call.
DateFact = TypedDict(
    "DateFact",
    {"start": int, "end": int, "text": str, "value": str | None, "from": str | None, "to": str | None},
)


class Participant(TypedDict):
    """An actor of an event; a country's name is its ISO 3166-1 alpha-2 code."""

    role: str
    type: str
    name: str


class Interval(TypedDict):
    """A closed interval of ISO dates, and the same as EDTF."""

    start: str
    end: str
    edtf: str


class EventFact(TypedDict):
    """An event of the article; `evidence` is copied exactly from title or text."""

    type: str
    participants: list[Participant]
    place: str | None
    document: str | None
    date: Interval | None
    status: str
    evidence: str
    rule: str
    confidence: float


class Fact(TypedDict):
    """What one article says; one line of a facts file."""

    id: str
    dct: str | None
    people: list[PersonFact]
    countries: list[str]
    dates: list[DateFact]
    title_dates: list[DateFact]
    events: list[EventFact]


def to_fact(article: Article, facts: Facts, *, schema: Schema, min_confidence: float = 0.0) -> Fact:
    """Give the facts of an article in the facts format.

    Finer roles appear as the role that they count as, each actor once in an event; where a person takes part,
    the state that he or she represents does not appear beside in the same role.

    Parameters
    ----------
    article, facts
        The article and what was extracted from it.
    schema
        The schema that the facts were extracted with.
    min_confidence
        Events that are right with a lower probability are left out.

    Examples
    --------
    >>> from kg.schema.types import Schema
    >>> empty = Facts("a1", "2021-06-16", (), (), ("CH",), (), (), (), ())
    >>> to_fact(Article("a1", "Geneva was quiet."), empty, schema=Schema({}, {}))["countries"]
    ['CH']
    """
    entities = {entity.key: entity for entity in facts.entities}
    return {
        "id": article.id,
        "dct": facts.published,
        "people": [{"name": e.name, "country": e.country} for e in facts.entities if e.type == PERSON],
        "countries": list(facts.countries),
        "dates": [_date(date) for date in facts.dates if date.field is Field.TEXT],
        "title_dates": [_date(date) for date in facts.dates if date.field is Field.TITLE],
        "events": [
            _event(article, facts, event, schema.events[event.type], entities)
            for event in facts.events
            if event.confidence >= min_confidence
        ],
    }


def _date(date: DateMention) -> DateFact:
    return {
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "value": date.value,
        "from": _iso(date.first),
        "to": _iso(date.last),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _event(
    article: Article, facts: Facts, event: LocalEvent, kind: EventType, entities: dict[str, LocalEntity]
) -> EventFact:
    main = facts.reports[event.main]
    source = article.title if main.field is Field.TITLE else article.text
    return {
        "type": kind.fact,
        "participants": _participants(event.fillers, kind, entities),
        "place": event.location.text if event.location else None,
        "document": event.document,
        "date": _interval(event.when),
        "status": event.status.value,
        "evidence": source[main.start : main.end],
        "rule": main.rule,
        "confidence": event.confidence,
    }


def _interval(when: When | None) -> Interval | None:
    if when is None:
        return None
    return {"start": when.first.isoformat(), "end": when.last.isoformat(), "edtf": when.edtf}


def _participants(fillers: tuple[Filler, ...], kind: EventType, entities: dict[str, LocalEntity]) -> list[Participant]:
    actors: dict[str, tuple[str, LocalEntity]] = {}
    for filler in fillers:
        role = kind.roles[filler.role]
        if role.types != (AGREEMENT,):  # what was signed stands under "document"
            actors.setdefault(filler.entity, (role.counts_as or role.name, entities[filler.entity]))
    represented = {(role, entity.country) for role, entity in actors.values() if entity.type == PERSON}
    return [
        {"role": role, "type": entity.type.lower(), "name": _name(entity)}
        for role, entity in actors.values()
        if entity.type != COUNTRY or (role, _name(entity)) not in represented
    ]


def _name(entity: LocalEntity) -> str:
    """Name of an entity; of a country its code, which its key holds."""
    return entity.key.removeprefix(f"{COUNTRY}:") if entity.type == COUNTRY else entity.name
