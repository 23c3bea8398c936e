"""A judgement: whether what articles call by two names is one, with score, reason and by whom."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

#: The judge of what a machine decides; any other name is a person's.
MACHINE = "machine"


class Verdict(StrEnum):
    """What a judge says of two."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """What a judge says of two references, the smaller first.

    A reference is text that says which entities of which articles are meant; what it means the room `resolution` knows.
    It never is the id of a node: those may change when articles come or go, what a person has decided may not.
    """

    a: str
    b: str
    verdict: Verdict
    score: float
    reason: str
    judge: str

    @property
    def id(self) -> str:
        """Id by the pair and the kind of judge: a person has one judgement on a pair, the latest."""
        kind = "person" if self.is_of_a_person else MACHINE
        pair = json.dumps([self.a, self.b, kind]).encode("ascii")
        return f"judgement:{hashlib.sha256(pair).hexdigest()[:12]}"

    @property
    def is_of_a_person(self) -> bool:
        """Whether a person judged, and not the machine."""
        return self.judge != MACHINE

    @classmethod
    def of(cls, a: str, b: str, verdict: Verdict, *, score: float, reason: str, judge: str) -> Judgement:
        """Make a judgement; the order of the two makes no difference.

        Examples
        --------
        >>> Judgement.of("y", "x", Verdict.SAME, score=1.0, reason="", judge="ann").a
        'x'
        """
        first, second = sorted((a, b))
        return cls(first, second, verdict, score, reason, judge)
