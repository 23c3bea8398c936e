"""What the room `mentions` finds: entities of one article and the spans that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PERSON = "Person"
COUNTRY = "Country"
ORGANIZATION = "Organization"
PLACE = "Place"


class MentionKind(StrEnum):
    """How a span names its entity."""

    NAME = "name"  # "Xi Jinping", "China", "NATO", "Geneva"
    ABBREVIATION = "abbreviation"  # "U.S.", "UAE"
    DEMONYM = "demonym"  # "Chinese", "Russians"
    CAPITAL = "capital"  # "Moscow": a place, or its government
    SEAT = "seat"  # "the Kremlin", "White House": a place, or its government


@dataclass(frozen=True, slots=True)
class Mention:
    """The tokens `[start, end)` of a segment, `head` being the syntactic head among them.

    `entity` is the key of a LocalEntity. `country` is the ISO 3166-1 alpha-2 code of the state that the span
    names, lies in or can stand for, else None (for people: None; see LocalEntity.country).
    For Moscow: entity "Place:Moscow", kind CAPITAL, country "RU".
    """

    entity: str
    kind: MentionKind
    segment: int
    start: int
    end: int
    head: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds or held: its title in the article, and of what (a state's code, a body's key)."""

    title: str
    of: str | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity within one article. The key is `Type:name`, for a country `Country:CODE`.

    `names` are all forms that the article uses for it, the fullest first. `country` is the state that a person
    represents or comes from, or that a place lies in.
    """

    key: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    gender: str | None = None  # "f" or "m" where the article's titles, offices or pronouns tell


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """All entities and mentions of an article; mentions in reading order, none overlapping another.

    `dateline` is the place that the dateline names, by entity key and state; it is no Mention, since a dateline isn't
    parsed.
    """

    entities: dict[str, LocalEntity]
    mentions: tuple[Mention, ...]
    dateline: tuple[str | None, str | None] = (None, None)
