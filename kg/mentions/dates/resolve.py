"""From what an expression says to the days it means, seen from publication, clause and the dates before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from kg.mentions.dates import period as periods
from kg.mentions.dates import recurring, stage
from kg.mentions.dates.absolute import absolute
from kg.mentions.dates.context import Context
from kg.mentions.dates.date_mention import Precision
from kg.mentions.dates.direction import Direction
from kg.mentions.dates.expression import (
    Ahead,
    Base,
    Calendar,
    Deictic,
    Expression,
    Modified,
    Moved,
    Nth,
    Range,
    Shifted,
    Stretch,
    Timed,
    Within,
)
from kg.mentions.dates.period import Period

_FINENESS: Final = {
    Precision.DAY: 0,
    Precision.WEEK: 1,
    Precision.INTERVAL: 1,
    Precision.MONTH: 2,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 4,
    Precision.YEAR: 5,
    Precision.DECADE: 6,
    Precision.CENTURY: 7,
}
_UNIT_FINENESS: Final = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": 0,
    "night": 0,
    "week": 1,
    "weekend": 1,
    "fortnight": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}
_LANDS_ON: Final = {"fortnight": "week", "decade": "year", "century": "year", "weekend": "week"}


def resolve(expr: Expression, context: Context) -> Period | None:
    """The period that an expression means; None where that isn't known."""
    try:
        return _resolve(expr, context)
    except (ValueError, OverflowError):  # the 30th of February; before year 1
        return None


def _resolve(expr: Expression, context: Context) -> Period | None:
    match expr:
        case Deictic():
            return _deictic(expr, context)
        case Shifted():
            return _shifted(expr, context)
        case Within():
            return _within(expr, context)
        case Nth(n=n, unit=unit, outer=outer, count=count):
            whole = _resolve(outer, context)
            return stage.nth(whole, n, unit, count=count) if whole else None
        case Modified():
            return _modified(expr, context)
        case Moved():
            return _moved(expr, context)
        case Timed(of=of):
            return _resolve(of, context) if of is not None else _day_spoken_of(context)
        case Range(first=first, last=last):
            return _range(first, last, context)
        case Stretch():
            return _stretch(expr, context)
        case Ahead(amount=amount, unit=unit):
            return _moved(Moved(amount, unit, Base.PUBLICATION), context)
    return absolute(expr, context)


def _reference(unit: str, references: tuple[Period, ...]) -> Period | None:
    """The latest date before this one that is at least as fine as the unit counted in."""
    return next((p for p in references if _FINENESS.get(p.precision, 9) <= _UNIT_FINENESS[unit]), None)


def _start(base: Base | Expression, unit: str, context: Context, *, forward: bool) -> dt.date | None:
    """The day that an expression counts from."""
    if base is Base.PUBLICATION:
        return context.today
    if isinstance(base, Base):
        found = _reference(unit, context.nearby if base is Base.PASSAGE else context.references)
    else:
        found = _resolve(base, context)
    if found is None:
        return context.today if isinstance(base, Base) else None
    return found.last if forward else found.first


def _deictic(expr: Deictic, context: Context) -> Period | None:
    shift = expr.shift
    if shift == 0 and expr.base is Base.REFERENCE and expr.unit == "day":
        context = replace(
            context, references=context.references[:1]
        )  # "in July ... the same day": of another day than any before
        if context.references and _reference("day", context.references) is None:
            return None
    at = _start(expr.base, expr.unit, context, forward=False)
    if at is None:
        return None
    if expr.unit == "weekend" and shift == 0 and at.weekday() < 5 and expr.base is Base.PUBLICATION:
        monday_or_tuesday = context.direction is Direction.UNKNOWN and at.weekday() < 2
        shift = -1 if context.direction is Direction.PAST or monday_or_tuesday else 0
    return periods.containing(
        expr.unit, periods.moved(at.replace(day=1) if expr.unit in ("month", "quarter") else at, expr.unit, shift)
    )


def _shifted(expr: Shifted, context: Context) -> Period | None:
    today, direction = context.today, context.direction
    if expr.base is Base.REFERENCE and context.references:
        today = context.references[0].last if expr.shift > 0 else context.references[0].first
    if today is None:
        return None
    if isinstance(expr.of, Calendar) and expr.of.month is None and expr.of.weekday is not None:
        if expr.base is Base.REFERENCE and expr.shift > 0:
            return recurring.weekday(expr.of.weekday, today + dt.timedelta(1), Direction.FUTURE)
        return recurring.shifted_weekday(expr.of.weekday, today, shift=expr.shift, direction=direction)
    return recurring.shifted(recurring.around(expr.of, today), today, shift=expr.shift)


def _within(expr: Within, context: Context) -> Period | None:
    outer = _resolve(expr.outer, context)
    if outer is None:
        return None
    inner = expr.inner
    if isinstance(inner, Range):
        first, last = (_within(Within(end, expr.outer), context) for end in (inner.first, inner.last))
        return _joined(first, last)
    if isinstance(inner, Calendar) and inner.month is None and inner.weekday is not None:
        return stage.nth(outer, 1, inner.weekday)
    if isinstance(inner, Calendar) and inner.month is None and inner.day is not None:
        return stage.nth(outer, inner.day, "day")
    return next(
        (
            p
            for year in range(outer.first.year, min(outer.last.year, outer.first.year + 10) + 1)
            for p in recurring.in_year(inner, year)
        ),
        None,
    )


def _modified(expr: Modified, context: Context) -> Period | None:
    whole = _resolve(expr.of, context)
    if whole is None:
        return None
    now = context.today
    if (
        isinstance(expr.of, Deictic)
        and expr.of.base is not Base.PUBLICATION
        and (spoken := _reference("day", context.nearby))
    ):
        now = spoken.last
    return stage.part(whole, expr.modifier, now=now)


def _moved(expr: Moved, context: Context) -> Period | None:
    if expr.amount is None:
        return None
    at = _start(expr.base, expr.unit, context, forward=expr.amount > 0)
    if at is None:
        return None
    if expr.unit == "hour":
        at = at + dt.timedelta(round(expr.amount / 24))
        return periods.day(at)
    at = periods.moved(at, expr.unit, expr.amount)
    return periods.containing(_LANDS_ON.get(expr.unit, expr.unit), at)


def _day_spoken_of(context: Context) -> Period | None:
    spoken = _reference("day", context.nearby)
    if spoken is not None:
        return spoken
    return periods.day(context.today) if context.today else None


def _range(first: Expression, last: Expression, context: Context) -> Period | None:
    start = _resolve(first, context)
    if start is None:
        return None
    return _joined(start, _resolve(last, replace(context, floor=start.first)))


def _joined(first: Period | None, last: Period | None) -> Period | None:
    if first is None or last is None or last.last < first.first:
        return None
    whole = periods.interval(first.first, last.last, value=f"{first.value}/{last.value}")
    return replace(whole, edtf=f"{first.edtf}/{last.edtf}") if "/" not in first.edtf + last.edtf else whole


def _stretch(expr: Stretch, context: Context) -> Period | None:
    if expr.amount is None or context.today is None:
        return None
    other = periods.moved(context.today, expr.unit, expr.side * expr.amount)
    return periods.interval(min(other, context.today), max(other, context.today))
