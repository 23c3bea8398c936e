"""Dates and times of Cypher as Python's, from their ISO 8601 text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DATE = r"[-+]?\d{4,9}-\d\d-\d\d"
_CLOCK = r"\d\d:\d\d(?::\d\d(?:\.(?P<fraction>\d+))?)?"
_OFFSET = r"(?P<offset>Z|[-+]\d\d:\d\d(?::\d\d)?)?(?:\[(?P<zone>[^\]]+)\])?"
_TIME = re.compile(f"(?:(?P<date>{_DATE})T)?(?P<clock>{_CLOCK}){_OFFSET}")
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_DURATION = re.compile(
    f"P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_LIKE = re.compile(f"{_DATE}|{_TIME.pattern}|-?P[-\\dYMWDTHS.]+")

#: What valueType says of what comes as text -> whether it has a date, a clock.
TYPES = ("DATE", "LOCAL DATETIME", "ZONED DATETIME", "LOCAL TIME", "ZONED TIME", "DURATION")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in Cypher's parts, which can't be reduced to each other: a month isn't always 30 days.

    Examples
    --------
    >>> print(Duration(14, 3, 3, 500_000_000))
    P14M3DT3.5S
    """

    months: int = 0
    days: int = 0
    seconds: int = 0
    nanoseconds: int = 0

    def __str__(self) -> str:
        total = self.seconds * 10**9 + self.nanoseconds
        clock = f"{'-' if total < 0 else ''}{abs(total) // 10**9}.{abs(total) % 10**9:09}".rstrip("0").rstrip(".")
        parts = (f"{self.months}M" if self.months else "") + (f"{self.days}D" if self.days else "")
        return f"P{parts}T{clock}S" if total or not parts else f"P{parts}"


Temporal = dt.date | dt.datetime | dt.time | Duration | str


def looks_temporal(text: str) -> bool:
    """Whether a text may be a date, time or duration.

    Examples
    --------
    >>> looks_temporal("2024-05-01"), looks_temporal("P3D"), looks_temporal("2024")
    (True, True, False)
    """
    return _LIKE.fullmatch(text) is not None


def temporal(text: str, kind: str) -> Temporal:
    """Read a text of a type in TYPES.

    What Python's types can't hold exactly, such as nanoseconds or years beyond 9999, stays text.

    Examples
    --------
    >>> temporal("2024-05-01", "DATE"), temporal("10:00Z", "ZONED TIME")
    (datetime.date(2024, 5, 1), datetime.time(10, 0, tzinfo=datetime.timezone.utc))
    >>> temporal("P1Y2M3DT1H", "DURATION")
    Duration(months=14, days=3, seconds=3600, nanoseconds=0)
    >>> temporal("10:00:00.000000001", "LOCAL TIME")
    '10:00:00.000000001'
    """
    try:
        if kind == "DURATION":
            return _duration(text)
        if kind == "DATE":
            return dt.date.fromisoformat(text)
        return _with_clock(text, is_time=kind in ("LOCAL TIME", "ZONED TIME"))
    except (ValueError, ZoneInfoNotFoundError):
        return text


def _with_clock(text: str, *, is_time: bool) -> Temporal:
    found = _TIME.fullmatch(text)
    if found is None or (found["fraction"] or "")[6:].strip("0"):
        return text
    clock = dt.time.fromisoformat(found["clock"][:15])
    zone: dt.tzinfo | None = None
    if found["offset"]:
        zone = dt.datetime.fromisoformat(f"2000-01-01T00:00{found['offset']}").tzinfo
    if is_time:
        return clock.replace(tzinfo=zone)
    day = dt.date.fromisoformat(found["date"])
    if found["zone"]:
        named = ZoneInfo(found["zone"])
        moment = dt.datetime.combine(day, clock, named)
        # An hour that is there twice, when clocks are put back: the offset says which.
        told = dt.datetime.combine(day, clock, zone).utcoffset()
        return moment.replace(fold=1) if zone is not None and moment.utcoffset() != told else moment
    return dt.datetime.combine(day, clock, zone)


def _duration(text: str) -> Temporal:
    found = _DURATION.fullmatch(text)
    if found is None:
        return text
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in found.groups()[:6])
    whole, _, fraction = (found[7] or "0").partition(".")
    nanoseconds = int(fraction.ljust(9, "0")[:9] or 0) * (-1 if whole.startswith("-") else 1)
    total = (hours * 3600 + minutes * 60 + int(whole)) * 10**9 + nanoseconds
    # Neo4j keeps the nanoseconds positive and lets the seconds carry the sign.
    return Duration(years * 12 + months, weeks * 7 + days, total // 10**9, total % 10**9)
