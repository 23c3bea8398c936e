"""Stretches of the calendar, with their TIMEX3 value and EDTF string.

Weeks run from Monday to Sunday; spring is March to May, and so on; winter belongs to the year it begins in; a decade
or century begins with the year that ends in 0 or 00, as its TIMEX3 value says.
Sources: TimeML 1.2.1 (TIMEX3 values), ISO 8601-2:2019 (EDTF).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from kg.mentions.dates.date_mention import Precision

SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of days with the TIMEX3 value that names it and its EDTF string.

    Examples
    --------
    >>> month(2024, 2)
    Period(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29), precision=<Precision.MONTH: 'month'>, value='2024-02', edtf='2024-02')
    """  # noqa: E501

    first: dt.date
    last: dt.date
    precision: Precision
    value: str
    edtf: str

    def narrowed(self, first: dt.date, last: dt.date) -> Period:
        """The part of it between two days, under the same value."""
        first, last = max(first, self.first), min(last, self.last)
        if first > last:
            return self
        if first == last:
            return replace(day(first), value=self.value)
        return replace(self, first=first, last=last, precision=Precision.INTERVAL, edtf=f"{first}/{last}")


def day(at: dt.date) -> Period:
    """A single day."""
    return Period(at, at, Precision.DAY, at.isoformat(), at.isoformat())


def interval(first: dt.date, last: dt.date, *, value: str | None = None) -> Period:
    """From one day to another, both included."""
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return Period(first, last, Precision.INTERVAL, value or edtf, edtf)


def week(at: dt.date) -> Period:
    """The week, Monday to Sunday, that a day is in."""
    year, number, weekday = at.isocalendar()
    monday = at - dt.timedelta(weekday - 1)
    sunday = monday + dt.timedelta(6)
    return Period(monday, sunday, Precision.WEEK, f"{year:04d}-W{number:02d}", f"{monday}/{sunday}")


def weekend(at: dt.date) -> Period:
    """Saturday and Sunday of the week that a day is in."""
    whole = week(at)
    return interval(whole.first + dt.timedelta(5), whole.last, value=f"{whole.value}-WE")


def _months(year: int, number: int, count: int) -> tuple[dt.date, dt.date]:
    """First and last day of `count` months from month `number` (may lie beyond 12)."""
    first = dt.date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
    end = number + count - 1
    year, end = year + (end - 1) // 12, (end - 1) % 12 + 1
    return first, dt.date(year, end, calendar.monthrange(year, end)[1])


def month(year: int, number: int) -> Period:
    """A month; the number may lie outside 1 to 12 and then counts into other years."""
    first, last = _months(year, number, 1)
    value = first.isoformat()[:7]
    return Period(first, last, Precision.MONTH, value, value)


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    first, last = _months(year, 3 * number - 2, 3)
    return Period(first, last, Precision.QUARTER, f"{first.year:04d}-Q{number}", f"{first.year:04d}-{32 + number}")


def half(year: int, number: int) -> Period:
    """A half of a year, 1 or 2."""
    first, last = _months(year, 6 * number - 5, 6)
    return Period(first, last, Precision.HALF, f"{first.year:04d}-H{number}", f"{first.year:04d}-{39 + number}")


def season(year: int, name: str) -> Period:
    """A season by its TIMEX3 name (SP, SU, FA, WI)."""
    first, last = _months(year, SEASON_START[name], 3)
    return Period(first, last, Precision.SEASON, f"{year:04d}-{name}", f"{year:04d}-{_SEASON_EDTF[name]}")


def year(number: int) -> Period:
    """A calendar year."""
    value = f"{number:04d}"
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), Precision.YEAR, value, value)


def era(prefix: str) -> Period:
    """A decade ("199") or century ("19") by its TIMEX3 value."""
    width = 10 ** (4 - len(prefix))
    start = int(prefix) * width
    precision = Precision.DECADE if width == 10 else Precision.CENTURY
    first = dt.date(max(start, 1), 1, 1)
    return Period(first, dt.date(start + width - 1, 12, 31), precision, prefix, prefix.ljust(4, "X"))


def containing(unit: str, at: dt.date) -> Period:
    """The day, week, weekend, month, quarter, season, half, year, decade or century that a day is in."""
    if unit == "week":
        return week(at)
    if unit == "weekend":
        return weekend(at)
    if unit == "month":
        return month(at.year, at.month)
    if unit == "quarter":
        return quarter(at.year, (at.month + 2) // 3)
    if unit == "half":
        return half(at.year, (at.month + 5) // 6)
    if unit == "season":
        start = at.month - at.month % 3
        return season(at.year - (start == 0), {3: "SP", 6: "SU", 9: "FA"}.get(start, "WI"))
    if unit == "year":
        return year(at.year)
    if unit in ("decade", "century"):
        return era(f"{at.year:04d}"[: 3 if unit == "decade" else 2])
    return day(at)


def moved(at: dt.date, unit: str, amount: float) -> dt.date:
    """The day `amount` units later (earlier if negative).

    Raises
    ------
    OverflowError
        Where that lies outside the years 1 to 9999.
    """
    if unit in _DAYS_IN:
        return at + dt.timedelta(round(_DAYS_IN[unit] * amount))
    months = round(_MONTHS_IN[unit] * amount)
    number = at.month - 1 + months
    target = at.year + number // 12
    if not 1 <= target <= 9999:
        raise OverflowError(target)
    number = number % 12 + 1
    return dt.date(target, number, min(at.day, calendar.monthrange(target, number)[1]))
