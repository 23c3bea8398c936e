"""Grammar of clock times, and of what may follow a day: "Monday at 3 p.m.", "Sunday night"."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.dates.expression import Calendar, Deictic, Expression, Holiday, Moved, Parse, Shifted, Timed, Within
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.rule import NUMBER, date_at, postfix, rule
from kg.mentions.dates.words import PARTS_OF_DAY, listed

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::([0-5]\d))?")
_ZONES: Final = frozenset(
    {
        "gmt",
        "utc",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "cet",
        "cest",
        "bst",
        "eet",
        "msk",
        "ist",
        "jst",
        "hkt",
        "z",
        "et",
    }
)
_HOURS_BEFORE: Final = listed("at by until till from around about to before after since between @ and")


def _time(words: Words, i: int) -> tuple[str, int] | None:
    """A clock time as TIMEX3 ("T15:00", "T18:00Z") and the word after it."""
    word = words.at(i)
    half = words.at(i + 1).replace(".", "").replace(" ", "")
    match = _CLOCK.fullmatch(word)
    if half in ("am", "pm") and (match or re.fullmatch(r"0?[1-9]|1[0-2]", word)):
        hour = int(match[1] if match else word)
        minute = match[2] if match else "00"
        if not 1 <= hour <= 12:
            return None
        return _zoned(words, i + 2, f"T{hour % 12 + 12 * (half == 'pm'):02d}:{minute}")
    if match and int(match[1]) < 24:
        zoned = _zoned(words, i + 1, f"T{int(match[1]):02d}:{match[2]}" + (f":{match[3]}" if match[3] else ""))
        return zoned if zoned[1] > i + 1 or (words.at(i - 1) in _HOURS_BEFORE and ":" in word) else None
    if (
        re.fullmatch(r"([01]\d|2[0-3])[0-5]\d", word)
        and words.at(i + 1) in _ZONES | {"hrs", "hours"}
        and words.at(i + 1) != "hours"
    ):
        return _zoned(words, i + 1, f"T{word[:2]}:{word[2:]}")
    if (
        words.at(i + 1) == "o"
        and words.at(i + 2) in ("'", "’")
        and words.at(i + 3) == "clock"
        and re.fullmatch(r"[1-9]|1[0-2]", word)
    ):
        return f"T{int(word):02d}:00", i + 4
    return None


def _zoned(words: Words, i: int, time: str) -> tuple[str, int]:
    j = i + (words.at(i) == "hrs")
    if words.at(j) == "local" and words.at(j + 1) == "time":
        return time, j + 2
    opened = words.at(j) in ("(", "[")
    if words.at(j + opened) in _ZONES:
        zulu = words.at(j + opened) in ("gmt", "utc", "z") and words.at(j + opened + 1) not in ("+", "-", "−")
        end = j + opened + 1
        while words.at(end) in ("+", "-", "−", "–") or (
            end > j + opened + 1 and words.at(end)[:1].isdigit() and words.at(end - 1) in "+-−–"
        ):
            end += 1
        end += opened and words.at(end) in (")", "]")
        return time + ("Z" if zulu else ""), end
    return time, j


@rule([NUMBER])
def clock(words: Words, i: int) -> Parse | None:
    """Read "3 p.m. on Monday", "18:00 UTC", "16:15 UTC, June 1st"."""
    found = _time(words, i)
    if found is None:
        return None
    time, end = found
    j = end + (words.at(end) in ("on", ",", "of"))
    day = date_at(words, j)
    if day is not None and is_day(day.expr):
        return Parse(Timed(time, day.expr), day.end)
    return Parse(Timed(time, None), end)


@rule(["noon", "midnight", "midday"])
def noon(words: Words, i: int) -> Parse | None:
    """Read "noon on Monday"."""
    day = date_at(words, i + 1 + (words.at(i + 1) in ("on", ",")))
    time = "T24:00" if words.at(i) == "midnight" else "T12:00"
    return Parse(Timed(time, day.expr), day.end) if day and is_day(day.expr) else None


def is_day(expr: Expression) -> bool:
    """Whether an expression names a day, as far as its form tells."""
    if isinstance(expr, Calendar):
        return expr.day is not None or expr.weekday is not None
    if isinstance(expr, Deictic):
        return expr.unit == "day"
    if isinstance(expr, Moved):
        return expr.unit in ("day", "night")
    if isinstance(expr, Shifted):
        return is_day(expr.of)
    if isinstance(expr, Within):
        return is_day(expr.inner)
    return isinstance(expr, Holiday)


@postfix
def with_time(words: Words, parse: Parse) -> Parse:
    """A day together with the part of day or clock time after it: "Sunday night", "May 8 at 3 p.m."."""
    if not is_day(parse.expr):
        return parse
    end = parse.end
    word = words.at(end)
    if word in PARTS_OF_DAY and word != "overnight":
        return Parse(Timed("T" + PARTS_OF_DAY[word], parse.expr), end + 1)
    if word in ("early", "late") and words.at(end + 1) in PARTS_OF_DAY:
        return Parse(Timed("T" + PARTS_OF_DAY[words.at(end + 1)], parse.expr), end + 2)
    if word in ("at", ",", "from") and (time := _time(words, end + 1)):
        return Parse(Timed(time[0], parse.expr), time[1])
    if word == "at" and words.at(end + 1) in ("noon", "midday", "midnight"):
        return Parse(Timed("T24:00" if words.at(end + 1) == "midnight" else "T12:00", parse.expr), end + 2)
    if time := _time(words, end):
        return Parse(Timed(time[0], parse.expr), time[1])
    return parse
