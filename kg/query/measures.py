"""Questions about the whole network of actors."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, Unpack

from kg.errors import QueryError
from kg.query.answer import Answers
from kg.query.asking import Asking
from kg.query.cooccurrence import cooccurrences
from kg.query.filters import Bounds
from kg.query.first import first
from kg.query.measure_results import Central, Community, Cooccurrence
from kg.query.nearest import did_you_mean
from kg.query.network import Network
from kg.stores.measures import betweenness, communities, pagerank

Measure = Literal["degree", "pagerank", "betweenness"]
MEASURES: tuple[Measure, ...] = ("degree", "pagerank", "betweenness")
_WITHIN = ("events", "articles")
# From here on betweenness is estimated from as many starting points: from all, it would take minutes to hours.
SAMPLES = 1000


class Measures(Asking):
    """Centrality, communities and co-occurrence."""

    def centrality(
        self,
        by: Measure = "degree",
        *,
        actor_types: Collection[str] | None = None,
        limit: int | None = 20,
        **bounds: Unpack[Bounds],
    ) -> Answers[Central]:
        """List the most central actors.

        Two actors are tied if they share events. Only what occurred counts unless `statuses` says otherwise.

        Parameters
        ----------
        by
            "degree": the share of all others to whom an actor is tied. "pagerank": being tied to those who are central,
            by the more events the more. "betweenness": the share of the shortest paths of all others on which it lies;
            in a network of more than 1,000 actors estimated from 1,000 of them, always the same.
        actor_types
            Only the network among actors of these types (Person, Country, Organization, Place); None: all.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`.

        Raises
        ------
        QueryError
            There is no such measure, or a filter names what there isn't.
        """
        if by not in MEASURES:
            raise QueryError(f"there is no measure {by!r}. {did_you_mean(str(by), MEASURES)}")
        network = self._network(bounds, actor_types)
        count, degrees = len(network.actors), network.degrees
        if by == "degree":
            scores = [degree / (count - 1) for degree in degrees]
        elif by == "pagerank":
            scores = pagerank(count, network.ties)
        else:
            scores = betweenness(count, network.ties, samples=SAMPLES)
        rounded = [round(score, 12) for score in scores]
        events = [len(network.events[actor]) for actor in network.actors]
        shown = first(range(count), lambda i: (-rounded[i], -events[i]), limit)
        self._directory.load(network.actors[i] for i in shown)
        known = self._directory.actors
        found = [Central(known[network.actors[i]], rounded[i], degrees[i], events[i]) for i in shown]
        found.sort(key=lambda one: (-one.score, -one.events, one.actor.name, one.actor.id))
        return Answers(found[:limit])

    def communities(
        self, *, actor_types: Collection[str] | None = None, limit: int | None = None, **bounds: Unpack[Bounds]
    ) -> Answers[Community]:
        """List groups of actors who have more to do with each other than with the rest, the largest first.

        Found by the method of Louvain on the number of events that two actors share; the same graph always gives the
        same groups. Actors who share no event are in none. Parameters are those of `centrality`.
        """
        network = self._network(bounds, actor_types)
        groups = communities(len(network.actors), network.ties)
        of = {actor: place for place, group in enumerate(groups) for actor in group}
        within, outside, own = [0] * len(groups), [0] * len(groups), [0] * len(network.actors)
        for one, other in network.ties:
            if of[one] == of[other]:
                within[of[one]] += 1
                own[one] += 1
                own[other] += 1
            else:
                outside[of[one]] += 1
                outside[of[other]] += 1
        self._directory.load(network.actors[i] for group in groups[:limit] for i in group)
        known = self._directory.actors
        return Answers(
            Community(
                place + 1,
                tuple(known[network.actors[i]] for i in sorted(group, key=lambda i: (-own[i], i))),
                within[place],
                outside[place],
            )
            for place, group in enumerate(groups[:limit])
        )

    def cooccurrence(
        self,
        actor: str | None = None,
        *,
        within: Literal["events", "articles"] = "events",
        actor_types: Collection[str] | None = None,
        limit: int | None = 20,
        **bounds: Unpack[Bounds],
    ) -> Answers[Cooccurrence]:
        """List who is most often named together, all pairs or those of one actor.

        Parameters
        ----------
        actor
            Name or id; None: all pairs.
        within
            "events": pairs that share events, those with the most first. "articles": pairs that articles mention
            together, whether or not they had to do with each other.
        actor_types
            Only actors of these types; None: all.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`; with any, only those articles count that tell of such an event. Without
            `statuses`, events of every status count.
        """
        if within not in _WITHIN:
            raise QueryError(f"nothing is counted within {within!r}. {did_you_mean(str(within), _WITHIN)}")
        found = cooccurrences(
            self._graph,
            self._directory,
            self._filter(bounds, statuses=None),
            actor=self.actor(actor).id if actor is not None else None,
            by_articles=within == "articles",
            actor_types=self._of_types(actor_types),
            limit=limit,
        )
        return Answers(found)

    def _network(self, bounds: Bounds, actor_types: Collection[str] | None) -> Network:
        wanted, kinds = self._filter(bounds, statuses=("occurred",)), self._of_types(actor_types)
        return Network(self._graph, wanted, actor_types=kinds)
