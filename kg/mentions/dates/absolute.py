"""Dates that a calendar settles: with their year as they stand, without it the one that the context suggests."""

from __future__ import annotations

import datetime as dt

from kg.mentions.dates import period as periods
from kg.mentions.dates import recurring
from kg.mentions.dates.context import Context
from kg.mentions.dates.direction import Direction
from kg.mentions.dates.expression import Calendar, Era, Expression, Holiday, NumericDate, PartOfYear, SeasonOf
from kg.mentions.dates.period import Period


def absolute(expr: Expression, context: Context) -> Period | None:
    """The period of a calendar date, season, part of a year, holiday, decade or century; None for any other expression.

    Raises
    ------
    ValueError
        For a day that doesn't exist.
    """
    match expr:
        case Calendar(year=int()):
            return _dated(expr)
        case Calendar(month=None, day=None, weekday=int() as number):
            return _weekday(number, context)
        case Calendar(month=None, day=int()):
            return _day_and_weekday(expr, context)
        case PartOfYear(year=int() as year):
            return next(iter(recurring.in_year(expr, year)), None)
        case Calendar() | SeasonOf() | PartOfYear() | Holiday():
            return _yearly(expr, context)
        case NumericDate():
            return _numeric(expr, context)
        case Era(prefix=prefix):
            return periods.era(prefix)
    return None


def _dated(expr: Calendar) -> Period:
    assert expr.year is not None
    if expr.month is None:
        return periods.year(expr.year)
    if expr.day is None:
        return periods.month(expr.year, expr.month)
    return periods.day(dt.date(expr.year, expr.month, expr.day))


def _weekday(number: int, context: Context) -> Period | None:
    if context.floor is not None:
        return recurring.weekday(number, context.floor, Direction.FUTURE)
    return recurring.weekday(number, context.today, context.direction) if context.today else None


def _day_and_weekday(expr: Calendar, context: Context) -> Period | None:
    """Read "Tuesday the 5th": the nearest month in which the two agree."""
    if expr.weekday is None and context.nearby and expr.day is not None:
        return _day_after(expr.day, context.nearby[0].first)
    if context.today is None or expr.day is None:
        return None
    found = []
    for months in range(-14, 15):
        month = periods.month(context.today.year, context.today.month + months)
        if expr.day <= month.last.day:
            day = month.first.replace(day=expr.day)
            if expr.weekday is None or day.weekday() == expr.weekday:
                found.append(periods.day(day))
    return recurring.which(found, context.today, context.direction)


def _day_after(number: int, told: dt.date) -> Period:
    """Read "the 14th" after "June 10": of that month, of the next one where it would be before."""
    month = periods.month(told.year, told.month + (number < told.day))
    return periods.day(month.first.replace(day=number))


def _yearly(expr: Expression, context: Context) -> Period | None:
    today = context.today or context.near
    if context.year is not None and (there := recurring.in_year(expr, context.year)):
        return there[0]
    if today is None:
        return None
    found = recurring.around(expr, today)
    if context.floor is not None:
        return next((p for p in found if p.last >= context.floor), None)
    return recurring.which(found, today, context.direction if context.today else Direction.UNKNOWN)


def _numeric(expr: NumericDate, context: Context) -> Period | None:
    month, day = (expr.first, expr.second) if context.month_first else (expr.second, expr.first)
    if month > 12:
        month, day = day, month
    return periods.day(dt.date(expr.year, month, day))
