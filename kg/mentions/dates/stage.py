"""Parts of a period: early, mid, late, its halves, what is over of it and what is left."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kg.mentions.dates import period as periods
from kg.mentions.dates.date_mention import Precision
from kg.mentions.dates.period import Period

_STAGES: Final = {"early": 0, "mid": 1, "late": 2}
_MONTHS: Final = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}
_YEARS: Final = {Precision.DECADE: (0, 4, 7, 10), Precision.CENTURY: (0, 34, 67, 100)}


def part(whole: Period, modifier: str, *, now: dt.date | None) -> Period:
    """The part of a period that a modifier names, under the period's own TIMEX3 value.

    Examples
    --------
    >>> part(periods.month(2024, 2), "late", now=None).edtf
    '2024-02-21/2024-02-29'
    >>> part(periods.year(2023), "first_half", now=None).value
    '2023-H1'
    """
    if whole.precision is Precision.DAY:
        return whole
    if modifier == "so_far":
        return whole.narrowed(whole.first, now) if now and whole.first <= now <= whole.last else whole
    if modifier == "rest":
        return whole.narrowed(now, whole.last) if now and whole.first <= now <= whole.last else whole
    if modifier in ("first_half", "second_half"):
        return _half(whole, second=modifier == "second_half")
    if modifier in ("first_days", "last_days"):
        return _few_days(whole, last=modifier == "last_days")
    return _third(whole, _STAGES[modifier])


def _few_days(whole: Period, *, last: bool) -> Period:
    """The first or last days of a month are a week, those of a longer period its first or last part."""
    if whole.precision is not Precision.MONTH:
        return _third(whole, 2 if last else 0)
    week = dt.timedelta(6)
    return whole.narrowed(whole.last - week, whole.last) if last else whole.narrowed(whole.first, whole.first + week)


def _half(whole: Period, *, second: bool) -> Period:
    if whole.precision is Precision.YEAR:
        return periods.half(whole.first.year, 2 if second else 1)
    days = (whole.last - whole.first).days + 1
    middle = 15 if whole.precision is Precision.MONTH else days // 2
    cut = whole.first + dt.timedelta(middle)
    return whole.narrowed(cut, whole.last) if second else whole.narrowed(whole.first, cut - dt.timedelta(1))


def _third(whole: Period, stage: int) -> Period:
    first = whole.first
    if whole.precision is Precision.MONTH:
        last = dt.date(first.year, first.month, 10 * stage + 10) if stage < 2 else whole.last
        return whole.narrowed(dt.date(first.year, first.month, 10 * stage + 1), last)
    if whole.precision in _MONTHS:
        size = _MONTHS[whole.precision] // 3
        start = periods.moved(first, "month", size * stage)
        return whole.narrowed(start, periods.moved(start, "month", size) - dt.timedelta(1))
    if whole.precision in _YEARS:
        cuts = _YEARS[whole.precision]
        return whole.narrowed(
            dt.date(first.year + cuts[stage], 1, 1), dt.date(first.year + cuts[stage + 1] - 1, 12, 31)
        )
    if whole.precision is Precision.WEEK:
        monday, sunday = ((0, 2), (1, 4), (3, 6))[stage]
        return whole.narrowed(first + dt.timedelta(monday), first + dt.timedelta(sunday))
    return whole


def nth(whole: Period, n: int, unit: str | int, *, count: int = 1) -> Period | None:
    """The n-th (-1: last) unit of a period, or `count` units from there; a week is of the month that has its Thursday.

    Examples
    --------
    >>> nth(periods.month(2009, 3), -1, "week").value
    '2009-W13'
    >>> nth(periods.month(2024, 11), 1, 1).value
    '2024-11-05'
    """
    found = _units(whole, unit)
    if n < 0:
        chosen = found[-count:] if len(found) >= count else []
    else:
        chosen = found[n - 1 : n - 1 + count] if len(found) >= n - 1 + count else []
    if not chosen:
        return None
    return chosen[0] if count == 1 else periods.interval(chosen[0].first, chosen[-1].last)


def _units(whole: Period, unit: str | int) -> list[Period]:
    length = (whole.last - whole.first).days + 1
    if length > 36_600:
        return []
    if isinstance(unit, int):
        start = whole.first + dt.timedelta((unit - whole.first.weekday()) % 7)
        return [periods.day(start + dt.timedelta(k)) for k in range(0, (whole.last - start).days + 1, 7)]
    if unit == "day":
        return [periods.day(whole.first + dt.timedelta(k)) for k in range(min(length, 366))]
    if unit in ("week", "weekend"):
        mark = 3 if unit == "week" else 5
        start = whole.first + dt.timedelta((mark - whole.first.weekday()) % 7)
        return [periods.containing(unit, start + dt.timedelta(k)) for k in range(0, (whole.last - start).days + 1, 7)]
    out: list[Period] = []
    at = whole.first
    while at <= whole.last and len(out) < 1300:
        out.append(periods.containing(unit, at))
        at = out[-1].last + dt.timedelta(1)
    return out
