"""The questions that a graph answers, the same from every store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import islice

from kg.errors import QueryError
from kg.graph.records import Node
from kg.query.connections import Connections
from kg.query.directory import Directory
from kg.query.events import event_evidence, event_of, evidence_of
from kg.query.filters import Filter
from kg.query.links import Links
from kg.query.nearest import did_you_mean
from kg.query.results import Actor, ActorSummary, Connection, EventEvidence, TimelineEntry
from kg.stores.store import Reading

Day = str | dt.date | None


class Questions:
    """Asks a graph. Actors are given by any of their names or by id, events by id or the beginning of it.

    Parameters
    ----------
    graph
        A store, or anything that can be read like one.

    Examples
    --------
    >>> from kg.graph.records import Edge, Graph, Node
    >>> from kg.stores.networkx_store import NetworkXStore
    >>> switzerland = Node("country:CH", ("Country", "Entity"), {"name": "Switzerland", "names": ("CH", "Swiss")})
    >>> questions = Questions(NetworkXStore(Graph((switzerland,), ())))
    >>> questions.actor("swiss").name
    'Switzerland'
    """

    def __init__(self, graph: Reading) -> None:
        self._graph = graph

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self._graph)

    @cached_property
    def _event_types(self) -> tuple[str, ...]:
        return tuple(sorted({str(node.properties["type"]) for node in self._graph.nodes("Event")}))

    def actor(self, name: str) -> Actor:
        """Find the actor that a name means.

        Raises
        ------
        QueryError
            Unknown or ambiguous; the message has the nearest names and their ids.
        """
        return self._directory.find(name)

    def actors(self, *, types: Collection[str] | None = None, limit: int | None = None) -> list[ActorSummary]:
        """List actors, those with the most events first.

        Parameters
        ----------
        types
            Person, Country, Organization, Place; None: all but places that take part in nothing.
        """
        known = {actor.type.lower(): actor.type for actor in self._directory.actors.values()}
        for name in types or ():
            if name.lower() not in known:
                raise QueryError(f"there is no actor type {name!r} here. {did_you_mean(name, sorted(known.values()))}")
        wanted = None if types is None else {name.lower() for name in types}
        found = [
            self._summary(a) for a in self._directory.actors.values() if wanted is None or a.type.lower() in wanted
        ]
        found = [s for s in found if wanted is not None or s.events or s.actor.type != "Place"]
        found.sort(key=lambda s: (-s.events, -s.articles, s.actor.name, s.actor.id))
        return found[:limit]

    def connections(
        self,
        a: str,
        b: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        types: Collection[str] | None = None,
        statuses: Collection[str] | None = ("occurred",),
        min_confidence: float = 0.0,
        weak: bool = False,
        max_steps: int = 3,
        limit: int | None = 20,
    ) -> list[Connection]:
        """Find how `a` is connected, directly with everyone or, by any way, with `b`; the shortest first.

        Of one length, what more articles tell of comes first, then what is later.

        A connection is a shared event or a shared agreement.

        Parameters
        ----------
        a, b
            Names or ids of actors.
        since, until
            ISO dates (day, month or year), both included. Events without a date are left out where one is given.
        types
            Event types ("Meeting"); None: all.
        statuses
            Statuses of events; None: all.
        min_confidence
            Only events that are right with at least this probability, from 0 to 1.
        weak
            Also show ties through an office, a place, or a country that both merely visited.
        max_steps
            The longest chain.
        limit
            At most so many; None: all.

        Raises
        ------
        QueryError
            An actor is unknown or ambiguous, both are the same, or a filter names what there isn't.
        """
        bounds = self._bounds(since=since, until=until, types=types, statuses=statuses, min_confidence=min_confidence)
        links = Links(self._graph, bounds, weak=weak)
        finder = Connections(self._graph, self._directory, links, weak=weak)
        head = self.actor(a)
        if b is None:
            return list(islice(finder.of(head.id), limit))
        tail = self.actor(b)
        if head == tail:
            raise QueryError(f"{a!r} and {b!r} are the same actor: {head.name} (id {head.id}). Name two")
        return list(islice(finder.between(head.id, tail.id, max_steps=max_steps), limit))

    def timeline(
        self,
        actor: str,
        *,
        since: Day = None,
        until: Day = None,
        types: Collection[str] | None = None,
        statuses: Collection[str] | None = None,
        min_confidence: float = 0.0,
        limit: int | None = None,
    ) -> list[TimelineEntry]:
        """List the events of an actor in the order of time, those without a date last.

        Parameters are those of `connections`; all statuses are shown unless some are asked for.
        """
        bounds = self._bounds(since=since, until=until, types=types, statuses=statuses, min_confidence=min_confidence)
        roles: dict[str, list[str]] = {}
        for edge in self._graph.outgoing(self.actor(actor).id, "PARTICIPATES_IN"):
            roles.setdefault(edge.tail, []).append(str(edge.properties["role"]))
        nodes = [node for event in roles if (node := self._graph.node(event)) is not None and bounds.takes(node)]
        return [self._entry(node, roles[node.id]) for node in sorted(nodes, key=_time)[:limit]]

    def events(
        self,
        *,
        since: Day = None,
        until: Day = None,
        types: Collection[str] | None = None,
        statuses: Collection[str] | None = None,
        min_confidence: float = 0.0,
        limit: int | None = None,
    ) -> list[TimelineEntry]:
        """List all events in the order of time, those without a date last; an entry's roles are empty.

        Parameters are those of `connections`; all statuses are listed unless some are asked for.
        """
        bounds = self._bounds(since=since, until=until, types=types, statuses=statuses, min_confidence=min_confidence)
        nodes = [node for node in self._graph.nodes("Event") if bounds.takes(node)]
        return [self._entry(node, ()) for node in sorted(nodes, key=_time)[:limit]]

    def evidence(self, event: str) -> EventEvidence:
        """Give an event with every sentence that tells of it, the best first.

        Parameters
        ----------
        event
            Its id, or so much of the beginning that no other event begins so.

        Raises
        ------
        QueryError
            No event or several begin so.
        """
        return event_evidence(event, self._graph, self._directory)

    def _bounds(
        self,
        *,
        since: Day,
        until: Day,
        types: Collection[str] | None,
        statuses: Collection[str] | None,
        min_confidence: float,
    ) -> Filter:
        return Filter.of(
            self._event_types,
            since=since,
            until=until,
            types=types,
            statuses=statuses,
            min_confidence=min_confidence,
        )

    def _entry(self, node: Node, roles: Iterable[str]) -> TimelineEntry:
        sentences = evidence_of(node, self._graph)
        event = event_of(node, self._graph, self._directory)
        return TimelineEntry(tuple(sorted(roles)), event, sentences[0] if sentences else None)

    def _summary(self, actor: Actor) -> ActorSummary:
        events = {edge.tail for edge in self._graph.outgoing(actor.id, "PARTICIPATES_IN")}
        return ActorSummary(actor, len(events), len(self._graph.outgoing(actor.id, "MENTIONED_IN")))


def _time(event: Node) -> tuple[str, str, str]:
    known = event.properties
    return str(known.get("start", "9999")), str(known.get("end", "9999")), event.id
