"""Events of a graph in memory, with what has to do with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.graph.records import Graph, Node
from kg.graph.vocabulary import ENTITY, EVENT
from kg.stores.filter import Filter
from kg.stores.gathered import Account, Kind, Occasion, Part, Published, Telling
from kg.stores.in_memory import InMemory

_PART = "PARTICIPATES_IN"


class InMemoryEvents(InMemory):
    """The part of `Reading` that gathers events."""

    def _hold(self, graph: Graph) -> None:
        super()._hold(graph)
        self._known_occasions: dict[tuple[str, tuple[str, ...]], Occasion] = {}

    def occasions(
        self,
        bounds: Filter,
        edge_type: str,
        entities: Collection[str],
        *,
        leading: Collection[str] = (),
        also: Collection[str] = (),
    ) -> Sequence[Occasion]:
        """Events within bounds that have an edge of a type to or from one of some entities, each once, by id."""
        ids = {edge.tail for i in entities for edge in self._from(i, edge_type)}
        ids |= {edge.head for i in entities for edge in self._to(i, edge_type)}
        if also:
            ids = {i for i in ids if self._members(i, None).issuperset(also)}
        to = tuple(leading)
        return [self._occasion(self._nodes[i], to) for i in sorted(ids) if self._takes(i, bounds)]

    def days(self, bounds: Filter) -> Iterator[tuple[str, str | None, str | None]]:
        """Id, start and end of all events within bounds."""
        for node in self.nodes(EVENT):
            if bounds.takes(node):
                yield node.id, _text(node, "start"), _text(node, "end")

    def tally(self, bounds: Filter, entity: str | None = None) -> Mapping[Kind, int]:
        """How many events within bounds there are of each kind: all, or those in which an entity takes part."""
        events = self.nodes(EVENT)
        if entity is not None:
            events = iter(self.nodes_of(EVENT, {edge.tail for edge in self._from(entity, _PART)}).values())
        return Counter(_kind(event) for event in events if bounds.takes(event))

    def published(self) -> Published:
        """How many articles there are, and from when."""
        articles = list(self.nodes("Article"))
        when = [text for article in articles if (text := _text(article, "published")) is not None]
        return Published(len(articles), min(when, default=None), max(when, default=None))

    def accounts(self, events: Collection[str]) -> Mapping[str, Account]:
        """Events with all that is told of them, by id."""
        return {
            i: Account(self._nodes[i], self._parts(i), tuple(self._tellings(i))) for i in events if self._has(i, EVENT)
        }

    def members(self, bounds: Filter, labels: Collection[str] | None = None) -> Iterator[tuple[str, Collection[str]]]:
        """Each event within bounds with the ids of those who take part in it, of some labels or all."""
        for event in self.nodes(EVENT):
            if bounds.takes(event) and (members := self._members(event.id, labels)):
                yield event.id, members

    def told_in(self, articles: Collection[str], bounds: Filter) -> Collection[str]:
        """Ids of the events within bounds of which some of the articles tell."""
        reports = {edge.head for article in articles for edge in self._to(article, "IN_ARTICLE")}
        events = {edge.tail for report in reports for edge in self._from(report, "EVIDENCE_FOR")}
        return {event for event in events if self._takes(event, bounds)}

    def published_from(self, first: str) -> Iterator[tuple[str, str]]:
        """Id and time of publication of the articles of which the latter, as text, is not less."""
        for node in self.nodes("Article"):
            published = _text(node, "published")
            if published is not None and published >= first:
                yield node.id, published

    def mentioned_with(
        self, entity: str, bounds: Filter | None, labels: Collection[str] | None = None
    ) -> Mapping[str, int]:
        """For each other entity how many articles mention both."""
        articles = {edge.tail for edge in self._from(entity, "MENTIONED_IN")}
        if bounds is not None:
            told = {i: self.told_in([i], bounds) for i in articles}
            articles = {i for i, events in told.items() if any(self._members(event, labels) for event in events)}
        found: Counter[str] = Counter()
        for article in articles:
            found.update({e.head for e in self._to(article, "MENTIONED_IN") if self._has(e.head, ENTITY)})
        found.pop(entity, None)
        return found

    def degrees(self, actors: Collection[str], bounds: Filter, via: str) -> Mapping[str, int]:
        """With how many others each of some actors takes part in events within bounds."""
        return {actor: len(self._tied(actor, bounds, via)) for actor in actors}

    def _tied(self, actor: str, bounds: Filter, via: str) -> set[str]:
        own = {edge.tail for edge in self._from(actor, _PART) if self._takes(edge.tail, bounds)}
        shared = {edge.tail for event in own for edge in self._from(event, via)}
        others = {edge.head for node in shared for edge in self._to(node, via)}
        events = own | {event for event in others if self._takes(event, bounds)}
        return {edge.head for event in events for edge in self._to(event, _PART)} - {actor}

    def _takes(self, node_id: str, bounds: Filter) -> bool:
        return self._has(node_id, EVENT) and bounds.takes(self._nodes[node_id])

    def _occasion(self, event: Node, leading: tuple[str, ...]) -> Occasion:
        """Tell of an event; kept, since many questions ask for the same ones, and no event changes."""
        found = self._known_occasions.get((event.id, leading))
        if found is None:
            found = self._known_occasions[event.id, leading] = self._new_occasion(event, leading)
        return found

    def _new_occasion(self, event: Node, leading: tuple[str, ...]) -> Occasion:
        known = event.properties
        return Occasion(
            event.id,
            str(known["type"]),
            _text(event, "start"),
            _text(event, "end"),
            int(str(known["n_articles"])),
            self._parts(event.id),
            {kind: tuple(sorted({edge.tail for edge in self._from(event.id, kind)})) for kind in leading},
        )

    def _parts(self, event: str) -> tuple[Part, ...]:
        return tuple(Part(e.id, e.head, str(e.properties["role"])) for e in self._to(event, _PART))

    def _members(self, event: str, labels: Collection[str] | None) -> set[str]:
        found = {edge.head for edge in self._to(event, _PART)}
        return found if labels is None else {i for i in found if not set(labels).isdisjoint(self._nodes[i].labels)}

    def _tellings(self, event: str) -> Iterator[Telling]:
        for edge in self._to(event, "EVIDENCE_FOR"):
            for where in self._from(edge.head, "IN_ARTICLE"):
                main = bool(edge.properties.get("main", False))
                yield Telling(main, self._nodes[edge.head], self._nodes[where.tail])


def _kind(event: Node) -> Kind:
    start = _text(event, "start")
    return Kind(str(event.properties["type"]), str(event.properties["status"]), int(start[:4]) if start else None)


def _text(node: Node, name: str) -> str | None:
    value = node.properties.get(name)
    return None if value is None else str(value)
