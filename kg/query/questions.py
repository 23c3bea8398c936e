"""The questions that a graph answers, the same from every store."""

from __future__ import annotations

from collections.abc import Collection
from typing import Unpack

from kg.query.answer import Answers
from kg.query.connections import Connections
from kg.query.events import day_order
from kg.query.filters import Bounds
from kg.query.history import History
from kg.query.links import Links
from kg.query.measures import Measures
from kg.query.profiles import Profiles
from kg.query.relations import Relations
from kg.query.results import ActorSummary, Connection, EventEvidence, TimelineEntry
from kg.query.search import tails


class Questions(Relations, Profiles, Measures, History):
    """Asks a graph. Actors are given by any of their names or by id, events by id or the beginning of it.

    Every question about events takes the same filters, by name: `since`, `until`, `types`, `statuses`,
    `min_confidence`, `min_articles`, `min_sources`; see `Bounds`. Answers are lists of frozen records that print as
    tables; see `Answers`.

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

    def actors(self, *, types: Collection[str] | None = None, limit: int | None = None) -> Answers[ActorSummary]:
        """List actors, those with the most events first.

        Parameters
        ----------
        types
            Person, Country, Organization, Place; None: all but places that take part in nothing.
        """
        wanted = self._of_types(types)
        events, articles = (tails(self._graph, kind) for kind in ("PARTICIPATES_IN", "MENTIONED_IN"))
        found = [
            ActorSummary(actor, events[actor.id], articles[actor.id])
            for actor in self._directory.all().values()
            if wanted is None or actor.type in wanted
        ]
        found = [s for s in found if wanted is not None or s.events or s.actor.type != "Place"]
        found.sort(key=lambda s: (-s.events, -s.articles, s.actor.name, s.actor.id))
        return Answers(found[:limit])

    def connections(
        self,
        a: str,
        b: str | None = None,
        *,
        weak: bool = False,
        max_steps: int = 3,
        limit: int | None = 20,
        **bounds: Unpack[Bounds],
    ) -> Answers[Connection]:
        """Find how `a` is connected, directly with everyone or, by any way, with `b`; the shortest first.

        Of one length, what more articles tell of comes first, then what is later.

        A connection is a shared event or a shared agreement. Only what occurred counts unless `statuses` says
        otherwise.

        Parameters
        ----------
        a, b
            Names or ids of actors.
        weak
            Also show ties through an office, a place, or a country that both merely visited.
        max_steps
            The longest chain.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`.

        Raises
        ------
        QueryError
            An actor is unknown or ambiguous, both are the same, or a filter names what there isn't.
        """
        graph = self._fetched()
        links = Links(self._graph, self._filter(bounds, statuses=("occurred",)), weak=weak)
        finder = Connections(graph, self._directory, links, weak=weak)
        if b is None:
            return Answers(finder.of(self.actor(a).id, limit=limit))
        head, tail = self._different(a, b)
        return Answers(finder.between(head.id, tail.id, max_steps=max_steps, limit=limit))

    def timeline(
        self, actor: str, *, limit: int | None = None, offset: int = 0, **bounds: Unpack[Bounds]
    ) -> Answers[TimelineEntry]:
        """List the events of an actor in the order of time, those without a date last.

        All statuses are shown unless `statuses` asks for some; the other filters are those of `Bounds`. `offset`
        leaves out so many at the beginning.
        """
        wanted, asked = self._filter(bounds, statuses=None), self.actor(actor).id
        found = self._graph.occasions(wanted, "PARTICIPATES_IN", [asked])
        shown = sorted(found, key=lambda event: day_order(event.id, event.start, event.end))[offset:][:limit]
        roles = {event.id: [part.role for part in event.parts if part.actor == asked] for event in shown}
        return Answers(self._entries(list(roles), roles))

    def events(self, *, limit: int | None = None, **bounds: Unpack[Bounds]) -> Answers[TimelineEntry]:
        """List all events in the order of time, those without a date last; an entry's roles are empty.

        All statuses are listed unless `statuses` asks for some; the other filters are those of `Bounds`.
        """
        wanted = self._filter(bounds, statuses=None)
        shown = sorted(day_order(*event) for event in self._graph.days(wanted))[:limit]
        return Answers(self._entries([event for *_, event in shown], {}))

    def latest(self, *, limit: int | None = None, **bounds: Unpack[Bounds]) -> Answers[TimelineEntry]:
        """List the events of the latest days, the last first; those without a date are left out.

        Only what occurred counts unless `statuses` says otherwise; the other filters are those of `Bounds`.
        """
        wanted = self._filter(bounds, statuses=("occurred",))
        dated = ((end, start or "", event) for event, start, end in self._graph.days(wanted) if end is not None)
        return Answers(self._entries([event for *_, event in sorted(dated, reverse=True)[:limit]], {}))

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
        fetched = self._fetched()
        found = fetched.find(event)
        return EventEvidence(fetched.event(found), fetched.evidence(found))
