"""How actors are connected: through which events and agreements, and which sentence says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from kg.mentions.mention import PLACE
from kg.query.directory import Directory
from kg.query.fetched import Fetched
from kg.query.first import first
from kg.query.halves import Halves
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
        self._names: Mapping[str, str] = {}

    def of(self, actor: str, *, limit: int | None) -> list[Connection]:
        """Direct connections of an actor: strong ties, then by articles, then the latest."""
        ties = {tail: list(self._once(links)) for tail, links in self._links.of(actor).items()}
        strength = {tail: self._strength(links) for tail, links in ties.items()}
        self._directory.load(first(strength, strength.__getitem__, limit))
        # Whose name isn't known comes behind the limit; names only tell apart those of equal strength.
        known = [tail for tail in ties if tail in self._directory.actors]
        strongest = sorted(known, key=lambda tail: (strength[tail], self._directory.actors[tail].name, tail))
        return self._told(islice(((link,) for tail in strongest for link in ties[tail]), limit), others=False)

    def _strength(self, ties: list[Link]) -> tuple[object, ...]:
        weights = [self._links.weight(link) for link in ties]
        return ties[0].kind.is_weak, -sum(articles for articles, _ in weights), -max(day for _, day in weights)

    def between(self, head: str, tail: str, *, max_steps: int, limit: int | None) -> list[Connection]:
        """Connections of two actors, the shortest first: each direct one, then each chain of other actors once."""
        self._links.load([head, tail])
        direct = self._told(islice(((k,) for k in self._once(self._links.of(head).get(tail, []))), limit), others=False)
        left = None if limit is None else limit - len(direct)
        if left == 0:
            return direct
        return direct + self._told(islice(self._longer(head, tail, max_steps), left), others=True)

    def _longer(self, head: str, tail: str, max_steps: int) -> Iterator[_Chain]:
        halves = Halves(self._links, head, tail)
        for length in range(2, max_steps + 1):
            halves.widen(length)
            self._directory.load(halves.between(length))
            found = (c for c in self._chains(head, tail, length, halves, ()) if c)
            yield from sorted(found, key=self._rank)

    def _told(self, chains: Iterable[_Chain], *, others: bool) -> list[Connection]:
        """Give chains as connections; what tells of their events is read at once."""
        chains = list(chains)
        self.read([link for c in chains for link in c])
        return [Connection(tuple(self.step(link, others=others) for link in chain)) for chain in chains]

    def read(self, links: Collection[Link]) -> None:
        """Read at once what tells of some ties."""
        self._graph.tell(event for link in links for event in (link.event, link.other) if event)
        self._directory.load(end for link in links for end in (link.head, link.tail))
        self._names = self._graph.names(link.via for link in links if _is_named(link))

    def _rank(self, chain: _Chain) -> tuple[object, ...]:
        """Order of chains of one length: fewer weak links, more articles for the least known step, latest, names."""
        names = [self._directory.actors[link.tail].name for link in chain]
        weights = [self._links.weight(link) for link in chain if link.event]
        articles = min((articles for articles, _ in weights), default=0)
        day = min((day for _, day in weights), default=0)
        return sum(link.kind.is_weak for link in chain), -articles, -day, names, [link.tail for link in chain]

    def _chains(self, head: str, goal: str, left: int, halves: Halves, before: _Chain) -> Iterator[_Chain]:
        """Chains of exactly `left` further links, one for each sequence of actors."""
        passed = {link.head for link in before} | {head}
        for tail in sorted(self._links.near(head)):
            if tail in passed or halves.least_steps(tail) > left - 1 or (tail == goal) != (left == 1):
                continue
            links = self._links.ties(head, tail)
            # Of links that enter an actor alike, the best; a later step may need one that enters it otherwise.
            for link in self._best(links, before[-1] if before else None):
                if left == 1:
                    yield (*before, link)
                    break
                found = False
                for chain in self._chains(tail, goal, left - 1, halves, (*before, link)):
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
        ties = list(self._once(self._links.ties(link.head, link.tail))) if others else []
        return Step(
            head=self._directory.actors[link.head],
            tail=self._directory.actors[link.tail],
            kind=link.kind,
            via=link.via,
            event=self._graph.event(link.event) if link.event else None,
            other=self._graph.event(link.other) if link.other else None,
            evidence=self._graph.best(link.event) if link.event else None,
            alternatives=max(len(ties) - 1, 0),
            via_name=self._via_name(link),
        )

    def _via_name(self, link: Link) -> str | None:
        if link.kind is LinkKind.OFFICE:
            held = self._links.office(link)
            holder, of = (self._directory.actors[actor].name for actor in (held.head, held.tail))
            return f"{holder}, {held.properties['title']} of {of}"
        return self._names.get(link.via) if _is_named(link) else None


def _is_named(link: Link) -> bool:
    """Whether a tie is an agreement or a place, which have names of their own."""
    return link.kind is LinkKind.AGREEMENT or (link.kind is LinkKind.PLACE and link.other is not None)
