"""What ties one actor to the next: shared events and agreements, and, only when asked for, weaker things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from kg.graph.records import Edge
from kg.query.deadline import check
from kg.query.results import LinkKind
from kg.stores.filter import Filter
from kg.stores.gathered import Occasion
from kg.stores.store import Reading

# In these roles a country or a place is where something happens, it doesn't act.
_SETTING = frozenset({"destination", "place", "venue", "origin", "location"})
_ORDER = {kind: place for place, kind in enumerate(LinkKind)}  # the strongest first


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

    def turned(self) -> Link:
        """The same tie as seen from its other end."""
        return replace(
            self,
            head=self.tail,
            tail=self.head,
            event=self.other or self.event,
            other=self.event if self.other else None,
            leaves_setting=self.enters_setting,
            enters_setting=self.leaves_setting,
        )


class Links:
    """The ties of a graph under a filter, each actor's found once."""

    def __init__(self, graph: Reading, bounds: Filter, *, weak: bool) -> None:
        self._graph = graph
        self._bounds = bounds
        self._weak = weak
        self._through = ("OF", "AT") if weak else ("OF",)
        self._occasions: dict[str, Occasion] = {}
        self._weights: dict[str, tuple[int, int]] = {}
        self._roles: dict[str, list[tuple[str, str]]] = {}  # of each loaded actor: events and the role in them
        self._at: dict[tuple[str, str], list[str]] = {}  # of each agreement or place: events
        self._offices: dict[str, list[Edge]] = {}
        self._known: dict[str, dict[str, list[Link]]] = {}
        self._back: dict[str, dict[str, list[Link]]] = {}  # the same by the other end
        self._turned: dict[tuple[str, str], list[Link]] = {}

    def load(self, actors: Collection[str]) -> None:
        """Read at once what the ties of some actors are made of, that `of` may ask no store."""
        new = {actor for actor in actors if actor not in self._roles}
        if not new:
            return
        check()  # here, and not while what is kept is half read
        self._roles |= {actor: [] for actor in new}
        own = self._graph.occasions(self._bounds, "PARTICIPATES_IN", sorted(new), leading=self._through)
        for occasion in own:
            for part in occasion.parts:
                if part.actor in new:
                    self._roles[part.actor].append((occasion.id, part.role))
        self._occasions |= {occasion.id: occasion for occasion in own}
        for edge_type in self._through:
            self._load_others(edge_type, own)
        if self._weak:
            self._load_offices(new)
        for actor in new:
            for tail, links in self.of(actor).items():
                self._back.setdefault(tail, {})[actor] = links

    def _load_others(self, edge_type: str, own: Collection[Occasion]) -> None:
        """Read the other events that lead to where some events lead."""
        nodes = {node for occasion in own for node in occasion.leads_to[edge_type] if (edge_type, node) not in self._at}
        self._at |= {(edge_type, node): [] for node in nodes}
        for occasion in self._graph.occasions(self._bounds, edge_type, sorted(nodes), leading=self._through):
            self._occasions[occasion.id] = occasion
            for node in nodes.intersection(occasion.leads_to[edge_type]):
                self._at[edge_type, node].append(occasion.id)

    def _load_offices(self, actors: Collection[str]) -> None:
        self._offices |= {actor: [] for actor in actors}
        for outgoing in (True, False):
            for edge in self._graph.edges_of("Entity", sorted(actors), "HOLDS_OFFICE", outgoing=outgoing):
                self._offices[edge.head if outgoing else edge.tail].append(edge)

    def is_loaded(self, actor: str) -> bool:
        """Whether all ties of an actor are known; else only those to actors whose are."""
        return actor in self._roles

    def near(self, actor: str) -> Set[str]:
        """Those to whom an actor is known to be tied."""
        check()
        return self.of(actor).keys() if self.is_loaded(actor) else self._back.get(actor, {}).keys()

    def ties(self, head: str, tail: str) -> list[Link]:
        """Ties of two, of whom one is loaded, as seen from the first; sorted as in `of`."""
        if self.is_loaded(head):
            return self.of(head).get(tail, [])
        if (head, tail) not in self._turned:
            turned = (link.turned() for link in self._back.get(head, {}).get(tail, ()))
            self._turned[head, tail] = sorted(turned, key=self._rank)
        return self._turned[head, tail]

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
        rank = _ORDER[link.kind], -articles, -day
        return *rank, link.via, link.other or "", link.event or "", link.leaves_setting, link.enters_setting

    def weight(self, link: Link) -> tuple[int, int]:
        """Give how many articles tell of a tie, and its last day as a number; 0 where none is known."""
        if link.event is None:
            return 0, 0
        if link.event not in self._weights:
            event = self._occasions[link.event]
            day = dt.date.fromisoformat(event.end).toordinal() if event.end else 0
            self._weights[link.event] = event.n_articles, day
        return self._weights[link.event]

    def office(self, link: Link) -> Edge:
        """The office that is a tie."""
        return next(
            edge for end in (link.head, link.tail) for edge in self._offices.get(end, ()) if edge.id == link.via
        )

    def degrees(self, actors: Collection[str]) -> Mapping[str, int]:
        """To how many others each of some actors is tied."""
        known = {actor: len(self.of(actor)) for actor in actors if self.is_loaded(actor)}
        unknown = [actor for actor in actors if actor not in known]
        return {**dict.fromkeys(unknown, 0), **self._graph.degrees(unknown, self._bounds, "OF"), **known}

    def _found(self, actor: str) -> Iterator[Link]:
        for event, role in self._roles[actor]:
            setting = role in _SETTING
            for part in self._occasions[event].parts:
                if part.actor != actor:
                    yield Link(LinkKind.EVENT, actor, part.actor, event, event, None, setting, part.role in _SETTING)
            yield from self._beyond(actor, event, "OF", LinkKind.AGREEMENT, leaves=setting)
            if self._weak:
                yield from self._beyond(actor, event, "AT", LinkKind.PLACE, leaves=setting)
        for edge in self._offices.get(actor, ()):
            yield Link(LinkKind.OFFICE, actor, edge.tail if edge.head == actor else edge.head, edge.id)

    def _beyond(self, actor: str, event: str, edge_type: str, kind: LinkKind, *, leaves: bool) -> Iterator[Link]:
        """Ties to those of other events with the same agreement, or at the same place."""
        for node in self._occasions[event].leads_to[edge_type]:
            for other in self._at[edge_type, node]:
                if other == event:
                    continue
                for part in self._occasions[other].parts:
                    yield Link(kind, actor, part.actor, node, event, other, leaves, part.role in _SETTING)
