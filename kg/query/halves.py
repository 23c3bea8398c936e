"""Chains between two actors, searched from both ends."""

from __future__ import annotations

from kg.query.links import Links


class Halves:
    """Who is how far from either of two actors, as far as chains of some length need it.

    Each step of a chain must be a tie of an actor whose ties were read. Those near either end are, and of the two sides
    always the one that has fewer to go on from is widened: a few people instead of everybody whom a state has met.
    """

    def __init__(self, links: Links, head: str, tail: str) -> None:
        self._links = links
        self._distances: tuple[dict[str, int], dict[str, int]] = {head: 0}, {tail: 0}
        self._edges = [{head}, {tail}]
        self._depths = [0, 0]

    def widen(self, length: int) -> None:
        """Read as much as chains of so many steps need."""
        while sum(self._depths) < length:
            self._go_on(0 if len(self._edges[0]) <= len(self._edges[1]) else 1)

    def _go_on(self, side: int) -> None:
        known = self._distances[side]
        self._links.load(sorted(self._edges[side]))
        self._depths[side] += 1
        self._edges[side] = {other for actor in self._edges[side] for other in self._links.of(actor)} - known.keys()
        known |= dict.fromkeys(self._edges[side], self._depths[side])

    def least_steps(self, actor: str) -> int:
        """How many steps it takes at least from an actor to the tail."""
        return self._distances[1].get(actor, self._depths[1] + 1)

    def between(self, length: int) -> set[str]:
        """Those who can be in a chain of so many steps."""
        near, far = self._distances
        least = self._depths[0] + 1
        return {i for i in near.keys() | far.keys() if near.get(i, least) + self.least_steps(i) <= length}
