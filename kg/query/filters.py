"""Which events a question is about, as a user says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TypedDict

from kg.errors import QueryError
from kg.events.facts import Status
from kg.query.nearest import did_you_mean
from kg.stores.filter import Filter

STATUSES = tuple(status.value for status in Status)

Day = str | dt.date | None


class Bounds(TypedDict, total=False):
    """The filters on events that every question takes, by name. What isn't given is no bound.

    since, until
        ISO dates (day, month or year), both included. Events without a date are left out where one is given.
    types
        Event types ("Meeting"), in any case; None: all.
    statuses
        Statuses of events; None: all. Without it some questions ask for what occurred alone; each says so.
    min_confidence
        Only events that are right with at least this probability, from 0 to 1.
    min_articles
        Only events that at least so many articles tell of; copies of one text count each.
    min_sources
        Only events that at least so many sources tell of: copies of one text count as one.
    """

    since: Day
    until: Day
    types: Collection[str] | None
    statuses: Collection[str] | None
    min_confidence: float
    min_articles: int
    min_sources: int


def filter_of(
    known_types: Iterable[str],
    *,
    since: Day = None,
    until: Day = None,
    types: Collection[str] | None = None,
    statuses: Collection[str] | None = None,
    min_confidence: float = 0.0,
    min_articles: int = 0,
    min_sources: int = 0,
) -> Filter:
    """Check what a user gave.

    `since` and `until` may be a day, a month or a year; all of it counts as within. Types are matched without case.
    `min_confidence` is from 0 to 1.

    Raises
    ------
    QueryError
        A date, type or status that there isn't, or a confidence out of range.
    """
    if not 0 <= min_confidence <= 1:
        raise QueryError(f"{min_confidence} is no confidence. Give a number from 0 to 1")
    names = {name.lower(): name for name in known_types}
    return Filter(
        day_of(since, is_end=False),
        day_of(until, is_end=True),
        None if types is None else frozenset(_known(t, names, "event type") for t in types),
        None if statuses is None else frozenset(_known(s, {n: n for n in STATUSES}, "status") for s in statuses),
        min_confidence,
        min_articles,
        min_sources,
    )


def _known(given: str, names: dict[str, str], what: str) -> str:
    if given.lower() not in names:
        raise QueryError(f"there is no {what} {given!r} here. {did_you_mean(given, sorted(names.values()))}")
    return names[given.lower()]


def day_of(given: Day, *, is_end: bool) -> dt.date | None:
    """Give the first or last day of what a user wrote.

    Raises
    ------
    QueryError
        It is no date.

    Examples
    --------
    >>> day_of("2024-02", is_end=True)
    datetime.date(2024, 2, 29)
    """
    if given is None or isinstance(given, dt.date):
        return given
    try:
        numbers = [int(part) for part in given.split("-")]
        if len(numbers) not in (1, 2, 3) or len(given.split("-")[0]) != 4:
            raise ValueError(given)
        if len(numbers) == 3:
            return dt.date(*numbers)
        year, month = numbers[0], numbers[1] if len(numbers) == 2 else (12 if is_end else 1)
        first = dt.date(year, month, 1)
    except ValueError:
        raise QueryError(f"{given!r} is no date. Write it as 2024-05-16, 2024-05 or 2024") from None
    if not is_end:
        return first
    return (
        dt.date.max if (year, month) == (9999, 12) else dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
    )
