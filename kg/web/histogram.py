"""Events by year, as bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from kg.query.profile_results import YearCount

HEIGHT = 48
_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of some years, and how high its bar is."""

    first: int
    last: int
    events: int
    height: float

    @property
    def label(self) -> str:
        """The year or years."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars for all years from the first to the last; for several years each where there are many."""

    bars: tuple[Bar, ...]

    @classmethod
    def of(cls, counts: Iterable[YearCount]) -> Self:
        """Make it.

        Examples
        --------
        >>> [(bar.label, bar.height) for bar in Histogram.of([YearCount(1998, 2), YearCount(2000, 4)]).bars]
        [('1998', 24.0), ('1999', 0.0), ('2000', 48.0)]
        """
        known = {count.year: count.events for count in counts}
        if not known:
            return cls(())
        first, last = min(known), max(known)
        width = next(years for years in (1, 5, 10, 50, 100, 1000) if (last - first) // years < _MOST_BARS)
        first -= first % width
        spans = [(start, start + width - 1) for start in range(first, last + 1, width)]
        sums = [sum(events for year, events in known.items() if start <= year <= end) for start, end in spans]
        most = max(sums)
        return cls(
            tuple(
                Bar(start, end, events, round(HEIGHT * events / most, 1) if events else 0.0)
                for (start, end), events in zip(spans, sums, strict=True)
            )
        )
