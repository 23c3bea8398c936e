"""Which events of different articles are one event: a function of the set of tellings, never of their order.

Told alike (type, participants, dates, title of a document), tellings are one event. A vaguer one, with a wider or no
date or an unnamed document, joins only where exactly one event fits, and never brings two others together. Two events
that one article keeps apart stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from kg.mentions.mention import PLACE
from kg.resolution.companies import join_companies, join_levels
from kg.resolution.entities import Entities, country_id
from kg.resolution.fitting import Precise, interval, may_be_of, precise_of, title_key
from kg.resolution.identity import normalised
from kg.resolution.merging import merged, with_ids
from kg.resolution.records import Actor, Event, Telling
from kg.schema.types import EventType, Schema

Cluster = list[Telling]


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
    keyed = join_companies(join_levels(keyed, entities), schema)
    return with_ids([(key, merged(cluster, schema.events.get(key[0]), entities)) for key, cluster in keyed])


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
    groups: dict[Precise, Cluster] = defaultdict(list)
    for telling in sorted(block, key=_content):
        groups[precise_of(telling)].append(telling)
    dated = [precise for precise in groups if precise.interval is not None]
    exact = [p for p in dated if not any(other != p and other.lies_in(p) for other in dated)]
    clusters = [cluster for precise in exact for cluster in _kept_apart(groups[precise])]
    clusters = _with_vague(clusters, [t for p in dated if p not in exact for t in groups[p]])
    return _with_vague(clusters, [t for p in groups if p.interval is None for t in groups[p]])


def _content(telling: Telling) -> tuple[str, str, tuple[str, int], int]:
    return telling.text, telling.article, telling.trigger, telling.index


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
            alone[telling.source, telling.passage, telling.actors].append(telling)  # copies of one text
        else:
            alone[interval(telling.when), title_key(telling)].append(telling)
    return joined + [cluster for group in alone.values() for cluster in _kept_apart(group)]


def _only_fit(vague: Telling, clusters: list[Cluster]) -> int | None:
    """Place of the one cluster that a telling fits; None where none or several do."""
    fits = list(islice((i for i, cluster in enumerate(clusters) if may_be_of(vague, cluster)), 2))
    return fits[0] if len(fits) == 1 else None


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
            copies[telling.source, telling.passage, telling.actors].append(telling)
        split.extend(copies.values())
    return split


def _is_apart(group: Cluster) -> bool:
    return len({telling.article for telling in group}) == len(group)
