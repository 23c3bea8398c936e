"""Groups that grow by joining two, but never over a person's word that two in them are different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from kg.resolution.decisions import Decisions, Side, Sides
from kg.workspace.judgement import Verdict

Member = TypeVar("Member", bound=Hashable)


class Groups(Generic[Member]):
    """A partition of members, each its own group at first.

    Examples
    --------
    >>> groups = Groups({"a": frozenset(), "b": frozenset(), "c": frozenset()}, Decisions())
    >>> groups.join("a", "b"), groups.of("b"), groups.of("c")
    (True, ['a', 'b'], ['c'])
    """

    def __init__(self, members: Mapping[Member, Sides], decisions: Decisions) -> None:
        self._decisions = decisions
        self._group: dict[Member, list[Member]] = {member: [member] for member in members}
        self._sides: dict[Member, set[Side]] = {member: set(sides) for member, sides in members.items() if sides}

    def of(self, member: Member) -> list[Member]:
        """Members of a member's group."""
        return self._group[member]

    def join(self, one: Member, other: Member) -> bool:
        """Join two groups; False where a person keeps members of them apart."""
        ours, theirs = self._group[one], self._group[other]
        if ours is theirs:
            return True
        our_sides, their_sides = self._of_group(ours), self._of_group(theirs)
        if self._decisions.verdict(our_sides, their_sides) is Verdict.DIFFERENT:
            return False
        small, large = sorted((theirs, ours), key=len)
        large.extend(small)
        for member in small:
            self._group[member] = large
        if our_sides or their_sides:
            self._sides[large[0]] = our_sides | their_sides
        return True

    def join_judged(self) -> None:
        """Join all that people say are the same."""
        bearers: dict[Side, list[Member]] = defaultdict(list)
        for member, sides in self._sides.items():
            for side in sides:
                bearers[side].append(member)
        for first, second in self._decisions.same:
            one, other = bearers.get(first, []), bearers.get(second, [])
            for pair in _spanning(one, other):
                self.join(*pair)

    def all(self) -> list[list[Member]]:
        """Every group once."""
        return list({id(group): group for group in self._group.values()}.values())

    def _of_group(self, group: list[Member]) -> set[Side]:
        # What a group was told is kept with its first member, which stays the first while others join.
        return self._sides.get(group[0], set())


def _spanning(one: Iterable[Member], other: Iterable[Member]) -> list[tuple[Member, Member]]:
    """Pairs that join all of both with each other, without one for each pair."""
    ours, theirs = list(one), list(other)
    if not ours or not theirs:
        return []
    return [(ours[0], b) for b in theirs] + [(a, theirs[0]) for a in ours[1:]]
