"""The network of all actors that share events: read once, in one stream, for measures of the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cached_property
from itertools import combinations

from kg.stores.filter import Filter
from kg.stores.store import Reading


class Network:
    """Actors that share events within bounds with others, numbered in the order of their ids.

    Parameters
    ----------
    graph
        What to read.
    bounds
        Which events count.
    actor_types
        Only actors of these types; None: all.
    """

    def __init__(self, graph: Reading, bounds: Filter, *, actor_types: Collection[str] | None) -> None:
        self.members = dict(graph.members(bounds, actor_types))

    @cached_property
    def actors(self) -> list[str]:
        """Ids of all actors that are tied to another, in order."""
        return sorted({actor for members in self.members.values() if len(members) > 1 for actor in members})

    @cached_property
    def ties(self) -> dict[tuple[int, int], int]:
        """How many events two actors share, by their numbers, the smaller first; in the order of the numbers."""
        numbers = {actor: number for number, actor in enumerate(self.actors)}
        shared: Counter[tuple[int, int]] = Counter()
        for members in self.members.values():
            if len(members) > 1:
                shared.update(combinations(sorted(numbers[actor] for actor in members), 2))
        return dict(sorted(shared.items()))

    @cached_property
    def events(self) -> dict[str, set[str]]:
        """The events of each actor."""
        events: dict[str, set[str]] = defaultdict(set)
        for event, members in self.members.items():
            for actor in members:
                events[actor].add(event)
        return events

    @cached_property
    def degrees(self) -> list[int]:
        """To how many others each actor is tied, by its number."""
        degrees = [0] * len(self.actors)
        for one, other in self.ties:
            degrees[one] += 1
            degrees[other] += 1
        return degrees
