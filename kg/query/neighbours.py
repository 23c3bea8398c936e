"""Who shares events with an actor, how often and since when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from kg.graph.records import Node
from kg.query.directory import Directory
from kg.query.events import number
from kg.query.fetched import Fetched
from kg.query.filters import Filter
from kg.query.relation_results import Neighbour, TypeCount
from kg.query.results import Actor


def shared_events(actor: str, graph: Fetched, bounds: Filter) -> dict[str, list[Node]]:
    """Give the events of an actor that are within bounds by each other actor in them."""
    own = {edge.tail for edge in graph.edges_of("Entity", [actor], "PARTICIPATES_IN", outgoing=True)}
    events = {i: node for i, node in graph.nodes_of("Event", own).items() if bounds.takes(node)}
    shared: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges_of("Event", events, "PARTICIPATES_IN", outgoing=False):
        if edge.head != actor:
            shared[edge.head].add(edge.tail)
    return {other: [events[i] for i in sorted(ids)] for other, ids in shared.items()}


def neighbours_of(
    actor: str, graph: Fetched, directory: Directory, bounds: Filter, *, actor_types: Collection[str] | None
) -> list[Neighbour]:
    """Give all neighbours: those with the most events first, then the most articles, then the latest."""
    shared = shared_events(actor, graph, bounds)
    found = [_neighbour(directory.actors[other], events) for other, events in shared.items()]
    kept = [one for one in found if actor_types is None or one.actor.type in actor_types]
    return sorted(
        kept, key=lambda one: (-one.events, -one.articles, _days_back(one.last), one.actor.name, one.actor.id)
    )


def _days_back(day: str | None) -> tuple[int, ...]:
    """Sorts later days before earlier ones, and those unknown last."""
    return tuple(-int(part) for part in day.split("-")) if day else (0,)


def _neighbour(actor: Actor, events: list[Node]) -> Neighbour:
    counts = Counter(str(event.properties["type"]) for event in events)
    by_type = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    starts = [str(event.properties["start"]) for event in events if "start" in event.properties]
    ends = [str(event.properties["end"]) for event in events if "end" in event.properties]
    return Neighbour(
        actor,
        len(events),
        tuple(TypeCount(*pair) for pair in by_type),
        min(starts, default=None),
        max(ends, default=None),
        sum(int(number(event, "n_articles")) for event in events),
    )
