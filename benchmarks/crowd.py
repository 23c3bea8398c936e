"""The people of made-up news: named as in the record of journeys; a few are met very often, most hardly ever."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from random import Random

from benchmarks.travel_articles import Trip

SEED = 20_261_122  # the same people in every run
_NAME = re.compile(r"\b([A-Z][a-z]{2,}) ([A-Z][a-z]{3,})\b")


class Crowd:
    """People of whom the n-th is chosen in proportion to 1/n."""

    def __init__(self, people: Sequence[str], chance: Random) -> None:
        self._people, self._random = people, chance
        self._weights = list(accumulate(1 / number for number in range(1, len(people) + 1)))

    def one(self) -> str:
        """Choose one."""
        return self._random.choices(self._people, cum_weights=self._weights)[0]


def told_names(rows: Sequence[Trip]) -> set[tuple[str, str]]:
    """Give the pairs of words in the remarks that look like a first name and a surname."""
    return {pair for row in rows for pair in _NAME.findall(row["remarks"])}
