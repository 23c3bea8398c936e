"""What resolution gives: entities and events of the whole set of articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.events.facts import Status, When


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the whole set. `names` are all forms that any article uses for it, sorted.

    `country` is the code of the state that a person represents or a place lies in.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """An entity's id in a role of an event."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one article tells it: a LocalEvent in terms of the whole set.

    `index` is its place in the article's facts. `text` is the hash of the article's text; `source` that of the first
    of all texts that are copies of it: copies are one source. `passage` is the sentence that tells of it and where in
    that, the same in every copy. `published` are the first and the last day on which the article can have come out, or
    None. `place` is the id of a place or a country. `trigger` is where the telling sentence's trigger begins.
    """

    article: str
    index: int
    text: str
    source: str
    passage: str
    published: tuple[dt.date, dt.date] | None
    type: str
    actors: tuple[Actor, ...]
    status: Status
    when: When | None
    place: str | None
    place_text: str | None
    document: str | None
    document_named: bool
    confidence: float
    trigger: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in the world, with all its tellings, and what they say when taken together."""

    id: str
    type: str
    actors: tuple[Actor, ...]
    status: Status
    when: When | None
    place: str | None
    place_text: str | None
    document: str | None
    document_named: bool
    confidence: float
    tellings: tuple[Telling, ...]

    @property
    def n_articles(self) -> int:
        """Number of articles that tell of it."""
        return len({telling.article for telling in self.tellings})

    @property
    def n_sources(self) -> int:
        """Number of sources that tell of it: copies of one text are one."""
        return len({telling.source for telling in self.tellings})
