"""What a date expression is once found and resolved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kg.corpus.article import Field


class DateKind(StrEnum):
    """TIMEX3 types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Precision(StrEnum):
    """How wide the interval is meant."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    OPEN = "open"


class Basis(StrEnum):
    """How the interval is known."""

    EXPLICIT = "explicit"  # the text says year and all
    RELATIVE = "relative"  # counted from the publication date or from another date
    INFERRED = "inferred"  # completed by reasoning (a year that fits weekday and day)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression at characters `[start, end)` of a field.

    `value` is the TIMEX3 value ("2024-05", "2024-W12", "P3W", "2022-SP"), None where it can't be resolved.
    `first` and `last` bound the closed interval; both None for durations, sets and unresolved dates.
    `edtf` is the interval as an EDTF string (ISO 8601-2).
    `extent` is the interval of the whole range or run of days that the date is an end of ("from May 30 to June 2",
    "Thursday and Friday"): each end is a mention with a value of its own; what happened then is dated by the extent.
    """

    field: Field
    start: int
    end: int
    text: str
    kind: DateKind
    value: str | None
    first: dt.date | None
    last: dt.date | None
    precision: Precision | None
    basis: Basis | None
    edtf: str | None
    extent: tuple[dt.date, dt.date] | None = None

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """The closed interval in which something dated by this mention lies: its extent, else its own interval."""
        if self.extent is not None:
            return self.extent
        return None if self.first is None or self.last is None else (self.first, self.last)
