"""Days, counts and titles as people write them."""

from __future__ import annotations

import datetime as dt
from calendar import month_name, monthrange

from kg.query.results import Event


def when(start: str | None, end: str | None) -> str:
    """Give an interval of days in words; "" where none is known.

    Examples
    --------
    >>> when("2016-03-21", "2016-03-21"), when("2015-04-01", "2015-04-30"), when("2024-01-01", "2024-12-31")
    ('21 March 2016', 'April 2015', '2024')
    >>> when("2024-05-12", "2024-05-15"), when("2023-12-30", "2024-01-02")
    ('12–15 May 2024', '30 December 2023 – 2 January 2024')
    >>> when("2022-03-01", "2022-05-31")
    'March – May 2022'
    """
    if not start or not end:
        return ""
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    if first == last:
        return _day(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return _month(first) if whole_months else f"{first.day}–{_day(last)}"
    if whole_months:
        return f"{_month(first).removesuffix(f' {last.year}')} – {_month(last)}"
    return f"{_day(first).removesuffix(f' {last.year}')} – {_day(last)}"


def published(day: str | None) -> str:
    """Give a day of publication, which may be a month or a year, in words.

    Examples
    --------
    >>> published("2016-03-21"), published("2016-03"), published("2016"), published(None)
    ('21 March 2016', 'March 2016', '2016', '')
    """
    parts = (day or "").split("-")
    if len(parts) == 3:
        return _day(dt.date.fromisoformat("-".join(parts)))
    return _month(dt.date(int(parts[0]), int(parts[1]), 1)) if len(parts) == 2 else parts[0]


def told(first: str | None, last: str | None, articles: int) -> str:
    """Say between which publication dates something was told.

    Examples
    --------
    >>> told("2015-04-11", "2018-01", 3)
    'told from 11 April 2015 to January 2018 in 3 articles'
    >>> told("2016-03-21", "2016-03-21", 1), told("2016-03", "2016-03", 2)
    ('told on 21 March 2016 in 1 article', 'told in March 2016 in 2 articles')
    >>> told(None, None, 1)
    'told in 1 article without a date'
    """
    many = count(articles, "article")
    if first is None or last is None:
        return f"told in {many} without a date"
    if first != last:
        return f"told from {published(first)} to {published(last)} in {many}"
    return f"told {'on' if first.count('-') == 2 else 'in'} {published(first)} in {many}"


def count(number: int, word: str, plural: str | None = None) -> str:
    """Give a number with its word.

    Examples
    --------
    >>> count(1, "event"), count(1200, "event"), count(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{number:,} {word if number == 1 else plural or f'{word}s'}"


def plural(kind: str) -> str:
    """Give the plural of a type of actors or events.

    Examples
    --------
    >>> plural("Country"), plural("Person"), plural("Visit")
    ('Countries', 'People', 'Visits')
    """
    if kind == "Person":
        return "People"
    return f"{kind.removesuffix('y')}ies" if kind.endswith("y") and kind[-2] not in "aeiou" else f"{kind}s"


def title(event: Event) -> str:
    """Give a title for an event: its type and who takes part."""
    names = list(dict.fromkeys(participant.actor.name for participant in event.participants))
    shown = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
    return f"{event.type}: {shown}" if shown else event.type


def percent(share: float) -> str:
    """Give a probability in percent.

    Examples
    --------
    >>> percent(0.853)
    '85 %'
    """
    return f"{share:.0%}".replace("%", " %")


def _day(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: dt.date) -> str:
    return f"{month_name[day.month]} {day.year}"
