"""What people have decided, looked up by the entities that they meant. Their word goes before the machine's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.mentions.mention import LocalEntity
from kg.resolution.identity import normalised
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the two references of a judgement."""

    judgement: int
    second: bool


Sides = frozenset[Side]


class Decisions:
    """Judgements of people, by what they refer to."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._judgements = sorted(judgements)
        self._sides: dict[tuple[str, str], list[tuple[Reference, Side]]] = defaultdict(list)
        for number, judgement in enumerate(self._judgements):
            for second, text in enumerate((judgement.a, judgement.b)):
                reference = Reference.parse(text)
                self._sides[reference.type, reference.name].append((reference, Side(number, bool(second))))

    def sides(self, article: str, entity: LocalEntity) -> Sides:
        """Give the references that mean an entity; where both of a judgement do, the narrower."""
        found: dict[int, tuple[Reference, Side]] = {}
        for reference, side in self._sides.get((entity.type, normalised(entity.name)), ()):
            if reference.fits(article, entity):
                other = found.get(side.judgement)
                if other is None or other[0].precision < reference.precision:
                    found[side.judgement] = reference, side
        return frozenset(side for _, side in found.values())

    def apart(self, sides: Iterable[Side]) -> Sides:
        """Give those by which entities of one name are told apart."""
        return frozenset(s for s in sides if self._judgements[s.judgement].verdict is not Verdict.SAME)

    def texts(self, sides: Iterable[Side]) -> list[str]:
        """The references themselves, sorted."""
        judged = ((self._judgements[s.judgement], s.second) for s in sides)
        return sorted(judgement.b if second else judgement.a for judgement, second in judged)

    def verdict(self, one: Iterable[Side], other: Iterable[Side]) -> Verdict | None:
        """What people say of two that these references mean; `different` before `same` before `unsure`."""
        theirs = set(other)
        said = {
            self._judgements[side.judgement].verdict for side in one if Side(side.judgement, not side.second) in theirs
        }
        return next((v for v in (Verdict.DIFFERENT, Verdict.SAME, Verdict.UNSURE) if v in said), None)

    @property
    def same(self) -> list[tuple[Side, Side]]:
        """The two sides of each judgement that two are the same."""
        numbers = (n for n, judgement in enumerate(self._judgements) if judgement.verdict is Verdict.SAME)
        return [(Side(n, False), Side(n, True)) for n in numbers]
