"""What of a scene is drawn at once, what comes along, and what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from kg.picture.scene import Scene
from kg.picture.ties import Tie, is_gathering
from kg.query.directory import Directory
from kg.query.events import time_of
from kg.stores.filter import number

# So many come along at most, unless more are to be drawn at once: the file has to stay one that a browser opens.
_NODES, _EVENTS = 2000, 5000
_ACTORS = 3  # for each gathering, where there are many


@dataclass(frozen=True, slots=True)
class Choice:
    """Ids of nodes, the best connected first, of which the first `shown` are drawn at once; and of events, by time.

    `degrees`: to how many others each node is tied; `totals`: in how many events of the scene each actor takes part.
    """

    nodes: tuple[str, ...]
    shown: int
    events: tuple[str, ...]
    degrees: Mapping[str, int]
    totals: Mapping[str, int]
    left_out_actors: int
    left_out_events: int


def choose(
    scene: Scene, ties: Mapping[str, list[Tie]], directory: Directory, *, max_nodes: int, first: Collection[str]
) -> Choice:
    """Choose the best connected.

    Parameters
    ----------
    scene, ties
        Events with who takes part, and between whom each is drawn.
    directory
        Names, which put those who are alike in order.
    max_nodes
        How many nodes are drawn at once.
    first
        Actors that go before all others.
    """
    neighbours, count = _neighbours(scene, ties), _counts(scene)

    def rank(actor: str) -> tuple[object, ...]:
        known = directory.actors[actor]
        return actor not in first, -len(neighbours[actor]), -count[actor], known.name, known.id

    ranked = sorted(scene.actors, key=rank)
    kept = ranked[: max(max_nodes, _NODES)]
    events = _events(scene, kept, max_nodes)
    tied = {actor for actor in kept if actor in first or neighbours[actor]}
    ordered = _in_order(scene, kept, events, tied)
    shown = _first_together(ordered, ties, events, max_nodes, first)
    drawn = set(shown)
    return Choice(
        nodes=(*shown, *(node for node in ordered if node not in drawn)),
        shown=len(shown),
        events=tuple(sorted(events, key=lambda event: time_of(scene.events[event]))),
        degrees={i: len(found) for i, found in neighbours.items()},
        totals=count,
        left_out_actors=len(ranked) - len(kept),
        left_out_events=len(scene.events) - len(events),
    )


def _neighbours(scene: Scene, ties: Mapping[str, list[Tie]]) -> dict[str, set[str]]:
    """To whom each actor is tied, and who is at each gathering. At a gathering all are tied to all."""
    found: dict[str, set[str]] = defaultdict(set)
    for event, parts in scene.parts.items():
        if is_gathering(parts):
            members = {part.actor for part in parts}
            found[event] = members
            for member in members:
                found[member] |= members - {member}
        else:
            for tie in ties[event]:
                if {tie.head, tie.tail} <= scene.actors:
                    found[tie.head].add(tie.tail)
                    found[tie.tail].add(tie.head)
    return found


def _counts(scene: Scene) -> dict[str, int]:
    """In how many events each actor takes part."""
    count: dict[str, int] = defaultdict(int)
    for parts in scene.parts.values():
        for actor in {part.actor for part in parts}:
            count[actor] += 1
    return count


def _events(scene: Scene, kept: list[str], max_nodes: int) -> list[str]:
    """Events of those who are kept; if there are too many, those between the best connected, then the best known."""
    best, all_kept = set(kept[:max_nodes]), set(kept)

    def rank(event: str) -> tuple[object, ...]:
        actors = {part.actor for part in scene.parts[event]}
        ties_best, ties_kept = len(actors & best) > 1, len(actors & all_kept) > 1
        return not ties_best, not ties_kept, -number(scene.events[event], "n_articles"), event

    of_kept = (event for event, parts in scene.parts.items() if any(part.actor in all_kept for part in parts))
    return sorted(of_kept, key=rank)[:_EVENTS]


def _in_order(scene: Scene, kept: list[str], events: Collection[str], tied: Collection[str]) -> list[str]:
    """Put gatherings among the actors, each after the third of its participants: from then on it ties those drawn.

    Where there are many, no more than one for so many actors, those of the most participants first. Actors who are
    tied to nobody come last.
    """
    places = {actor: place for place, actor in enumerate(kept)}
    after: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if is_gathering(scene.parts[event]):
            drawn = sorted({places[part.actor] for part in scene.parts[event] if part.actor in places})
            if len(drawn) > 1:
                after[kept[drawn[:3][-1]]].append(event)
    ordered: list[str] = []
    waiting: list[tuple[int, str]] = []
    for place, actor in enumerate(actor for actor in kept if actor in tied):
        ordered.append(actor)
        for event in after[actor]:
            heappush(waiting, (-len(scene.parts[event]), event))
        if waiting and (place + 1) >= _ACTORS * (len(ordered) - place):
            ordered.append(heappop(waiting)[1])
    return [*ordered, *(event for _, event in sorted(waiting)), *(actor for actor in kept if actor not in tied)]


def _first_together(
    ordered: list[str], ties: Mapping[str, list[Tie]], events: Collection[str], max_nodes: int, first: Collection[str]
) -> list[str]:
    """Choose what is drawn at once: the first of all, without those tied to none of these; others fill up.

    Who is well connected only through gatherings that aren't drawn would be a dot by itself.
    """
    tied: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for tie in ties[event]:
            tied[tie.head].add(tie.tail)
            tied[tie.tail].add(tie.head)
    best = set(ordered[:max_nodes])
    shown = [node for node in ordered[:max_nodes] if node in first or tied[node] & best] or ordered[: bool(tied)]
    drawn = set(shown)
    for node in ordered:
        if len(shown) >= max_nodes:
            break
        if node not in drawn and tied[node] & drawn:
            shown.append(node)
            drawn.add(node)
    return shown
