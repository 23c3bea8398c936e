"""Events whose participants two articles give otherwise: some of a company or all, states or their people.

Only across articles, only where dates agree, and only where nothing else fits as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from kg.mentions.mention import COUNTRY, PERSON
from kg.resolution.entities import Entities, country_id
from kg.resolution.fitting import may_be_of, precise_of
from kg.resolution.records import Actor, Telling
from kg.schema.types import Schema

Cluster = list[Telling]
_LONG = 31  # days: in a longer time other people of the two states have met as well
Key = tuple[str, tuple[Actor, ...]]
Keyed = tuple[Key, Cluster]
# For each role and state the entities that stand for it.
States = dict[tuple[str, str], set[str]]


def join_levels(keyed: list[Keyed], entities: Entities) -> list[Keyed]:
    """Join what one article tells of two states and another of their people, or of one person and a delegation.

    "Russia and the US held talks" is of the meeting of Putin and Biden, where no other of the two states' fits.
    """
    states = [_states(actors, entities) for (_, actors), _ in keyed]
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, ((type_name, _), _) in enumerate(keyed):
        if len(states[number]) > 1:  # ministers of one state who see their president have no delegation
            blocks[type_name, frozenset(states[number])].append(number)
    near: dict[int, set[int]] = defaultdict(set)
    for block in blocks.values():
        for a, b in combinations(block, 2):
            if _go_together(states[a], states[b]) and _may_be_one(keyed[a][1], keyed[b][1]):
                near[a].add(b)
                near[b].add(a)
    clear = {n for n, others in near.items() if all(b in near[a] for a, b in combinations(sorted(others), 2))}
    joined: list[Keyed] = []
    taken: set[int] = set()
    for number, (key, cluster) in enumerate(keyed):
        group = sorted({number, *(near[number] & clear)}) if number in clear else [number]
        if number in taken:
            continue
        taken.update(group)
        together = {actor for n in group for actor in keyed[n][0][1]}
        whole = cluster if len(group) == 1 else [telling for n in group for telling in keyed[n][1]]
        joined.append(((key[0], _without_represented(together, entities)), whole))
    return joined


def _state(actor: Actor, entities: Entities) -> str:
    """Give the id of the state for which an actor stands, else its own."""
    entity = entities.by_id[actor.entity]
    return country_id(entity.country) if entity.type == PERSON and entity.country else entity.id


def _states(actors: tuple[Actor, ...], entities: Entities) -> States:
    """For each role and state the entities that stand for it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        found[actor.role, _state(actor, entities)].add(actor.entity)
    return found


def _go_together(ours: States, theirs: States) -> bool:
    """Whether each state is there in both by itself or by one person at least who is in both."""
    if ours == theirs:
        return False  # were they one event, they would be one cluster
    return all(of_state & theirs[key] or key[1] in of_state | theirs[key] for key, of_state in ours.items())


def _without_represented(actors: set[Actor], entities: Entities) -> tuple[Actor, ...]:
    represented = {(a.role, _state(a, entities)) for a in actors if entities.by_id[a.entity].type == PERSON}
    kept = (a for a in actors if entities.by_id[a.entity].type != COUNTRY or (a.role, a.entity) not in represented)
    return tuple(sorted(kept))


def _may_be_one(one: Cluster, other: Cluster) -> bool:
    vague, exact = (one, other) if one[0].when is None else (other, one)
    if vague[0].when is None:
        is_dated = any(telling.when for telling in exact)
        return is_dated and all(telling.published and may_be_of(telling, exact) for telling in vague)
    lengths = (t.when.days for t in (*one, *other) if t.when)
    return max(lengths) <= _LONG and _agree(one, other)


def join_companies(keyed: list[Keyed], schema: Schema) -> list[Keyed]:
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
    keyed: list[Keyed],
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
    one, other = ([precise_of(t) for t in c if t.when] for c in (small, large))
    return all(p.lies_in(q) or q.lies_in(p) for p in one for q in other)
