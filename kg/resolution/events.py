"""Which events of different articles are one event: a function of the set of tellings, never of their order.

Told alike (type, participants, dates, title of a document), tellings are one event. A vaguer one, with a wider or no
date or an unnamed document, joins only where exactly one event fits, and never brings two others together. Two events
that one article keeps apart stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from kg.mentions.mention import PLACE
from kg.resolution.entities import Entities, country_id
from kg.resolution.fitting import Interval, interval, is_plausible, title_key, within
from kg.resolution.identity import normalised
from kg.resolution.merging import merged, with_ids
from kg.resolution.records import Actor, Event, Telling
from kg.schema.types import EventType, Schema

Cluster = list[Telling]


class _Precise(NamedTuple):
    """How exactly a telling says when it was and what was signed."""

    interval: Interval | None
    title: str | None

    def lies_in(self, vague: _Precise) -> bool:
        return within(self.interval, vague.interval) and vague.title in (None, self.title)


def resolve_events(tellings: Iterable[Telling], *, entities: Entities, schema: Schema) -> tuple[Event, ...]:
    """Join the tellings of many articles into events, in the order of their ids.

    Parameters
    ----------
    tellings
        Of all articles.
    entities
        Of the same set: a place stands for its country where visits are compared.
    schema
        Roles that count as others; a type unknown to it is compared by its roles as they are.
    """
    blocks: dict[tuple[str, tuple[Actor, ...]], Cluster] = defaultdict(list)
    for telling in tellings:
        kind = schema.events.get(telling.type)
        blocks[telling.type, _compared(telling.actors, kind, entities)].append(telling)
    keyed = [(key, cluster) for key in sorted(blocks) for cluster in _clusters(blocks[key])]
    return with_ids([(key, merged(cluster, schema.events.get(key[0]))) for key, cluster in _companies(keyed, schema)])


def _compared(actors: tuple[Actor, ...], kind: EventType | None, entities: Entities) -> tuple[Actor, ...]:
    """Actors in the form in which two events are compared: general roles, places as their countries."""
    roles = kind.roles if kind else {}
    compared = set()
    for actor in actors:
        role = roles[actor.role].counts_as or actor.role if actor.role in roles else actor.role
        entity = entities.by_id[actor.entity]
        is_placed = entity.type == PLACE and entity.country is not None
        compared.add(Actor(role, country_id(entity.country) if is_placed and entity.country else entity.id))
    if kind is not None:
        in_edge = {actor for actor in compared if actor.role in (kind.edge.head, kind.edge.tail)}
        compared = in_edge or compared
    return tuple(sorted(compared))


def _clusters(block: Cluster) -> list[Cluster]:
    """Join tellings of one type with the same participants."""
    groups: dict[_Precise, Cluster] = defaultdict(list)
    for telling in sorted(block, key=_content):
        groups[_Precise(interval(telling.when), title_key(telling))].append(telling)
    dated = [precise for precise in groups if precise.interval is not None]
    exact = [p for p in dated if not any(other != p and other.lies_in(p) for other in dated)]
    clusters = [cluster for precise in exact for cluster in _kept_apart(groups[precise])]
    clusters = _with_vague(clusters, [t for p in dated if p not in exact for t in groups[p]])
    return _with_vague(clusters, [t for p in groups if p.interval is None for t in groups[p]])


def _content(telling: Telling) -> tuple[str, str, tuple[str, int], int]:
    return telling.source, telling.article, telling.trigger, telling.index


def _with_vague(clusters: list[Cluster], vague: Cluster) -> list[Cluster]:
    """Give each vague telling to the one cluster that it fits; the others become clusters of their own."""
    # Against the clusters as they are: what has joined before must not matter.
    fits = [(telling, _only_fit(telling, clusters)) for telling in vague]
    claims = Counter((telling.article, fit) for telling, fit in fits)
    joined = [list(cluster) for cluster in clusters]
    alone: dict[object, Cluster] = defaultdict(list)
    for telling, fit in fits:
        if fit is not None and claims[telling.article, fit] == 1:
            joined[fit].append(telling)
        elif telling.when is None:
            alone[telling.source, telling.trigger, telling.actors].append(telling)  # copies of one text
        else:
            alone[interval(telling.when), title_key(telling)].append(telling)
    return joined + [cluster for group in alone.values() for cluster in _kept_apart(group)]


def _only_fit(vague: Telling, clusters: list[Cluster]) -> int | None:
    """Place of the one cluster that a telling fits; None where none or several do."""
    fits = list(islice((i for i, cluster in enumerate(clusters) if _fits(vague, cluster)), 2))
    return fits[0] if len(fits) == 1 else None


def _fits(vague: Telling, cluster: Cluster) -> bool:
    if vague.article in {telling.article for telling in cluster}:
        return False
    precise = [_Precise(interval(t.when), title_key(t)) for t in cluster]
    own = _Precise(interval(vague.when), title_key(vague))
    return all(p.lies_in(own) for p in precise) and is_plausible(vague, cluster)


def _kept_apart(group: Cluster) -> list[Cluster]:
    """Split tellings that look alike where one article tells of several such events."""
    if _is_apart(group):
        return [group]
    details: dict[object, Cluster] = defaultdict(list)
    for telling in group:
        details[telling.place, normalised(telling.document or "")].append(telling)
    split: list[Cluster] = []
    for part in details.values():
        if _is_apart(part):
            split.append(part)
            continue
        copies: dict[object, Cluster] = defaultdict(list)
        for telling in part:
            copies[telling.source, telling.trigger, telling.actors, telling.index].append(telling)
        split.extend(copies.values())
    return split


def _is_apart(group: Cluster) -> bool:
    return len({telling.article for telling in group}) == len(group)


Key = tuple[str, tuple[Actor, ...]]


def _companies(keyed: list[tuple[Key, Cluster]], schema: Schema) -> list[tuple[Key, Cluster]]:
    """Join a visit of one to the visit of several of whom that one is part, where exactly one fits.

    Not for symmetric events: two of the guests of a summit may well have met alone.
    """
    by_head: dict[tuple[str, frozenset[Actor], Actor], list[int]] = defaultdict(list)
    sides: dict[int, tuple[frozenset[Actor], frozenset[Actor]]] = {}
    for number, ((type_name, actors), cluster) in enumerate(keyed):
        kind = schema.events.get(type_name)
        if kind is None or kind.edge.symmetric or cluster[0].when is None:
            continue
        heads = frozenset(actor for actor in actors if actor.role == kind.edge.head)
        sides[number] = heads, frozenset(actors) - heads
        for actor in heads:
            by_head[type_name, sides[number][1], actor].append(number)
    fits = {number: _larger(number, keyed, sides, by_head) for number in sides}
    into = {n: larger[0] for n, larger in fits.items() if len(larger) == 1 and not fits[larger[0]]}
    joined = {n: list(cluster) for n, (_, cluster) in enumerate(keyed) if n not in into}
    for number in sorted(into):
        joined[into[number]].extend(keyed[number][1])
    return [(keyed[n][0], cluster) for n, cluster in joined.items()]


def _larger(
    number: int,
    keyed: list[tuple[Key, Cluster]],
    sides: Mapping[int, tuple[frozenset[Actor], frozenset[Actor]]],
    by_head: Mapping[tuple[str, frozenset[Actor], Actor], list[int]],
) -> list[int]:
    heads, others = sides[number]
    (type_name, _), small = keyed[number]
    if not heads:
        return []
    candidates = by_head[type_name, others, min(heads)]
    return [n for n in candidates if heads < sides[n][0] and _agree(small, keyed[n][1])]


def _agree(small: Cluster, large: Cluster) -> bool:
    """Whether every dated telling of one has a date and a title that go with those of the other."""
    if {t.article for t in small} & {t.article for t in large}:
        return False
    one, other = ([_Precise(interval(t.when), title_key(t)) for t in c if t.when] for c in (small, large))
    return all(p.lies_in(q) or q.lies_in(p) for p in one for q in other)
