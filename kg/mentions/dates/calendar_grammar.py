"""Grammar of calendar dates: days, months, years, weekdays, numeric forms."""

from __future__ import annotations

import re

from kg.mentions.dates.expression import Calendar, Expression, NumericDate, Parse, Range, Within
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.rule import NUMBER, date_at, rule
from kg.mentions.dates.trap import is_bare_month, is_bare_year, is_weekday_name
from kg.mentions.dates.words import (
    ANY_UNIT,
    DASHES,
    MONTH_SHORT,
    MONTHS,
    WEEKDAY_SHORT,
    WEEKDAYS,
    listed,
)

_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?")
_YEAR = re.compile(r"1[0-9]\d\d|2[01]\d\d")
_ISO = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:t\d\d:\d\d.*)?")
_NUMERIC = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4}|\d\d)")
_JOINS = frozenset({"and", "to", "through", "thru", "until", "till", "or", "&", "/"}) | DASHES
_QUANTITY = listed("percent per people million billion thousand dollars times points euros yen pounds km miles %")


def month_at(words: Words, i: int) -> tuple[int, int] | None:
    """A month's name and the word after it (after the full stop of an abbreviation); a capital is required."""
    word = words.at(i)
    number = MONTHS.get(word)
    if number is not None:
        return (number, i + 1) if words.capital(i) else None
    number = MONTH_SHORT.get(word)
    if number is None or not words.capital(i):
        return None
    if words.at(i + 1) == "." and words.joined(i):
        return number, i + 2
    return (number, i + 1) if words.at(i + 1)[:1].isdigit() or words.at(i - 1)[:1].isdigit() else None


def year_at(words: Words, i: int) -> tuple[int, int] | None:
    """A year of four digits, or of two after an apostrophe, and the word after it."""
    word = words.at(i)
    if _YEAR.fullmatch(word):
        return int(word), i + 1
    if word in ("'", "’", "‘", "`") and words.joined(i) and re.fullmatch(r"\d\d", words.at(i + 1)):
        short = int(words.at(i + 1))
        return short + (2000 if short < 30 else 1900), i + 2
    return None


def day_at(words: Words, i: int) -> tuple[int, int] | None:
    """A day's number and the word after it."""
    match = _DAY.fullmatch(words.at(i))
    return (int(match[1]), i + 1) if match else None


def _following_year(words: Words, i: int) -> tuple[int | None, int]:
    """The year after a day and month or a month: "May 8, 2025", "May of 2025"; the same place where none is said."""
    for j in (i, i + 1 if words.at(i) in (",", "of", "in") else -1):
        if j >= 0 and (year := year_at(words, j)):
            followed = words.at(year[1])
            if followed not in _QUANTITY and not (followed in DASHES and words.at(year[1] + 1)[:1] == "0" and j > i):
                return year
    return None, i


def _relative_year(words: Words, i: int, inner: Expression, end: int) -> Parse:
    """Read "May of last year", "Monday next week": the part of a period named right after."""
    j = i
    if words.at(j) in (",", "of", "in"):
        j += 1
    if words.at(j) in ("last", "next", "this", "the", "that"):
        outer = date_at(words, j)
        if outer is not None and _is_period(words, outer.end, inner):
            return Parse(Within(inner, outer.expr), outer.end)
    return Parse(inner, end)


def _is_period(words: Words, end: int, inner: Expression) -> bool:
    last = (
        words.at(end - 1) if words.at(end - 1) not in ("before", "after", "earlier", "previous") else words.at(end - 2)
    )
    if isinstance(inner, Calendar) and inner.month is None and inner.weekday is not None:
        return last in ("week", "month")
    if isinstance(inner, Calendar) and inner.month is None:
        return last in ("month", "year")
    return last == "year"


def _tail(words: Words, i: int, *, first: int) -> tuple[int, int] | None:
    """The last day of a list or range that goes on with bare numbers: "15-17", "8 and 9", "3, 4 and 5"."""
    day, j = first, i
    for _ in range(8):
        sep = words.at(j)
        if sep not in _JOINS and sep != ",":
            return None
        after = day_at(words, j + (2 if sep == "," and words.at(j + 1) in ("and", "or") else 1))
        if after is None or after[0] <= day or words.at(after[1]) in _QUANTITY or words.at(after[1]) in ANY_UNIT:
            return None
        day, j = after
        if sep != "," or words.at(j - 2) in ("and", "or"):
            return day, j
    return None


_AFTER_DAY = frozenset({"and", "but", "to", "for", "in", "at", "with", "when", "where", "before", "after", "as"})


@rule([*MONTHS, *MONTH_SHORT])
def month_first(words: Words, i: int) -> Parse | None:
    """Read "May 8, 2025", "Sept. 12", "March 15-17, 2024", "May 8 and 9", "May 2024", "May"."""
    found = month_at(words, i)
    if found is None:
        return None
    month, j = found
    the = j + (words.at(j) == "the")
    day = day_at(words, the)
    if day is not None and not (the > j and words.at(the) == str(day[0])) and words.at(day[1]) not in ("percent", "%"):
        tail = _tail(words, day[1], first=day[0])
        if tail is not None and month_at(words, tail[1]) is None:
            year, end = _following_year(words, tail[1])
            return _span(words, year, month, (day[0], tail[0]), end)
        year, end = _following_year(words, day[1])
        if month == 9 and day[0] == 11 and year is None and _is_attack(words, end):
            year = 2001
        if year is not None:
            return Parse(Calendar(year, month, day[0]), end)
        return _relative_year(words, end, Calendar(None, month, day[0]), end)
    year, end = _following_year(words, j)
    if year is not None:
        return Parse(Calendar(year, month), end)
    return _bare_month(words, i, month, j)


