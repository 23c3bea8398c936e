"""What a picture is made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.results import Event, Evidence

#: The type of a node that stands for an event with many participants.
GATHERING = "Event"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node is drawn, in pixels of a picture that isn't magnified."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An actor, or an event of many (type `GATHERING`).

    `events` are the places in `Picture.events` of those in which it takes part; `total` counts all in the graph that
    the bounds let through, `degree` the others to whom it is tied.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    country: str | None
    events: tuple[int, ...]
    total: int
    degree: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line from one node to another, by their places in `Picture.nodes`: their events of one type and status.

    `is_directed`: from `head` to `tail`, as a visit is; else the two are alike.
    """

    head: int
    tail: int
    type: str
    status: str
    is_directed: bool
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its best sentences; `n_sentences` counts all."""

    event: Event
    sentences: tuple[Evidence, ...]
    n_sentences: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes, the best connected first, lines between them, and the events of both in the order of time.

    The first `shown` nodes are drawn at once, the rest on demand. `left_out_actors` and `left_out_events` count what
    the bounds let through and the picture hasn't, so that it stays small enough to be opened. `asked` are the ids of
    the actors that were asked for.
    """

    title: str
    nodes: tuple[DrawnNode, ...]
    lines: tuple[DrawnLine, ...]
    events: tuple[ToldEvent, ...]
    shown: int
    left_out_actors: int = 0
    left_out_events: int = 0
    asked: tuple[str, ...] = ()
