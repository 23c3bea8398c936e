"""What speaks for and against two being one, in bits: how many times likelier it makes it, as a power of two."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kg.workspace.judgement import MACHINE, Judgement, Verdict

# Above the first, two are joined; below the second, they are said to be two.
_SAME, _DIFFERENT = 2.0, -4.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Reasons with their weights, the sum of which decides.

    Examples
    --------
    >>> found = Evidence((("one name spelt otherwise", 5.0), ("states differ", -2.0)))
    >>> found.verdict.value, round(found.score, 2)
    ('same', 0.89)
    """

    reasons: tuple[tuple[str, float], ...]

    @property
    def bits(self) -> float:
        """The sum."""
        return sum(weight for _, weight in self.reasons)

    @property
    def score(self) -> float:
        """Probability that the two are one, where before both were as likely."""
        return round(1 / (1 + math.exp2(-self.bits)), 4)

    @property
    def verdict(self) -> Verdict:
        """What the sum says."""
        if self.bits >= _SAME:
            return Verdict.SAME
        return Verdict.DIFFERENT if self.bits <= _DIFFERENT else Verdict.UNSURE

    @property
    def text(self) -> str:
        """Every reason with its weight."""
        return "; ".join(f"{reason} ({weight:+g})" for reason, weight in self.reasons if weight)

    def judgement(self, a: str, b: str) -> Judgement:
        """Make it a judgement on two references."""
        return Judgement.of(a, b, self.verdict, score=self.score, reason=self.text, judge=MACHINE)
