"""Questions about one actor: offices, states visited, how many events and when; and what a graph holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Unpack

from kg.graph.records import Edge, Node
from kg.graph.vocabulary import ENTITY
from kg.query.answer import Answers
from kg.query.asking import Asking
from kg.query.filters import STATUSES, Bounds
from kg.query.profile_results import EventCounts, Office, Overview, VisitedState, YearCount
from kg.query.relation_results import TypeCount
from kg.query.results import ActorSummary
from kg.query.search import NameIndex
from kg.schema.types import AGREEMENT
from kg.stores.gathered import Kind

VISITS = "VISITS"


class Profiles(Asking):
    """Search, offices, visits and counts."""

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._graph, self._directory)

    def search(
        self, text: str, *, types: Collection[str] | None = None, limit: int | None = 10
    ) -> Answers[ActorSummary]:
        """Find actors by the beginnings of the words of any of their names, in any order: "oba", "castro raul".

        Parameters
        ----------
        text
            What somebody has typed so far; case and accents make no difference.
        types
            Person, Country, Organization, Place; None: all.
        limit
            At most so many; None: all.
        """
        return Answers(self._names.find(text, types=self._of_types(types), limit=limit))

    def summary(self, actor: str) -> ActorSummary:
        """Give an actor with the number of its events, and of the articles that mention it."""
        asked = self.actor(actor)
        events, articles = (
            len({edge.tail for edge in self._graph.edges_of(ENTITY, [asked.id], kind, outgoing=True)})
            for kind in ("PARTICIPATES_IN", "MENTIONED_IN")
        )
        return ActorSummary(asked, events, articles)

    def offices(self, actor: str) -> Answers[Office]:
        """List the offices that a person holds or held, or who holds one in a country or organization.

        Those given up come last; apart from that, those told last come first, and those never told with a date after
        them.
        """
        asked = self.actor(actor).id
        sides = (self._graph.edges_of(ENTITY, [asked], "HOLDS_OFFICE", outgoing=out) for out in (True, False))
        edges = [edge for side in sides for edge in side]
        self._directory.load(end for edge in edges for end in (edge.head, edge.tail))
        found = sorted(map(self._office, edges), key=lambda o: (o.holder.name, o.of.name, o.title, o.holder.id))
        found.sort(key=lambda office: office.told_last or "", reverse=True)
        return Answers(sorted(found, key=lambda office: office.former))

    def visited(self, actor: str, **bounds: Unpack[Bounds]) -> Answers[VisitedState]:
        """List the states that an actor visited, those visited most often first.

        A place counts for the state in which it lies. Only what occurred counts unless `statuses` says otherwise.
        """
        wanted = self._filter(bounds, statuses=("occurred",))
        edges = self._graph.edges_of(ENTITY, [self.actor(actor).id], VISITS, outgoing=True)
        self._directory.load(edge.tail for edge in edges)
        nodes = self._graph.nodes_of("Event", {str(edge.properties["event"]) for edge in edges})
        visits: dict[str, dict[str, Node]] = defaultdict(dict)
        for edge in edges:
            event, country = nodes.get(str(edge.properties["event"])), self._directory.actors[edge.tail].country
            if event is not None and country and wanted.takes(event):
                visits[country][event.id] = event
        self._directory.load(f"country:{country}" for country in visits)
        found = [self._visited(country, list(events.values())) for country, events in visits.items()]
        return Answers(sorted(found, key=lambda one: (-one.visits, one.name)))

    def event_counts(self, actor: str | None = None, **bounds: Unpack[Bounds]) -> EventCounts:
        """Count the events of an actor, or all, by type, status and year. All statuses unless `statuses` says so."""
        wanted, asked = self._filter(bounds, statuses=None), None if actor is None else self.actor(actor).id
        return _counts(self._graph.tally(wanted, asked))

    def overview(self) -> Overview:
        """Count what the graph holds: actors and events by type, and articles."""
        types = Counter({name: count for name, count in self._graph.types(ENTITY).items() if name != AGREEMENT})
        published = self._graph.published()
        return Overview(_ranked(types), published.articles, published.first, published.last, self.event_counts())

    def _office(self, edge: Edge) -> Office:
        known, actors = edge.properties, self._directory.actors
        first, last = (str(known[day]) if day in known else None for day in ("told_first", "told_last"))
        title, is_former, many = str(known["title"]), bool(known.get("former")), known.get("n_articles")
        # A store that was filled before they were counted has no number.
        articles = many if isinstance(many, int) else 1
        return Office(actors[edge.head], title, actors[edge.tail], is_former, first, last, articles)

    def _visited(self, country: str, events: list[Node]) -> VisitedState:
        node = self._directory.actors.get(f"country:{country}")
        starts = [str(event.properties["start"]) for event in events if "start" in event.properties]
        ends = [str(event.properties["end"]) for event in events if "end" in event.properties]
        name = node.name if node else country
        return VisitedState(country, name, len(events), min(starts, default=None), max(ends, default=None))


def _counts(tally: Mapping[Kind, int]) -> EventCounts:
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    years: Counter[int] = Counter()
    undated = 0
    for kind, events in tally.items():
        types[kind.type] += events
        statuses[kind.status] += events
        if kind.year is not None:
            years[kind.year] += events
        else:
            undated += events
    by_status = tuple(TypeCount(status, statuses[status]) for status in STATUSES if statuses[status])
    by_year = tuple(YearCount(year, years[year]) for year in sorted(years))
    return EventCounts(types.total(), _ranked(types), by_status, by_year, undated)


def _ranked(counts: Counter[str]) -> tuple[TypeCount, ...]:
    return tuple(TypeCount(name, count) for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
