"""Finds actors by the beginnings of the words of their names, as somebody types."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection

from kg.query.directory import Directory
from kg.query.results import ActorSummary
from kg.resolution.identity import normalised
from kg.stores.store import Reading


class NameIndex:
    """All words of all names in one sorted list, and how much there is about each actor; made once a graph."""

    def __init__(self, graph: Reading, directory: Directory) -> None:
        self._actors = directory.actors
        self._events = tails(graph, "PARTICIPATES_IN")
        self._articles = tails(graph, "MENTIONED_IN")
        ids: dict[str, set[str]] = defaultdict(set)
        self._whole: dict[str, set[str]] = defaultdict(set)
        for actor in directory.all().values():
            for name in {normalised(n) for n in (actor.name, *actor.names)}:
                self._whole[name].add(actor.id)
                for word in name.split():
                    ids[word].add(actor.id)
        self._words = sorted(ids)
        self._ids = [ids[word] for word in self._words]

    def find(self, text: str, *, types: Collection[str] | None, limit: int | None) -> list[ActorSummary]:
        """Actors of whom some names have words that begin with all the words given.

        Whoever has just this name comes first, then those whose main name it begins, then by events.
        """
        wanted = normalised(text)
        words = wanted.split()
        if not words:
            return []
        found = set.intersection(*(self._beginning(word) for word in words))
        summaries = (self.summary(i) for i in found if types is None or self._actors[i].type in types)
        exact = self._whole.get(wanted, set())

        def rank(one: ActorSummary) -> tuple[object, ...]:
            begins = normalised(one.actor.name).startswith(wanted)
            return one.actor.id not in exact, not begins, -one.events, -one.articles, one.actor.name, one.actor.id

        return heapq.nsmallest(len(found) if limit is None else limit, summaries, key=rank)

    def summary(self, actor: str) -> ActorSummary:
        """An actor with the number of its events and articles."""
        return ActorSummary(self._actors[actor], self._events[actor], self._articles[actor])

    def _beginning(self, word: str) -> set[str]:
        """Actors with a word that begins so."""
        first = bisect_left(self._words, word)
        last = bisect_left(self._words, word + "\U0010ffff")
        return set().union(*self._ids[first:last])


def tails(graph: Reading, edge_type: str) -> Counter[str]:
    """Count to how many nodes the edges of a type lead from each node; two edges to one node count once."""
    return Counter(head for head, _ in set(graph.pairs(edge_type)))
