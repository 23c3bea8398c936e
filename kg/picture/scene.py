"""Which events and actors a picture is of: all of a graph, those around some actors, or some that were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.records import Edge, Node
from kg.stores.filter import Filter
from kg.stores.store import Reading

#: What a picture shows where nothing else is asked for. What was called off or denied is never drawn.
DRAWN_STATUSES = tuple(status.value for status in Status if status is not Status.NEGATED)
_TAKES_PART = "PARTICIPATES_IN"


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role."""

    role: str
    actor: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Events by id, with who takes part in each; `actors` are those that may be drawn."""

    events: dict[str, Node]
    parts: dict[str, tuple[Part, ...]]
    actors: frozenset[str]


def drawable(bounds: Filter) -> Filter:
    """Give the bounds of a picture: what was called off or denied isn't drawn.

    Raises
    ------
    QueryError
        Only such events are asked for.

    Examples
    --------
    >>> sorted(drawable(Filter()).statuses)
    ['occurred', 'planned', 'possible']
    """
    wanted = frozenset(DRAWN_STATUSES) & (bounds.statuses if bounds.statuses is not None else frozenset(DRAWN_STATUSES))
    if not wanted:
        raise QueryError("negated events are not drawn. `kg timeline --status negated` lists those of an actor")
    return replace(bounds, statuses=wanted)


def whole(graph: Reading, bounds: Filter) -> Scene:
    """All events within bounds and all actors."""
    events = {node.id: node for node in graph.nodes("Event") if bounds.takes(node)}
    return _scene(events, graph.edges(_TAKES_PART))


def around(graph: Reading, bounds: Filter, actors: Collection[str]) -> Scene:
    """Some actors, all who share an event with one of them, and all events among these."""
    own = _events_of(graph, bounds, actors)
    near = _scene(own, graph.edges_of("Event", own, _TAKES_PART, outgoing=False))
    return _among(graph, bounds, near.actors | set(actors), always=own)


def found(graph: Reading, bounds: Filter, ids: Collection[str]) -> Scene:
    """Exactly some events and actors, by their ids: the events with all who take part, and what the actors share."""
    events = {i: node for i, node in graph.nodes_of("Event", ids).items() if bounds.takes(node)}
    members = {edge.head for edge in graph.edges_of("Event", events, _TAKES_PART, outgoing=False)}
    return _among(graph, bounds, frozenset(members | set(graph.nodes_of("Entity", ids))), always=events)


def _among(graph: Reading, bounds: Filter, actors: frozenset[str], *, always: Collection[str]) -> Scene:
    """Some actors with the events that they share, and those that are always shown."""
    theirs = _events_of(graph, bounds, actors)
    scene = _scene(theirs, graph.edges_of("Event", theirs, _TAKES_PART, outgoing=False))
    kept = {i: e for i, e in theirs.items() if i in always or len({p.actor for p in scene.parts[i]} & actors) > 1}
    return Scene(kept, {i: scene.parts[i] for i in kept}, actors)


def _events_of(graph: Reading, bounds: Filter, actors: Collection[str]) -> dict[str, Node]:
    ids = {edge.tail for edge in graph.edges_of("Entity", actors, _TAKES_PART, outgoing=True)}
    return {i: node for i, node in sorted(graph.nodes_of("Event", ids).items()) if bounds.takes(node)}


def _scene(events: dict[str, Node], edges: Iterable[Edge]) -> Scene:
    parts: dict[str, list[Part]] = defaultdict(list)
    for edge in edges:
        if edge.tail in events:
            parts[edge.tail].append(Part(str(edge.properties["role"]), edge.head))
    ordered = {i: tuple(sorted(parts.get(i, ()), key=lambda part: (part.role, part.actor))) for i in events}
    return Scene(events, ordered, frozenset(part.actor for found in ordered.values() for part in found))
