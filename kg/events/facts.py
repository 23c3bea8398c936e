"""What one article says, as plain records: the extractor's result and what the workspace keeps.

No spaCy type in here; everything is JSON once `dataclasses.asdict` has been over it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from kg.corpus.article import Field
from kg.mentions.dates.date_mention import Basis, DateMention, Precision
from kg.mentions.mention import LocalEntity


class Status(StrEnum):
    """Whether an event is told as having happened. `occurred` includes what is going on."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Reason(Enum):
    """Why a candidate event was not kept."""

    MISSING_ROLE = "a required role has no entity"
    WRONG_TYPE = "an entity is not of a type the role takes"
    GENERIC = "the statement is about no particular event"
    UNRESOLVED = "a pronoun or description could not be resolved"
    EXCLUDED = "the schema excludes this use of the trigger"
    OWN_COUNTRY = "the visitor is in his or her own country"
    SAME_ACTOR = "only one actor takes part"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Characters `[start, end)` of a field that stand for an entity, by name or not."""

    entity: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role, with the words that say so (a name, a pronoun, a description)."""

    role: str
    entity: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """The closed interval of a report or an event. `text` are the words that gave it."""

    first: dt.date
    last: dt.date
    precision: Precision
    basis: Basis
    edtf: str
    text: str

    @property
    def days(self) -> int:
        """How many days the last one is after the first: 0 for a single day."""
        return (self.last - self.first).days

    def over(self, first: dt.date, last: dt.date, *, basis: Basis | None = None) -> When:
        """The same words read as another interval."""
        edtf = f"{first.isoformat()}/{last.isoformat()}"
        basis = basis or self.basis
        return replace(self, first=first, last=last, precision=Precision.INTERVAL, basis=basis, edtf=edtf)


@dataclass(frozen=True, slots=True)
class Location:
    """Where: the words, the place's entity key where it has one, and the state it lies in."""

    text: str
    entity: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of one event in one sentence.

    `[start, end)` are the sentence's characters in `field`, `[trigger_start, trigger_end)` the trigger's.
    `rule` names the schema trigger that matched ("Meeting/3"). `document` are the words for what was signed,
    `document_named` whether they are a proper name.
    """

    type: str
    fillers: tuple[Filler, ...]
    field: Field
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    rule: str
    status: Status
    when: When | None
    location: Location | None
    document: str | None
    document_named: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class LocalEvent:
    """An event of one article: its reports (indexes into Facts.reports) joined.

    `fillers` hold each entity once. `main` is the index of the report that is its evidence.
    """

    type: str
    fillers: tuple[Filler, ...]
    status: Status
    when: When | None
    location: Location | None
    document: str | None
    document_named: bool
    confidence: float
    reports: tuple[int, ...]
    main: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that wasn't kept."""

    type: str
    reason: Reason
    rule: str
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says. `countries` are the ISO codes of all states mentioned, sorted."""

    article: str
    published: str | None
    entities: tuple[LocalEntity, ...]
    mentions: tuple[EntityMention, ...]
    countries: tuple[str, ...]
    dates: tuple[DateMention, ...]
    reports: tuple[Report, ...]
    events: tuple[LocalEvent, ...]
    rejected: tuple[Rejected, ...]
