"""Paths between actors, the cheapest first; an actor that is tied to everybody makes a path dear, or is left out."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Self

from kg.errors import QueryError
from kg.mentions.mention import PLACE
from kg.query.directory import Directory
from kg.query.links import Link, Links

# Costs are whole numbers, a step being this much: sums of fractions depend on their order, and so would the ranking.
STEP = 1_000_000


@dataclass(frozen=True, slots=True)
class Hubs:
    """What is done about actors that are tied to very many others.

    `max_degree`: an actor tied to more others than that is never between. `penalty`: each actor between costs so many
    steps for every hundred of others that it is tied to.
    """

    max_degree: int | None = None
    penalty: float = 0.0

    @classmethod
    def of(cls, max_degree: int | None, penalty: float) -> Self:
        """Check what a user gave.

        Raises
        ------
        QueryError
            Less than 0, or no number.
        """
        if not 0 <= penalty < math.inf:
            raise QueryError(f"{penalty} is no penalty. Give a number from 0, such as 1")
        if max_degree is not None and max_degree < 0:
            raise QueryError(f"{max_degree} is no limit of ties. Give a number from 0")
        return cls(max_degree, penalty)

    def cost(self, degree: int) -> int:
        """Give what an actor between costs."""
        return round(STEP * self.penalty * degree / 100)

    def bars(self, degree: int) -> bool:
        """Whether an actor is tied to too many."""
        return self.max_degree is not None and degree > self.max_degree


@dataclass(frozen=True, slots=True)
class Way:
    """A path: actors from first to last, and for each step all ties by which it can be gone."""

    actors: tuple[str, ...]
    ties: tuple[tuple[Link, ...], ...]
    cost: int


class Paths:
    """Searches the ties between two actors.

    A path visits no actor twice, doesn't go through a country or place that both neighbours merely visited, and doesn't
    go through one event or agreement twice running: without the actor between, it would be shorter.
    """

    def __init__(self, directory: Directory, links: Links, hubs: Hubs, *, max_steps: int) -> None:
        self._directory = directory
        self._links = links
        self._hubs = hubs
        self._most = max_steps

    def between(self, head: str, tail: str) -> Iterator[Way]:
        """All paths: by cost, then what more articles tell of (of a path: its least known step), then by ids."""
        between = self._between(head, tail)
        steps_left = self._steps_to(tail, {*between, head})
        within = {most: {i for i, steps in steps_left.items() if steps <= most} for most in range(self._most)}
        cost_left = self._costs_to(tail, {*between, head}, between)
        queue: list[tuple[int, int, tuple[str, ...]]] = [(cost_left[head], 0, (head,))] if head in cost_left else []
        while queue:
            cost, known, actors = heapq.heappop(queue)
            if actors[-1] == tail:
                yield Way(actors, passable([self._once(*pair) for pair in pairwise(actors)]), cost)
                continue
            gone = cost - cost_left[actors[-1]]
            for step in self._links.near(actors[-1]) & within.get(self._most - len(actors), set()) - set(actors):
                further = (*actors, step)
                if _narrowed([self._links.ties(a, b) for a, b in pairwise(further)])[-1]:
                    # What is to come costs cost_left at least: so the first path that is complete is the best.
                    ahead = gone + STEP + between.get(step, 0) + cost_left[step]
                    articles = self._articles(actors[-1], step)
                    heapq.heappush(queue, (ahead, -min(articles, -known or articles), further))

    def shortest(self, head: str, tail: str) -> Iterator[Way]:
        """Those paths that have the fewest steps."""
        for steps in range(1, self._most + 1):
            ways = Paths(self._directory, self._links, self._hubs, max_steps=steps).between(head, tail)
            first = next(ways, None)
            if first is not None:
                return chain([first], ways)
        return iter(())

    def _articles(self, head: str, tail: str) -> int:
        return max(self._links.weight(link)[0] for link in self._links.ties(head, tail))

    def _is_place(self, actor: str) -> bool:
        return self._directory.actors[actor].type == PLACE

    def _once(self, head: str, tail: str) -> list[Link]:
        """Ties of two actors, each event and agreement once for each way of entering and leaving it."""
        ties = {(k.kind, k.via, k.leaves_setting, k.enters_setting): k for k in reversed(self._links.ties(head, tail))}
        return list(reversed(ties.values()))

    def _between(self, head: str, tail: str) -> dict[str, int]:
        """Actors that can stand between the two, with the cost of each; reads the ties of no more than it needs.

        The search goes from both ends, always from the side that has fewer actors to go on from.
        """
        ends = {head, tail}
        far, edge = [{head}, {tail}], [{head}, {tail}]
        for _ in range(self._most - 1):
            side = 0 if len(edge[0]) <= len(edge[1]) else 1
            edge[side] = self._beyond(edge[side], ends) - far[side] - ends
            far[side] |= edge[side]
        few = 0 if len(edge[0]) <= len(edge[1]) else 1
        # Of the larger edge, only those matter that the other side reaches.
        met = self._beyond(edge[few], ends) | far[few]
        between = ((far[0] - edge[0]) | (far[1] - edge[1]) | edge[few] | (edge[1 - few] & met)) - ends
        allowed = self._passed(between)
        from_head, from_tail = self._steps_to(head, {*allowed, tail}), self._steps_to(tail, {*allowed, head})
        unknown = self._most
        near = [i for i in sorted(allowed) if from_head.get(i, unknown) + from_tail.get(i, unknown) <= self._most]
        degrees = self._links.degrees(near) if self._hubs.penalty else dict.fromkeys(near, 0)
        return {i: self._hubs.cost(degrees[i]) for i in near}

    def _beyond(self, actors: set[str], ends: set[str]) -> set[str]:
        """Everybody to whom some actors are tied; those that may not stand between lead nowhere."""
        self._links.load(sorted(actors))
        passed = self._passed(actors - ends) | actors & ends
        return set().union(*(self._links.of(actor) for actor in passed))

    def _passed(self, actors: set[str]) -> set[str]:
        """Those that may stand between."""
        self._directory.load(actors)
        passed = {i for i in actors if not self._is_place(i)}
        if self._hubs.max_degree is None:
            return passed
        degrees = self._links.degrees(sorted(passed))
        return {i for i in passed if not self._hubs.bars(degrees[i])}

    def _steps_to(self, goal: str, through: set[str]) -> dict[str, int]:
        """Count the steps to a goal from each of the actors through which it can be reached; fewer than the most."""
        steps, edge = {goal: 0}, {goal}
        for count in range(1, self._most):
            edge = set().union(*(self._links.near(actor) for actor in edge)) & through - steps.keys()
            steps |= dict.fromkeys(edge, count)
        return steps

    def _costs_to(self, goal: str, through: set[str], own: Mapping[str, int]) -> dict[str, int]:
        """The least that it costs to reach a goal (Dijkstra)."""
        costs: dict[str, int] = {goal: 0}
        left, queue = through - {goal}, [(0, goal)]  # left: those whose costs may still turn out to be less
        while queue:
            cost, actor = heapq.heappop(queue)
            if cost > costs[actor]:
                continue
            left.discard(actor)
            onward = cost + STEP + own.get(actor, 0)
            for other in self._links.near(actor) & left:
                if onward < costs.get(other, math.inf):
                    costs[other] = onward
                    heapq.heappush(queue, (onward, other))
        return costs


def passable(steps: Sequence[Sequence[Link]]) -> tuple[tuple[Link, ...], ...]:
    """Keep of the ties of each step those that lie on a way from the first step to the last."""
    ahead = _narrowed([list(ties) for ties in steps])
    back = _narrowed([[link.turned() for link in ties] for ties in reversed(ahead)])
    return tuple(tuple(link.turned() for link in ties) for ties in reversed(back))


def _narrowed(steps: list[list[Link]]) -> list[list[Link]]:
    """Keep the ties that can follow some kept tie of the step before."""
    kept = steps[:1]
    for ties in steps[1:]:
        vias = {entered: {link.via for link in kept[-1] if link.enters_setting is entered} for entered in (False, True)}
        kept.append([link for link in ties if _follows(link, vias)])
    return kept


def _follows(link: Link, vias: Mapping[bool, set[str]]) -> bool:
    """Whether a tie before came by another event or agreement, and not both merely visited the actor between."""
    before = vias[False] if link.leaves_setting else vias[False] | vias[True]
    return bool(before - {link.via})
