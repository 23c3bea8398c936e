"""How actors are connected: through which events and agreements, and which sentence says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kg.mentions.mention import PLACE
from kg.query.directory import Directory
from kg.query.events import event_of, evidence_of
from kg.query.fetched import Fetched
from kg.query.links import Link, Links
from kg.query.results import Connection, LinkKind, Step

_Chain = tuple[Link, ...]


class Connections:
    """Finds connections in a graph."""

    def __init__(self, graph: Fetched, directory: Directory, links: Links, *, weak: bool) -> None:
        self._graph = graph
        self._directory = directory
        self._links = links
        self._weak = weak

    def of(self, actor: str, *, limit: int | None) -> list[Connection]:
        """Direct connections of an actor: strong ties, then by articles, then the latest."""
        ties = {tail: list(self._once(links)) for tail, links in self._links.of(actor).items()}
        strongest = sorted(ties, key=lambda tail: (self._strength(ties[tail]), self._directory.actors[tail].name, tail))
        return self._told(islice(((link,) for tail in strongest for link in ties[tail]), limit), others=False)

    def _strength(self, ties: list[Link]) -> tuple[object, ...]:
        weights = [self._links.weight(link) for link in ties]
        return ties[0].kind.is_weak, -sum(articles for articles, _ in weights), -max(day for _, day in weights)

    def between(self, head: str, tail: str, *, max_steps: int, limit: int | None) -> list[Connection]:
        """Connections of two actors, the shortest first: each direct one, then each chain of other actors once."""
        direct = self._told(islice(((k,) for k in self._once(self._links.of(head).get(tail, []))), limit), others=False)
        left = None if limit is None else limit - len(direct)
        if left == 0:
            return direct
        return direct + self._told(islice(self._longer(head, tail, max_steps), left), others=True)

    def _longer(self, head: str, tail: str, max_steps: int) -> Iterator[_Chain]:
        distances = self._distances(tail, max_steps)
        self._links.load(self._links.of(head).keys() & distances.keys())
        for length in range(2, max_steps + 1):
            yield from sorted((c for c in self._chains(head, tail, length, distances, ()) if c), key=self._rank)

    def _told(self, chains: Iterable[_Chain], *, others: bool) -> list[Connection]:
        """Give chains as connections; what tells of their events is read at once."""
        chains = list(chains)
        self.read([link for c in chains for link in c])
        return [Connection(tuple(self.step(link, others=others) for link in chain)) for chain in chains]

    def read(self, links: Collection[Link]) -> None:
        """Read at once what tells of some ties."""
        self._graph.tell(event for link in links for event in (link.event, link.other) if event)
        self._graph.nodes_of("Entity", {link.via for link in links if link.kind is not LinkKind.EVENT})

    def _rank(self, chain: _Chain) -> tuple[object, ...]:
        """Order of chains of one length: fewer weak links, more articles for the least known step, latest, names."""
        names = [self._directory.actors[link.tail].name for link in chain]
        weights = [self._links.weight(link) for link in chain if link.event]
        articles = min((articles for articles, _ in weights), default=0)
        day = min((day for _, day in weights), default=0)
        return sum(link.kind.is_weak for link in chain), -articles, -day, names, [link.tail for link in chain]

    def _distances(self, goal: str, most: int) -> dict[str, int]:
        """Count the steps from each actor to the goal, so that the search never walks away from it."""
        distances, edge = {goal: 0}, [goal]
        for steps in range(1, most):
            self._links.load(edge)
            edge = sorted({t for actor in edge for t in self._links.of(actor) if t not in distances})
            distances.update(dict.fromkeys(edge, steps))
        return distances

    def _chains(self, head: str, goal: str, left: int, distances: dict[str, int], before: _Chain) -> Iterator[_Chain]:
        """Chains of exactly `left` further links, one for each sequence of actors."""
        passed = {link.head for link in before} | {head}
        for tail, links in self._links.of(head).items():
            if tail in passed or distances.get(tail, left) > left - 1 or (tail == goal) != (left == 1):
                continue
            # Of links that enter an actor alike, the best; a later step may need one that enters it otherwise.
            for link in self._best(links, before[-1] if before else None):
                if left == 1:
                    yield (*before, link)
                    break
                found = False
                for chain in self._chains(tail, goal, left - 1, distances, (*before, link)):
                    found = True
                    yield chain
                if found:
                    break

    def _best(self, links: list[Link], before: Link | None) -> Iterator[Link]:
        """Give the best link for each way of entering, if it may follow the link before."""
        entered: set[bool] = set()
        for link in links:
            if link.enters_setting in entered:
                continue
            following = self._following(link, before)
            if following is not None:
                entered.add(link.enters_setting)
                yield following

    def _following(self, link: Link, before: Link | None) -> Link | None:
        """Give a link as a step after another; weak through a place, or a country that both merely visit.

        Not one through the same event or agreement: without the actor between, the chain is shorter.
        """
        if before is None:
            return link
        if link.via == before.via:
            return None
        is_place = self._directory.actors[link.head].type == PLACE
        if not is_place and not (before.enters_setting and link.leaves_setting):
            return link
        if not self._weak:
            return None
        return replace(link, kind=LinkKind.PLACE if is_place else LinkKind.VISITED)

    def _once(self, links: list[Link]) -> Iterator[Link]:
        """Give each shared event once, though an actor has two roles in it; an agreement once."""
        seen: set[object] = set()
        for link in links:
            if (link.kind, link.via) not in seen:
                seen.add((link.kind, link.via))
                yield link

    def step(self, link: Link, *, others: bool = False) -> Step:
        """Give a tie with its event and best sentence; with `others`, how many more ties the two have."""
        event = self._graph.node(link.event) if link.event else None
        other = self._graph.node(link.other) if link.other else None
        sentences = evidence_of(event, self._graph) if event else ()
        ties = list(self._once(self._links.of(link.head).get(link.tail, []))) if others else []
        return Step(
            head=self._directory.actors[link.head],
            tail=self._directory.actors[link.tail],
            kind=link.kind,
            via=link.via,
            event=event_of(event, self._graph, self._directory) if event else None,
            other=event_of(other, self._graph, self._directory) if other else None,
            evidence=sentences[0] if sentences else None,
            alternatives=max(len(ties) - 1, 0),
            via_name=self._via_name(link),
        )

    def _via_name(self, link: Link) -> str | None:
        if link.kind is LinkKind.OFFICE:
            offices = (
                *self._graph.outgoing(link.head, "HOLDS_OFFICE"),
                *self._graph.incoming(link.head, "HOLDS_OFFICE"),
            )
            held = next(edge for edge in offices if edge.id == link.via)
            holder, of = (self._directory.actors[actor].name for actor in (held.head, held.tail))
            return f"{holder}, {held.properties['title']} of {of}"
        if link.kind is LinkKind.AGREEMENT or (link.kind is LinkKind.PLACE and link.other):
            node = self._graph.node(link.via)
            return str(node.properties["name"]) if node else None
        return None
