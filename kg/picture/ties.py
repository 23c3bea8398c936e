"""Between whom an event is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.picture.scene import Part
from kg.schema.types import EventType

#: An event of more actors than this is a node with a line to each; lines between all would be a thicket.
FEW = 3


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes between which a line is drawn, by their ids."""

    head: str
    tail: str
    is_directed: bool = False


def is_gathering(parts: Sequence[Part]) -> bool:
    """Whether an event is drawn as a node."""
    return len({part.actor for part in parts}) > FEW


def ties_of(event: str, event_type: str, parts: Sequence[Part], types: Mapping[str, EventType]) -> list[Tie]:
    """Give the pairs between which an event is drawn, each once.

    Of a type that projects to an edge from one role to another, such as a visit, that edge; who takes part in another
    role (the host of a visit) is tied to the first. Of every other type, and of one that the schema doesn't know: each
    with each. Of a gathering: each with the event.

    Examples
    --------
    >>> ties_of("event:1", "Meeting", [Part("participant", "a"), Part("participant", "b")], {})
    [Tie(head='a', tail='b', is_directed=False)]
    """
    actors = sorted({part.actor for part in parts})
    if is_gathering(parts):
        return [Tie(actor, event) for actor in actors]
    kind = types.get(event_type)
    if kind is None or kind.edge.symmetric:
        return [Tie(*pair) for pair in combinations(actors, 2)]
    heads, tails = _filling(parts, kind, kind.edge.head), _filling(parts, kind, kind.edge.tail)
    if not tails:  # its other end is no actor: two signatories are tied by what they sign
        return [Tie(*pair) for pair in combinations(actors, 2)]
    directed = [Tie(head, tail, is_directed=True) for head, tail in product(heads, tails) if head != tail]
    others = [actor for actor in actors if actor not in heads and actor not in tails]
    return directed + [Tie(min(pair), max(pair)) for pair in product(heads, others)]


def _filling(parts: Sequence[Part], kind: EventType, role: str) -> list[str]:
    """Actors in a role or in one that counts as it."""
    roles = {role, *(r.name for r in kind.roles.values() if r.counts_as == role)}
    return sorted({part.actor for part in parts if part.role in roles})
