"""A graph -> the picture of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.picture.choice import Choice, choose
from kg.picture.layout import lay_out
from kg.picture.records import GATHERING, DrawnLine, DrawnNode, Picture, Spot, ToldEvent
from kg.picture.scene import Scene, around, drawable, found, whole
from kg.picture.ties import Tie, ties_of
from kg.query.directory import Directory
from kg.query.fetched import Fetched
from kg.query.results import Event
from kg.schema.types import EventType
from kg.stores.filter import Filter
from kg.stores.store import Reading

MAX_NODES, MOST_NODES = 300, 2000
_SENTENCES = 5  # of an event; the best

Key = tuple[str, str, str, str, bool]  # head, tail, type, status, whether it is directed
Lines = dict[Key, list[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture is asked for: `around` some actors, `found` ids alone, or all; how many nodes at once."""

    title: str
    around: tuple[str, ...] = ()
    found: tuple[str, ...] | None = None
    max_nodes: int = MAX_NODES


def draw(
    graph: Reading, directory: Directory, types: Mapping[str, EventType], bounds: Filter, *, wanted: Wanted
) -> Picture:
    """Draw a graph.

    Parameters
    ----------
    graph, directory
        What to draw, and its actors.
    types
        Event types by name; they say between which roles a line is drawn.
    bounds
        Which events count; negated ones never.
    wanted
        Ids of actors or of anything found, and how much.

    Raises
    ------
    QueryError
        Only negated events are asked for, or too many nodes at once.
    """
    if not 1 <= wanted.max_nodes <= MOST_NODES:
        raise QueryError(f"{wanted.max_nodes} nodes can't be drawn at once. Give a number from 1 to {MOST_NODES}")
    scene = _scene(graph, drawable(bounds), wanted)
    directory.load(scene.actors)
    ties = {i: ties_of(i, str(scene.events[i].properties["type"]), parts, types) for i, parts in scene.parts.items()}
    choice = choose(scene, ties, directory, max_nodes=wanted.max_nodes, first=wanted.around)
    lines = _lines(scene, ties, choice)
    places = {node: place for place, node in enumerate(choice.nodes)}
    spots = lay_out(len(choice.nodes), choice.shown, [(places[line[0]], places[line[1]]) for line in lines])
    events = _told(choice.events, Fetched(graph, directory))
    numbers = {event: number for number, event in enumerate(choice.events)}
    return Picture(
        title=wanted.title,
        nodes=tuple(_nodes(scene, choice, spots, directory, events)),
        lines=tuple(sorted((_line(key, of, places, numbers) for key, of in lines.items()), key=_ends)),
        events=events,
        shown=choice.shown,
        left_out_actors=choice.left_out_actors,
        left_out_events=choice.left_out_events,
        asked=wanted.around,
    )


def _scene(graph: Reading, bounds: Filter, wanted: Wanted) -> Scene:
    if wanted.found is not None:
        return found(graph, bounds, wanted.found)
    return around(graph, bounds, wanted.around) if wanted.around else whole(graph, bounds)


def _lines(scene: Scene, ties: Mapping[str, Sequence[Tie]], choice: Choice) -> Lines:
    """Events of one type and status between two nodes are one line."""
    drawn, lines = set(choice.nodes), Lines()
    for event in choice.events:
        known = scene.events[event].properties
        for tie in ties[event]:
            if tie.head in drawn and tie.tail in drawn:
                key = (tie.head, tie.tail, str(known["type"]), str(known["status"]), tie.is_directed)
                lines.setdefault(key, []).append(event)
    return lines


def _line(key: Key, events: Iterable[str], places: Mapping[str, int], numbers: Mapping[str, int]) -> DrawnLine:
    """Where no end is the first by its role, it is the better connected one."""
    head, tail, kind, status, is_directed = key
    ends = (places[head], places[tail])
    own = tuple(sorted(numbers[event] for event in events))
    first, second = ends if is_directed else sorted(ends)
    return DrawnLine(first, second, kind, status, is_directed, own)


def _ends(line: DrawnLine) -> tuple[object, ...]:
    return line.head, line.tail, line.type, line.status, line.is_directed


def _told(ids: Iterable[str], fetched: Fetched) -> tuple[ToldEvent, ...]:
    ids = list(ids)
    fetched.tell(ids)
    told = []
    for i in ids:
        sentences = fetched.evidence(i)
        told.append(ToldEvent(fetched.event(i), sentences[:_SENTENCES], len(sentences)))
    return tuple(told)


def _nodes(
    scene: Scene, choice: Choice, spots: Sequence[Spot], directory: Directory, events: Sequence[ToldEvent]
) -> Iterable[DrawnNode]:
    own: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(choice.events):
        for node in {event, *(part.actor for part in scene.parts[event])}:
            own[node].append(number)
    for node, spot in zip(choice.nodes, spots, strict=True):
        degree, numbers = choice.degrees.get(node, 0), tuple(own[node])
        if node in scene.actors:
            actor = directory.actors[node]
            names = tuple(name for name in actor.names if name != actor.name)
            known = (actor.id, actor.type, actor.name, names, actor.country)
            yield DrawnNode(*known, events=numbers, total=choice.totals[node], degree=degree, spot=spot)
        else:
            name = _name(events[numbers[0]].event)
            yield DrawnNode(node, GATHERING, name, (), None, numbers, total=1, degree=degree, spot=spot)


def _name(event: Event) -> str:
    """Name a gathering by what it is, how many and where; its time, which it has as an event, is added when drawn."""
    many = f"{event.type} of {len({participant.actor.id for participant in event.participants})}"
    return ", ".join(part for part in (many, event.place) if part)
