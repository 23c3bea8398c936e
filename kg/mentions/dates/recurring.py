"""Which of many: the Thursday, the May, the Christmas that is meant."""

from __future__ import annotations

import datetime as dt

from kg.mentions.dates import period as periods
from kg.mentions.dates.direction import Direction
from kg.mentions.dates.expression import Calendar, Expression, Holiday, PartOfYear, SeasonOf
from kg.mentions.dates.holiday import holiday_days
from kg.mentions.dates.period import Period

_FAR_BACK = 270  # days; an exact day as long ago as this would have been given with its year,
_NEAR_AHEAD = 100  # when it could as well be this near


def in_year(expr: Expression, year: int) -> list[Period]:
    """All occurrences of a yearly expression in a year; empty where it has none or isn't yearly."""
    if not 1 <= year <= 9998:
        return []
    match expr:
        case Calendar(month=int() as month, day=int() as day):
            try:
                return [periods.day(dt.date(year, month, day))]
            except ValueError:
                return []
        case Calendar(month=int() as month):
            return [periods.month(year, month)]
        case SeasonOf(season=season):
            return [periods.season(year, season)]
        case PartOfYear(unit="Q", number=number):
            return [periods.quarter(year, number)]
        case PartOfYear(unit="H", number=number):
            return [periods.half(year, number)]
        case PartOfYear(number=number):
            try:
                return [periods.week(dt.date.fromisocalendar(year, number, 1))]
            except ValueError:
                return []
        case Holiday(name=name):
            return [
                periods.day(first) if first == last else periods.interval(first, last)
                for first, last in holiday_days(name, year)
            ]
    return []


def around(expr: Expression, today: dt.date) -> list[Period]:
    """The occurrences of a yearly expression in the years about a day; on the weekday said with it, if any are."""
    found = [p for year in range(today.year - 2, today.year + 3) for p in in_year(expr, year)]
    if isinstance(expr, Calendar) and expr.weekday is not None:
        close = [p for p in found if p.first.weekday() == expr.weekday and abs((p.first - today).days) < 500]
        return close or found
    return found


def which(found: list[Period], today: dt.date, direction: Direction) -> Period | None:
    """The occurrence that a clause about past or future means, seen from a day."""
    past = [p for p in found if p.first <= today]
    ahead = [p for p in found if p.last >= today]
    if not past or not ahead:
        return past[-1] if past else ahead[0] if ahead else None
    last, first = past[-1], ahead[0]
    back, on = (today - last.last).days, (first.first - today).days
    if direction is Direction.PAST:
        exact = last.precision.value == "day"
        return first if exact and back > _FAR_BACK and on < _NEAR_AHEAD else last
    if direction is Direction.FUTURE:
        exact = first.precision.value == "day"
        return last if exact and on > _FAR_BACK and back < 14 else first
    return last if back <= on else first


def weekday(number: int, today: dt.date, direction: Direction) -> Period:
    """The weekday that is meant: on or before the day for the past, on or after it for the future, else the nearest."""
    back = (today.weekday() - number) % 7
    if direction is Direction.FUTURE or (direction is not Direction.PAST and back > 3):
        return periods.day(today + dt.timedelta(-back % 7))
    return periods.day(today - dt.timedelta(back))


def shifted_weekday(number: int, today: dt.date, *, shift: int, direction: Direction) -> Period:
    """The weekday meant by "last" (the latest before today), "next" (in the week after this one) or "this"."""
    back = (today.weekday() - number) % 7
    if shift < 0:
        return periods.day(today - dt.timedelta(back or 7))
    monday = today - dt.timedelta(today.weekday())
    if shift > 0:
        return periods.day(monday + dt.timedelta(7 + number))
    here = periods.day(monday + dt.timedelta(number))
    if direction is Direction.FUTURE and here.first < today:
        return periods.day(here.first + dt.timedelta(7))
    if direction is Direction.PAST and here.first > today:
        return periods.day(here.first - dt.timedelta(7))
    return here


def shifted(found: list[Period], today: dt.date, *, shift: int) -> Period | None:
    """The occurrence meant by "last" (the latest that is over), "next" (the first to begin) or "this" (of the year)."""
    if shift < 0:
        return next((p for p in reversed(found) if p.last < today), None)
    if shift > 0:
        return next((p for p in found if p.first > today), None)
    here = [p for p in found if p.first <= today <= p.last] or [p for p in found if p.first.year == today.year]
    return min(here, key=lambda p: abs((p.first - today).days), default=None)