def _is_attack(words: Words, i: int) -> bool:
    """Whether "September 11" has become a name: "the Sept. 11 attacks"."""
    return words.at(i + (words.at(i) in ("terrorist", "terror", "suicide"))) in (
        "attacks",
        "hijackings",
        "hijackers",
        "attackers",
    )


def _bare_month(words: Words, i: int, month: int, end: int) -> Parse | None:
    parse = _relative_year(words, end, Calendar(None, month), end)
    if parse.end > end or is_bare_month(words, i):
        return parse
    return None


def _span(words: Words, year: int | None, month: int, days: tuple[int, int], end: int) -> Parse:
    whole = Range(Calendar(year, month, days[0]), Calendar(year, month, days[1]))
    return Parse(whole, end) if year is not None else _relative_year(words, end, whole, end)


@rule([NUMBER, "the"])
def day_first(words: Words, i: int) -> Parse | None:
    """Read "12 September 2023", "the 12th of September", "10 to 12 April", "3 and 5 March", "on the 14th"."""
    j = i + (words.at(i) == "the")
    day = day_at(words, j)
    if day is None or (j > i and words.at(j).isdigit()):
        return None
    last, j = _tail(words, day[1], first=day[0]) or (None, day[1])
    j += words.at(j) == "of"
    month = month_at(words, j)
    if month is None:
        return _day_of_month(words, day[0], day[1]) or _bare_day(words, i, day)
    year, end = _following_year(words, month[1])
    if last is not None:
        return _span(words, year, month[0], (day[0], last), end)
    if year is not None:
        return Parse(Calendar(year, month[0], day[0]), end)
    return _relative_year(words, end, Calendar(None, month[0], day[0]), end)


def _bare_day(words: Words, i: int, day: tuple[int, int]) -> Parse | None:
    """Read "on the 14th", "until the 2nd": of a month told before."""
    number, end = day
    alone = not words.at(end)[:1].isalnum() or words.at(end) in _AFTER_DAY
    if words.at(i) != "the" or words.at(i - 1) not in ("on", "until", "till", "by") or not alone:
        return None
    return Parse(Calendar(day=number), end)


def _day_of_month(words: Words, day: int, j: int) -> Parse | None:
    """Read "the 15th of next month"."""
    if words.at(j) != "of" or words.at(j - 1).isdigit():
        return None
    parse = _relative_year(words, j, Calendar(day=day), j)
    return parse if parse.end > j and words.at(parse.end - 1) == "month" else None


@rule([NUMBER])
def numeric(words: Words, i: int) -> Parse | None:
    """Read "2023-09-12", "12/09/2023", "12.9.23"."""
    word = words.at(i)
    if match := _ISO.fullmatch(word):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        return Parse(Calendar(year, month, day), i + 1) if 1 <= month <= 12 and 1 <= day <= 31 and year else None
    if match := _NUMERIC.fullmatch(word):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if len(match[3]) == 2:
            year += 2000 if year < 50 else 1900
        if 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31:
            return Parse(NumericDate(first, second, year), i + 1)
    return None


@rule([*WEEKDAYS, *WEEKDAY_SHORT])
def weekday(words: Words, i: int) -> Parse | None:
    """Read "Thursday", "Thursday, May 8", "Thu 8 May", "Tuesday the 5th", "Monday of next week"."""
    word = words.at(i)
    number = WEEKDAYS.get(word, WEEKDAY_SHORT.get(word, -1))
    short = word not in WEEKDAYS
    if not words.capital(i) or is_weekday_name(words, i) or words.at(i - 1) == "a":
        return None
    j = i + 1 + (short and words.at(i + 1) == ".")
    k = j + (words.at(j) == ",")
    k += words.at(k) == "the"
    dated = month_first(words, k) if words.at(k)[:1].isalpha() else day_first(words, k)
    if dated is not None and isinstance(dated.expr, Calendar) and dated.expr.day:
        calendar = dated.expr
        return Parse(Calendar(calendar.year, calendar.month, calendar.day, number), dated.end)
    if dated is not None and isinstance(dated.expr, Within) and isinstance(dated.expr.inner, Calendar):
        return dated
    if words.at(k - 1) == "the" and (day := day_at(words, k)) and not words.at(k).isdigit():
        return Parse(Calendar(day=day[0], weekday=number), day[1])
    if short and not (j > i + 1 and words.at(i - 1) == "on"):
        return None
    return _relative_year(words, j, Calendar(weekday=number), j)


@rule([NUMBER, "'", "’", "‘"])
def bare_year(words: Words, i: int) -> Parse | None:
    """Read "2019", "'98", "2008-09", "2023-09" (a month)."""
    year = year_at(words, i)
    if year is None:
        return None
    if words.at(i + 1) in DASHES | {"/"} and words.joined(i) and words.joined(i + 1):
        second = words.at(i + 2)
        if re.fullmatch(r"\d\d", second) and words.at(i + 3) not in DASHES:
            if (year[0] + 1) % 100 == int(second):
                return Parse(Range(Calendar(year[0]), Calendar(year[0] + 1)), i + 3)
            if words.at(i + 1) == "-" and 1 <= int(second) <= 12:
                return Parse(Calendar(year[0], int(second)), i + 3)
    return Parse(Calendar(year[0]), year[1]) if is_bare_year(words, i, year[1]) else None
