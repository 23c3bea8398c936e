"""What ties one actor to the next: shared events and agreements, and, only when asked for, weaker things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.graph.records import Edge, Node
from kg.query.events import number
from kg.query.fetched import Fetched
from kg.query.filters import Filter
from kg.query.results import LinkKind

# In these roles a country or a place is where something happens, it doesn't act.
_SETTING = frozenset({"destination", "place", "venue", "origin", "location"})


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between `head` and `tail`. `via` is the id of the event, agreement, country or place that ties them.

    `leaves_setting` and `enters_setting` say whether head and tail are merely the setting of the event.
    """

    kind: LinkKind
    head: str
    tail: str
    via: str
    event: str | None = None
    other: str | None = None
    leaves_setting: bool = False
    enters_setting: bool = False


class Links:
    """The ties of a graph under a filter, each actor's found once."""

    def __init__(self, graph: Fetched, bounds: Filter, *, weak: bool) -> None:
        self._graph = graph
        self._bounds = bounds
        self._weak = weak
        self._known: dict[str, dict[str, list[Link]]] = {}
        self._loaded: set[str] = set()

    def load(self, actors: Collection[str]) -> None:
        """Read at once what the ties of some actors are made of, that `of` may ask no store."""
        new = [actor for actor in actors if actor not in self._loaded]
        self._loaded.update(new)
        events = self._taken(self._graph.edges_of("Entity", new, "PARTICIPATES_IN", outgoing=True), outgoing=True)
        self._graph.edges_of("Event", events, "PARTICIPATES_IN", outgoing=False)
        for edge_type in ("OF", "AT") if self._weak else ("OF",):
            shared = {e.tail for e in self._graph.edges_of("Event", events, edge_type, outgoing=True)}
            others = self._taken(self._graph.edges_of("Entity", shared, edge_type, outgoing=False), outgoing=False)
            self._graph.edges_of("Event", others, "PARTICIPATES_IN", outgoing=False)
        if self._weak:
            self._graph.edges_of("Entity", new, "HOLDS_OFFICE", outgoing=True)
            self._graph.edges_of("Entity", new, "HOLDS_OFFICE", outgoing=False)

    def _taken(self, edges: Collection[Edge], *, outgoing: bool) -> list[str]:
        """Ids of the events at one end of some edges that are within bounds."""
        nodes = self._graph.nodes_of("Event", {edge.tail if outgoing else edge.head for edge in edges})
        return [event for event, node in nodes.items() if self._bounds.takes(node)]

    def of(self, actor: str) -> dict[str, list[Link]]:
        """Ties of an actor by the actor at the other end; the strongest first, then the best known and the latest."""
        if actor not in self._known:
            self.load([actor])
            by_tail: dict[str, list[Link]] = {}
            for link in self._found(actor):
                if link.tail != actor:
                    by_tail.setdefault(link.tail, []).append(link)
            for links in by_tail.values():
                links.sort(key=self._rank)
            self._known[actor] = dict(sorted(by_tail.items()))
        return self._known[actor]

    def _rank(self, link: Link) -> tuple[object, ...]:
        articles, day = self.weight(link)
        return tuple(LinkKind).index(link.kind), -articles, -day, link.via, link.other or ""

    def weight(self, link: Link) -> tuple[int, int]:
        """Give how many articles tell of a tie, and its last day as a number; 0 where none is known."""
        event = self._graph.node(link.event) if link.event else None
        if event is None:
            return 0, 0
        end = event.properties.get("end")
        return int(number(event, "n_articles")), dt.date.fromisoformat(str(end)).toordinal() if end else 0

    def _found(self, actor: str) -> Iterator[Link]:
        for event, role in self._events(actor):
            setting = role in _SETTING
            for tail, tail_role in self._participants(event.id):
                enters = tail_role in _SETTING
                yield Link(LinkKind.EVENT, actor, tail, event.id, event.id, None, setting, enters)
            yield from self._through(actor, event, "OF", LinkKind.AGREEMENT, leaves=setting)
            if self._weak:
                yield from self._through(actor, event, "AT", LinkKind.PLACE, leaves=setting)
        if self._weak:
            yield from self._offices(actor)

    def _events(self, actor: str) -> Iterator[tuple[Node, str]]:
        for edge in self._graph.outgoing(actor, "PARTICIPATES_IN"):
            event = self._graph.node(edge.tail)
            if event is not None and self._bounds.takes(event):
                yield event, str(edge.properties["role"])

    def _participants(self, event: str) -> Iterator[tuple[str, str]]:
        for edge in self._graph.incoming(event, "PARTICIPATES_IN"):
            yield edge.head, str(edge.properties["role"])

    def _through(self, actor: str, event: Node, edge_type: str, kind: LinkKind, *, leaves: bool) -> Iterator[Link]:
        """Ties to those of other events with the same agreement, or at the same place."""
        for edge in self._graph.outgoing(event.id, edge_type):
            for back in self._graph.incoming(edge.tail, edge_type):
                other = self._graph.node(back.head)
                if other is None or other.id == event.id or not self._bounds.takes(other):
                    continue
                for tail, role in self._participants(other.id):
                    yield Link(kind, actor, tail, edge.tail, event.id, other.id, leaves, role in _SETTING)

    def _offices(self, actor: str) -> Iterator[Link]:
        for edge in self._graph.outgoing(actor, "HOLDS_OFFICE"):
            yield Link(LinkKind.OFFICE, actor, edge.tail, edge.id)
        for edge in self._graph.incoming(actor, "HOLDS_OFFICE"):
            yield Link(LinkKind.OFFICE, actor, edge.head, edge.id)
