"""Articles and facts made by hand, for tests of the rooms behind extraction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields, replace

from kg.corpus.article import Article, Field
from kg.events.facts import EntityMention, Facts, Filler, LocalEvent, Location, Report, Status, When
from kg.mentions.dates.date_mention import Basis, DateKind, DateMention, Precision
from kg.mentions.mention import LocalEntity, Office
from kg.schema.types import AGREEMENT, Edge, EventType, Role, Schema

Record = tuple[Article, Facts]
_NAMES = {"CH": "Switzerland", "RU": "Russia", "IE": "Ireland", "GH": "Ghana", "TL": "East Timor", "NO": "Norway"}


def event_type(name: str, edge: Edge, *roles: Role) -> EventType:
    return EventType(name, name.lower(), name, {r.name: r for r in roles}, edge, "CONSULT", {}, (), (), ())


_ACTORS = ("Person", "Country", "Organization")
MEETING = event_type(
    "Meeting",
    Edge("MEETS", "participant", "participant", symmetric=True),
    Role("participant", _ACTORS, min=2),
    Role("host", _ACTORS, counts_as="participant"),
)
VISIT = event_type(
    "Visit",
    Edge("VISITS", "visitor", "destination"),
    Role("visitor", _ACTORS, min=1),
    Role("destination", ("Country", "Place"), min=1),
)
SIGNING = event_type(
    "Signing",
    Edge("SIGNS", "signatory", "document"),
    Role("signatory", _ACTORS, min=1),
    Role("document", (AGREEMENT,)),
)
SCHEMA = Schema({}, {"Meeting": MEETING, "Signing": SIGNING, "Visit": VISIT})


@dataclass(frozen=True)
class Told:
    """An event to tell. Actors: "Mary Robinson/IE", "CH", "#Geneva/CH" (place), "+OSCE" (organization)."""

    type: str
    roles: dict[str, tuple[str, ...]]
    when: str | None = None  # "1998-05-03" or "1998-05-01/1998-05-31"
    status: Status = Status.OCCURRED
    place: str | None = None
    document: str | None = None
    named: bool = False
    confidence: float = 0.9


def meeting(*actors: str, when: str | None = None, status: Status = Status.OCCURRED, place: str | None = None) -> Told:
    return Told("Meeting", {"participant": actors}, when, status, place)


def visit(who: str | tuple[str, ...], to: str, when: str | None = None, status: Status = Status.OCCURRED) -> Told:
    return Told("Visit", {"visitor": (who,) if isinstance(who, str) else who, "destination": (to,)}, when, status)


def signing(*actors: str, when: str | None = None, document: str = "an accord", named: bool = False) -> Told:
    return Told("Signing", {"signatory": actors}, when, document=document, named=named)


@dataclass
class _Writer:
    text: str
    entities: dict[str, LocalEntity] = field(default_factory=dict)
    mentions: list[EntityMention] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    events: list[LocalEvent] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)

    def entity(self, told: str) -> LocalEntity:
        name, _, country = told.lstrip("#+").partition("/")
        kind = {"#": "Place", "+": "Organization"}.get(told[0], "Person")
        made = LocalEntity(f"{kind}:{name}", kind, name, (name,), country or None)
        if len(told) == 2 and told.isupper():
            made = LocalEntity(f"Country:{told}", "Country", _NAMES[told], (_NAMES[told],))
        return self.entities.setdefault(made.key, made)

    def tell(self, told: Told) -> None:
        start = len(self.text) + 1
        sentence = f"{told.type.upper()} {told.status}:"
        fillers = []
        for role, actors in told.roles.items():
            for actor in actors:
                entity = self.entity(actor)
                begin = start + len(sentence) + 1
                sentence += f" {entity.name}"
                fillers.append(Filler(role, entity.key, Field.TEXT, begin, begin + len(entity.name)))
                self.mentions.append(EntityMention(entity.key, Field.TEXT, begin, begin + len(entity.name)))
        when = span(told.when)
        if when:
            self._date(when, start + len(sentence) + 1)
            sentence += f" {when.text}"
        self.text += f" {sentence}."
        location = None
        if told.place:
            place = self.entity(told.place)
            country = told.place if place.type == "Country" else place.country
            location = Location(place.name, place.key, country)
        number = len(self.reports)
        end, rule = start + len(sentence) + 1, f"{told.type}/1"
        report = Report(
            type=told.type,
            fillers=tuple(fillers),
            field=Field.TEXT,
            start=start,
            end=end,
            trigger_start=start,
            trigger_end=start + len(told.type),
            rule=rule,
            status=told.status,
            when=when,
            location=location,
            document=told.document,
            document_named=told.named,
            confidence=told.confidence,
        )
        self.reports.append(report)
        same = {f.name: getattr(report, f.name) for f in fields(LocalEvent) if f.name in Report.__slots__}
        self.events.append(LocalEvent(**same, reports=(number,), main=number))

    def _date(self, when: When, start: int) -> None:
        self.dates.append(
            DateMention(
                field=Field.TEXT,
                start=start,
                end=start + len(when.text),
                text=when.text,
                kind=DateKind.DATE,
                value=when.first.isoformat(),
                first=when.first,
                last=when.last,
                precision=when.precision,
                basis=when.basis,
                edtf=when.edtf,
            )
        )


def span(text: str | None) -> When | None:
    if text is None:
        return None
    first, _, last = text.partition("/")
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return When(*days, Precision.INTERVAL if last else Precision.DAY, Basis.EXPLICIT, text, text)


def article(
    own_id: str,
    *told: Told,
    published: str | None = None,
    title: str = "",
    office: tuple[str, str, str] | None = None,
    copy_of: str = "",
) -> Record:
    """Write an article that tells of events. `office`: who, title, of what. `copy_of`: an article of the same text."""
    writer = _Writer(f"Dispatch {copy_of or own_id}.")
    for event in told:
        writer.tell(event)
    if office:
        who, title, of = office
        person = writer.entity(who)
        writer.entities[person.key] = replace(person, offices=(Office(title, of),))
    codes = {e.key[8:] for e in writer.entities.values() if e.type == "Country"}
    codes |= {e.country for e in writer.entities.values() if e.type == "Place" and e.country}
    facts = Facts(
        own_id,
        published,
        tuple(writer.entities.values()),
        tuple(writer.mentions),
        tuple(sorted(codes)),
        tuple(writer.dates),
        tuple(writer.reports),
        tuple(writer.events),
        (),
    )
    return Article(own_id, writer.text, title, published), facts
