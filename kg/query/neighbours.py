"""Who shares events with an actor, how often and since when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from kg.query.directory import Directory
from kg.query.first import first
from kg.query.relation_results import Neighbour, TypeCount
from kg.query.results import Actor
from kg.stores.filter import Filter
from kg.stores.gathered import Occasion
from kg.stores.store import Reading


def neighbours_of(
    actor: str,
    graph: Reading,
    directory: Directory,
    bounds: Filter,
    *,
    actor_types: Collection[str] | None,
    limit: int | None = None,
) -> list[Neighbour]:
    """Give neighbours: those with the most events first, then the most articles, then the latest."""
    shared: dict[str, list[Occasion]] = defaultdict(list)
    for event in graph.occasions(bounds, "PARTICIPATES_IN", [actor]):
        for other in {part.actor for part in event.parts} - {actor}:
            shared[other].append(event)
    # Who has fewer events than the last that is wanted needn't be looked at; types are known of actors alone.
    near = first(shared, lambda other: -len(shared[other]), limit if actor_types is None else None)
    directory.load(near)
    found = [_neighbour(directory.actors[other], shared[other]) for other in near]
    kept = [one for one in found if actor_types is None or one.actor.type in actor_types]
    kept.sort(key=lambda one: (-one.events, -one.articles, _days_back(one.last), one.actor.name, one.actor.id))
    return kept[:limit]


def _days_back(day: str | None) -> tuple[int, ...]:
    """Sorts later days before earlier ones, and those unknown last."""
    return tuple(-int(part) for part in day.split("-")) if day else (0,)


def _neighbour(actor: Actor, events: list[Occasion]) -> Neighbour:
    counts = Counter(event.type for event in events)
    by_type = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Neighbour(
        actor,
        len(events),
        tuple(TypeCount(*pair) for pair in by_type),
        min((event.start for event in events if event.start), default=None),
        max((event.end for event in events if event.end), default=None),
        sum(event.n_articles for event in events),
    )
