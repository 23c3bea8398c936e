"""Dates without year or week are read anew where the event that they date knows better in which it was.

"Since 2007, when X visited Ghana in March" is March 2007; a "December" at which something was done is no coming one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kg.events.context import PlacedDate
from kg.mentions.dates.date_mention import Precision
from kg.mentions.dates.words import MONTH_SHORT, MONTHS, WEEKDAYS

YEAR_DIGITS = 4
#: The day that not every year has.
LEAP_DAY = (2, 29)
WEEK = dt.timedelta(7)


def in_year(date: PlacedDate, moment: PlacedDate) -> PlacedDate:
    """A month or day without its year, in the year told of; any other date as it is."""
    year = moment.mention.span
    if year is None or moment.mention.precision is not Precision.YEAR or not _names_month(date):
        return date
    return _of_year(date, year[0].year) or date


def on_side(date: PlacedDate, published: dt.date, *, past: bool) -> PlacedDate | None:
    """The date before (or after) publication that the same words can mean, None where they mean no other.

    Parameters
    ----------
    date : PlacedDate
        A date on the other side.
    published : datetime.date
        The day of publication.
    past : bool
        Whether what happened then is over.
    """
    span = date.mention.span
    if span is None:
        return None
    moved = None
    if _names_month(date):
        moved = _of_year(date, span[0].year + (-1 if past else 1))
    elif _is_weekday(date):
        step = -WEEK if past else WEEK
        moved = _with(date, (span[0] + step, span[1] + step)) if dt.date.min.year < span[0].year < 9999 else None
    span = moved.mention.span if moved is not None else None
    if span is None:
        return None
    return moved if (span[0] <= published if past else span[1] >= published) else None


def _words(date: PlacedDate) -> list[str]:
    return [word.strip(".,").lower() for word in date.mention.text.split()]


def _names_month(date: PlacedDate) -> bool:
    """Whether a date names its month and leaves the year to the reader."""
    words = _words(date)
    year = any(len(word) == YEAR_DIGITS and word.isdigit() for word in words)
    known = {"year", "last", "next", "this", "ago"}.intersection(words)
    return not year and not known and any(word in MONTHS or word in MONTH_SHORT for word in words)


def _is_weekday(date: PlacedDate) -> bool:
    """Whether a date is a bare day of the week, perhaps with a part of the day."""
    words = _words(date)
    return date.mention.extent is None and words[0] in WEEKDAYS and len(words) <= 2


def _of_year(date: PlacedDate, year: int) -> PlacedDate | None:
    span = date.mention.span
    if span is None or span[0].year != span[1].year or not dt.date.min.year <= year <= dt.date.max.year:
        return None
    if any((day.month, day.day) == LEAP_DAY for day in span):
        return None
    return _with(date, (span[0].replace(year=year), span[1].replace(year=year)))


def _with(date: PlacedDate, span: tuple[dt.date, dt.date]) -> PlacedDate:
    first, last = span
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return replace(date, mention=replace(date.mention, first=first, last=last, edtf=edtf, extent=None))
