"""From which day an article's dates count: its publication date, made exact by a dateline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from kg.mentions.dates.context import Context
from kg.mentions.dates.direction import Direction
from kg.mentions.dates.expression import Calendar, Found, NumericDate
from kg.mentions.dates.period import Period
from kg.mentions.dates.recurring import in_year
from kg.mentions.dates.resolve import resolve

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_DATELINE_LAG = 3  # days; a newspaper prints tomorrow what its dateline calls today


def publication(published: str | None) -> Period | None:
    """The days that a publication date of any precision may mean; None where there is none or it is no date.

    Examples
    --------
    >>> publication("2024-03").edtf
    '2024-03'
    """
    match = _PUBLISHED.fullmatch(published or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return resolve(Calendar(year, month, day), Context()) if year else None


def sharpened(known: Period | None, dateline: Sequence[Found]) -> Period | None:
    """The anchor that a dateline gives: its day, if the publication date allows it."""
    for found in dateline:
        expr = found.expr
        if not isinstance(expr, Calendar) or expr.day is None or expr.month is None:
            continue
        if expr.year is not None:
            said = resolve(expr, Context())
            candidates = [said] if said else []
        elif known is not None:
            candidates = [p for year in (known.first.year - 1, known.first.year) for p in in_year(expr, year)]
        else:
            return None
        for day in reversed(candidates):
            if known is None or ((known.first - day.first).days <= _DATELINE_LAG and day.first <= known.last):
                return day
    return known


def month_first(numeric: Sequence[NumericDate], *, written: Sequence[bool]) -> bool:
    """Whether the article writes the month before the day.

    Its unambiguous numeric dates say so, else (`written`: month first or not) how it writes dates in words.
    """
    votes = sum((n.second > 12) - (n.first > 12) for n in numeric)
    if votes == 0:
        votes = sum(1 if first else -1 for first in written)
    return votes >= 0


def inferred_year(expr: Calendar, floor: dt.date) -> Period | None:
    """The first day after another on which weekday, day and month agree."""
    for year in range(floor.year, floor.year + 12):
        for day in in_year(expr, year):
            if day.first > floor and day.first.weekday() == expr.weekday:
                return day
    return None


def latest_past(found: Sequence[tuple[Period, Direction]]) -> dt.date | None:
    """The last day of the latest dated past that a text speaks of."""
    return max(
        (p.last for p, direction in found if direction is not Direction.FUTURE and p.last.year < 9000), default=None
    )
