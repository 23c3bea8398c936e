"""Questions about who has to do with whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice, pairwise
from typing import Unpack

from kg.errors import QueryError
from kg.query.answer import Answers
from kg.query.asking import Asking
from kg.query.connections import Connections
from kg.query.events import day_order
from kg.query.filters import Bounds
from kg.query.neighbours import neighbours_of
from kg.query.paths import STEP, Hubs, Paths, Way
from kg.query.relation_results import Neighbour, Path, PathStep
from kg.query.results import TimelineEntry

_AT_ONCE = 200  # actors whose ties are read at once

Search = Callable[[Paths, str, str], Iterator[Way]]


class Relations(Asking):
    """Neighbours, paths and common events."""

    def neighbours(
        self,
        actor: str,
        *,
        actor_types: Collection[str] | None = None,
        limit: int | None = None,
        **bounds: Unpack[Bounds],
    ) -> Answers[Neighbour]:
        """List who shares events with an actor: how many, of which types, the first and the last day.

        Those with the most events come first, then those whose events the most articles tell of, then the latest. Only
        what occurred counts unless `statuses` says otherwise.

        Parameters
        ----------
        actor
            Name or id.
        actor_types
            Only neighbours of these types (Person, Country, Organization, Place); None: all.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`.

        Raises
        ------
        QueryError
            The actor is unknown or ambiguous, or a filter names what there isn't.
        """
        wanted, kinds = self._filter(bounds, statuses=("occurred",)), self._of_types(actor_types)
        asked = self.actor(actor).id
        found = neighbours_of(asked, self._graph, self._directory, wanted, actor_types=kinds, limit=limit)
        return Answers(found)

    def read_ties(self) -> None:
        """Read now who is tied to whom by what occurred: then the first question about paths is as quick as others.

        It helps where the graph is in memory. That of a store may change, and is read for each question.
        """
        if not self._is_still:
            return
        wanted, actors = self._filter({}, statuses=("occurred",)), sorted(self._directory.all())
        for first in range(0, len(actors), _AT_ONCE):
            with self._ties(wanted) as links:  # let go in between, for those who ask meanwhile
                links.load(actors[first : first + _AT_ONCE])

    def common(self, *actors: str, limit: int | None = None, **bounds: Unpack[Bounds]) -> Answers[TimelineEntry]:
        """List the events in which all of some actors take part, in the order of time, those without a date last.

        All statuses are shown unless `statuses` asks for some; the other filters are those of `Bounds`.

        Raises
        ------
        QueryError
            Fewer than two actors, two that are the same, or one that is unknown or ambiguous.
        """
        if len(actors) < 2:
            raise QueryError("common events are those of two actors or more. Name two")
        ids = [actor.id for actor in self._different(*actors)]
        wanted = self._filter(bounds, statuses=None)
        found = self._graph.occasions(wanted, "PARTICIPATES_IN", ids[:1], also=ids[1:])
        shown = sorted(day_order(event.id, event.start, event.end) for event in found)[:limit]
        return Answers(self._entries([event for *_, event in shown], {}))

    def paths(
        self,
        a: str,
        b: str,
        *,
        max_steps: int = 3,
        max_degree: int | None = None,
        hub_penalty: float = 1.0,
        ties: int | None = 3,
        limit: int | None = 20,
        **bounds: Unpack[Bounds],
    ) -> Answers[Path]:
        """List the paths between two actors, the cheapest first; each step with the events that tie the two.

        A step is a shared event or a shared agreement. A path costs one for each step, and for each actor between as
        much again for every hundred of others to whom it is tied: a longer way through people who hardly meet anybody
        says more than a short one through a state that meets everybody. Of equal cost, what more articles tell of comes
        first. No path goes through a country that both neighbours merely visited. Only what occurred counts unless
        `statuses` says otherwise.

        Parameters
        ----------
        a, b
            Names or ids of actors.
        max_steps
            The longest path.
        max_degree
            Leave out paths through an actor that is tied to more others than this, under the same filters.
        hub_penalty
            How many steps each hundred of others costs; 0: the number of steps alone counts.
        ties
            Show at most so many events a step, the best known first; None: all.
        limit
            At most so many paths; None: all. There can be very many.
        **bounds
            Filters on events, see `Bounds`.

        Raises
        ------
        QueryError
            An actor is unknown or ambiguous, both are the same, or a filter names what there isn't.
        """
        hubs = Hubs.of(max_degree, hub_penalty)
        return self._ways(a, b, Paths.between, max_steps, hubs, ties=ties, limit=limit, bounds=bounds)

    def shortest_paths(
        self,
        a: str,
        b: str,
        *,
        max_steps: int = 6,
        max_degree: int | None = None,
        hub_penalty: float = 1.0,
        ties: int | None = 3,
        limit: int | None = 20,
        **bounds: Unpack[Bounds],
    ) -> Answers[Path]:
        """List the paths that have the fewest steps, of these the cheapest first.

        Parameters are those of `paths`.
        """
        hubs = Hubs.of(max_degree, hub_penalty)
        return self._ways(a, b, Paths.shortest, max_steps, hubs, ties=ties, limit=limit, bounds=bounds)

    def _ways(
        self,
        a: str,
        b: str,
        search: Search,
        max_steps: int,
        hubs: Hubs,
        *,
        ties: int | None,
        limit: int | None,
        bounds: Bounds,
    ) -> Answers[Path]:
        head, tail = self._different(a, b)
        with self._ties(self._filter(bounds, statuses=("occurred",))) as links:
            ways = search(Paths(self._directory, links, hubs, max_steps=max_steps), head.id, tail.id)
            found = list(islice(ways, limit))
            teller = Connections(self._fetched(), self._directory, links, weak=False)
            teller.read([link for way in found for step in way.ties for link in step[:ties]])
            return Answers(self._path(way, teller, ties) for way in found)

    def _path(self, way: Way, teller: Connections, ties: int | None) -> Path:
        known = self._directory.actors
        steps = tuple(
            PathStep(known[head], known[tail], tuple(teller.step(link) for link in links[:ties]), len(links))
            for (head, tail), links in zip(pairwise(way.actors), way.ties, strict=True)
        )
        return Path(steps, way.cost / STEP)
