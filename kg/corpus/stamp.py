"""Publication dates as pages, feeds, PDFs and rows of tables write them in their own data."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_tz

from kg.corpus.publication_date import WRITTEN, iso_date, written_date

_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D|$)")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d*)?")  # seconds or thousandths since 1970, of days since 2001
_LEADING_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)|\d{4}-\d{2}(?![\d-])")
_EARLIEST = 1600  # the first newspapers; before it, a program's "no date"
_WRITTEN = dt.date(2026, 11, 22)  # of this file: no clock that is right shows an earlier day
_FIRST_ZONE = dt.timedelta(hours=14)  # where days begin first
_ZERO_DAYS = frozenset({"1970-01-01", "1900-01-01", "1601-01-01", "1904-01-01", "1899-12-30"})


def stamp_date(raw: str) -> str | None:
    """ISO date of the precision that was written, or None where it is none, or a day on which clocks begin.

    The day is the one that is written, whatever the zone.

    Examples
    --------
    >>> stamp_date("Tue, 05 Mar 2019 08:00:00 GMT"), stamp_date("D:20190305080000Z"), stamp_date("2019-03")
    ('2019-03-05', '2019-03-05', '2019-03')
    >>> stamp_date("2019/3/5"), stamp_date("March 5, 2019 at 8 p.m."), stamp_date("1970-01-01T00:00:00Z")
    ('2019-03-05', '2019-03-05', None)

    Seconds since 1970 are the day that it was in London. Where the day comes first with points it is taken so; parted
    otherwise, only what can't be a month is a day.

    >>> stamp_date("1551772800"), stamp_date("5.3.2019"), stamp_date("25/3/2019"), stamp_date("5/3/2019")
    ('2019-03-05', '2019-03-05', '2019-03-25', None)
    """
    raw = raw.strip()[:100]
    found = iso_date(raw) or _other_form(raw)
    return None if found is None or found in _ZERO_DAYS or int(found[:4]) < _EARLIEST else found


def _other_form(raw: str) -> str | None:
    iso = _LEADING_ISO.match(raw)
    if iso:
        return iso_date(iso.group())
    numbers = _COMPACT.match(raw) or _SLASHED.match(raw)
    if numbers:
        return _day(*(int(part) for part in numbers.groups()))
    last = _YEAR_LAST.match(raw)
    if last:
        return _year_last(int(last[1]), int(last[3]), int(last[4]), is_day_first=last[2] == ".")
    seconds = _CLOCK.fullmatch(raw)
    if seconds:
        day = dt.datetime.fromtimestamp(int(seconds[1]), dt.UTC).date().isoformat()
        return None if is_to_come(day) else day  # a day and its hour, 2019030508, is another number of ten digits
    written = WRITTEN.search(raw)
    if written:
        return written_date(written)
    mail = parsedate_tz(raw)
    return _day(*mail[:3]) if mail else None


def _year_last(first: int, second: int, year: int, *, is_day_first: bool) -> str | None:
    """Give the day that "5.3.2019" is; None for what would be two days in two countries, as "5/3/2019"."""
    if is_day_first or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def is_to_come(published: str, *, now: dt.datetime | None = None) -> bool:
    """Whether a date is later than any place on earth has reached: nothing can be published then.

    A clock that was set back to before this was written is known to be wrong, and isn't believed.

    Parameters
    ----------
    published
        An ISO date of any precision.
    now
        What the clock shows, with its zone; None: this machine's.

    Examples
    --------
    >>> is_to_come("2019-03"), is_to_come("9999")
    (False, True)
    >>> is_to_come("2019-03", now=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    False
    """
    latest = (now or dt.datetime.now(dt.UTC)) + _FIRST_ZONE
    return published > max(latest.date(), _WRITTEN).isoformat()[: len(published)]
