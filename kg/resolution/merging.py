"""What the tellings of one event say together, and the ids of events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.events.facts import When
from kg.mentions.dates.date_mention import Basis
from kg.mentions.mention import PERSON
from kg.resolution.entities import Entities, country_id
from kg.resolution.fitting import title_key
from kg.resolution.identity import stable_id
from kg.resolution.records import Actor, Event, Telling
from kg.resolution.status import resolve_status
from kg.schema.types import EventType

Key = tuple[str, tuple[Actor, ...]]
_BASES = tuple(Basis)
_Said = TypeVar("_Said")


def merged(cluster: list[Telling], kind: EventType | None, entities: Entities) -> Event:
    """Make one event of its tellings: all actors, the narrowest date, the place that most sources name."""
    document, is_named = _document(cluster)
    place, place_text = _most_told((t.source, (t.place, t.place_text)) for t in cluster if t.place_text) or (None, None)
    return Event(
        id="",
        type=cluster[0].type,
        actors=_actors(cluster, kind, entities),
        status=resolve_status(cluster),
        when=_narrowest([t.when for t in cluster if t.when]),
        place=place,
        place_text=place_text,
        document=document,
        document_named=is_named,
        confidence=max(t.confidence for t in cluster),
        tellings=tuple(sorted(cluster, key=lambda t: (t.article, t.index))),
    )


def with_ids(drafts: list[tuple[Key, Event]]) -> tuple[Event, ...]:
    """Give each event its id, in whose order they come out.

    A date and participants identify an event, so that its id stays when a further article tells of it. Where they don't
    (no date, or several such events), the first of its texts does.
    """
    plain = [_identity(key, event) for key, event in drafts]
    times = Counter(plain)
    events = []
    for identity, (key, event) in zip(plain, drafts, strict=True):
        is_enough = event.when is not None and times[identity] == 1
        first = min((t.text, *t.trigger, t.index) for t in event.tellings)
        own = identity if is_enough else stable_id("event", key[0], identity, first)
        events.append(replace(event, id=own))
    return tuple(sorted(events, key=lambda event: event.id))


def _identity(key: Key, event: Event) -> str:
    type_name, actors = key
    days = [event.when.first.isoformat(), event.when.last.isoformat()] if event.when else None
    titles = sorted({title for t in event.tellings if (title := title_key(t))})
    return stable_id("event", type_name, [[a.role, a.entity] for a in actors], days, titles)


def _actors(cluster: list[Telling], kind: EventType | None, entities: Entities) -> tuple[Actor, ...]:
    """Each entity once, in the finest role that any telling gives it (a host is also a participant).

    A state for which a person of the same role acts takes no part of its own.
    """
    roles: dict[str, set[str]] = defaultdict(set)
    for telling in cluster:
        for actor in telling.actors:
            roles[actor.entity].add(actor.role)
    counted = {r.name: r.counts_as or r.name for r in kind.roles.values()} if kind else {}
    kept = set()
    for entity, names in roles.items():
        covered = {counted.get(name) for name in names if counted.get(name) != name}
        kept |= {Actor(name, entity) for name in names if name not in covered}
    known = {actor: entities.by_id[actor.entity] for actor in kept}
    people = {a: e.country for a, e in known.items() if e.type == PERSON and e.country}
    represented = {(counted.get(a.role, a.role), country_id(code)) for a, code in people.items()}
    return tuple(sorted(a for a in kept if (counted.get(a.role, a.role), a.entity) not in represented))


def _narrowest(whens: list[When]) -> When | None:
    if not whens:
        return None
    return min(whens, key=lambda w: (w.days, w.first, _BASES.index(w.basis), w.edtf, w.text))


def _document(cluster: list[Telling]) -> tuple[str | None, bool]:
    named = _most_told((t.source, t.document) for t in cluster if t.document and t.document_named)
    if named:
        return named, True
    return _most_told((t.source, t.document) for t in cluster if t.document), False


def _most_told(said: Iterable[tuple[str, _Said]]) -> _Said | None:
    """Give what most sources say; among equals the longest, then by alphabet, since longer words say more."""
    sources: dict[_Said, set[str]] = defaultdict(set)
    for source, what in said:
        sources[what].add(source)
    if not sources:
        return None
    return min(sources, key=lambda what: (-len(sources[what]), -len(str(what)), str(what)))
