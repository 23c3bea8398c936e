"""Reports made by hand, and what a text is read as, in a form that is quick to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.corpus.article import Field
from kg.events.compatible import Cluster
from kg.events.facts import Facts, Filler, LocalEvent, Reason, Report, Status
from kg.events.joining.join import join
from kg.events.told import Told
from kg.mentions.mention import LocalEntity
from tests.story import SCHEMA, span

STATES = {"Robinson": "IE", "Ahern": "IE", "Annan": "GH", "Gusmao": "TL", "Cotti": "CH"}
ENTITIES = {
    **{f"Person:{name}": LocalEntity(f"Person:{name}", "Person", name, (name,), code) for name, code in STATES.items()},
    **{
        f"Country:{c}": LocalEntity(f"Country:{c}", "Country", c, (c,), c) for c in ("IE", "GH", "TL", "CH", "NO", "RU")
    },
    "Place:Bern": LocalEntity("Place:Bern", "Place", "Bern", ("Bern",), "CH"),
}


def key(actor: str) -> str:
    """The key of "Robinson", "IE" or "Bern"."""
    return next(k for k in ENTITIES if k.split(":")[1] == actor)


def told(
    kind: str,
    *actors: str,
    when: str | None = None,
    status: Status = Status.OCCURRED,
    sentence: int = 0,
    partial: bool = False,
    background: bool = False,
    field: Field = Field.TEXT,
) -> Told:
    """A report; the last actor of a visit is where it goes."""
    roles = ["visitor"] * (len(actors) - 1) + ["destination"] if kind == "Visit" and not partial else []
    roles = roles or [{"Visit": "visitor", "Meeting": "participant", "Signing": "signatory"}[kind]] * len(actors)
    at = 100 * sentence
    fillers = tuple(Filler(role, key(a), field, at, at + len(a)) for role, a in zip(roles, actors, strict=True))
    report = Report(
        kind, fillers, field, at, at + 99, at, at + 1, f"{kind}/1", status, span(when), None, None, False, 1.0
    )
    return Told(report, sentence, background, partial)


def joined(*reports: Told) -> tuple[list[Cluster], list[int]]:
    """The events of hand-made reports."""
    return join(reports, ENTITIES, SCHEMA.events)


def groups(reports: Sequence[Told]) -> set[frozenset[int]]:
    """Which reports are of one event."""
    return {frozenset(cluster.reports) for cluster in joined(*reports)[0]}


def dates(cluster: Cluster) -> str | None:
    when = cluster.when
    if when is None:
        return None
    return when.first.isoformat() if when.first == when.last else f"{when.first}/{when.last}"


@dataclass(frozen=True)
class Read:
    """An event as it was read: actors by name, states by code."""

    kind: str
    actors: frozenset[str]
    to: str | None
    status: str
    when: str | None
    place: str | None
    document: str | None
    reports: int


def read(facts: Facts) -> list[Read]:
    return [_read(event) for event in facts.events]


def _read(event: LocalEvent) -> Read:
    when = event.when
    destination = [f.entity.split(":", 1)[1] for f in event.fillers if f.role == "destination"]
    return Read(
        kind=event.type.lower(),
        actors=frozenset(f.entity.split(":", 1)[1] for f in event.fillers if f.role != "destination"),
        to=destination[0] if destination else None,
        status=event.status.value,
        when=None if when is None else str(when.first) if when.first == when.last else f"{when.first}/{when.last}",
        place=event.location.text if event.location else None,
        document=event.document,
        reports=len(event.reports),
    )


def reasons(facts: Facts, kind: str, text: str, word: str) -> set[Reason]:
    """Why a word's event of a type was not kept."""
    at = text.index(word)
    return {r.reason for r in facts.rejected if r.type == kind and r.start <= at < r.end}
