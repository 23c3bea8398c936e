"""Grammar of dates that count from another: today, last week, this Friday, the following month, the day before."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.calendar_grammar import month_at
from kg.mentions.dates.expression import (
    Base,
    Calendar,
    Deictic,
    Expression,
    Holiday,
    Moved,
    Parse,
    SeasonOf,
    Shifted,
    Stretch,
    Timed,
    Within,
)
from kg.mentions.dates.holiday import holiday_at
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import amount
from kg.mentions.dates.rule import date_at, rule
from kg.mentions.dates.words import ANY_UNIT, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAY_SHORT, WEEKDAYS

_TODAY: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_SHIFTS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "that": 0,
    "same": 0,
    "current": 0,
} | {
    "next": 1,
    "following": 1,
    "coming": 1,
    "upcoming": 1,
    "succeeding": 1,
    "ensuing": 1,
}
_FROM_REFERENCE: Final = frozenset({"previous", "preceding", "following", "succeeding", "ensuing", "that", "same"})
_CALENDAR_UNITS: Final = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
_SIDES: Final = {"before": -1, "earlier": -1, "previous": -1, "after": 1, "later": 1, "following": 1}


@rule(_TODAY)
def today(words: Words, i: int) -> Parse | None:
    """Read "today", "yesterday", "tonight"."""
    day = Deictic("day", _TODAY[words.at(i)])
    return Parse(Timed("TNI", day) if words.at(i) == "tonight" else day, i + 1)


@rule(["the", *_SHIFTS])
def shifted(words: Words, i: int) -> Parse | None:
    """Read "last week", "next Tuesday", "this summer", "the following month", "the past two years", "last night"."""
    the = words.at(i) == "the"
    j = i + the
    word = words.at(j)
    if word not in _SHIFTS:
        return None
    if word == "this" and words.at(j + 1) in ("past", "coming", "last", "next"):
        j += 1
        shift, rolling = _SHIFTS[words.at(j)], False
    else:
        shift, rolling = _SHIFTS[word], word == "past" or (the and word == "last")
    base = Base.REFERENCE if word in _FROM_REFERENCE else Base.PUBLICATION
    return _unit(words, j + 1, shift=shift, base=base, the=the, rolling=rolling) or _named(
        words, j + 1, shift=shift, base=base
    )


def _unit(words: Words, i: int, *, shift: int, base: Base, the: bool, rolling: bool) -> Parse | None:
    word = words.at(i)
    if word == "night":
        day = Deictic("day", shift, base if shift <= 0 else Base.REFERENCE)
        return Parse(Timed("TNI", day), i + 1)
    if word in _CALENDAR_UNITS:
        if word == "day" and shift < 0 and base is Base.PUBLICATION:
            return None  # "the last day" is of something
        if rolling and (word == "decade" or words.at(i - 1) == "past") and word != "weekend":
            return Parse(Stretch(1, word, -1), i + 1)
        if word == "day" and shift > 0 and the:
            base = Base.REFERENCE
        return Parse(Deictic(word, shift, base), i + 1)
    if shift == 0:
        return None
    found = amount(words, i)
    j = found[1] if found else i
    while words.at(j) in (
        "full",
        "consecutive",
        "straight",
        "calendar",
        "trading",
        "working",
        "business",
        "or",
        "several",
        "two",
        "three",
    ):
        if words.at(j) in ("two", "three") and words.at(j - 1) != "or":
            break
        j += 1
    unit = ANY_UNIT.get(words.at(j))
    if unit is None or unit == "second" or not (found or words.at(j) != unit) or words.at(j) in UNITS:
        return None
    return Parse(Stretch(found[0] if found else None, unit, 1 if shift > 0 else -1), j + 1)


def _named(words: Words, i: int, *, shift: int, base: Base) -> Parse | None:
    """A weekday, month, season, holiday or part of day after "last", "this", "next"."""
    word = words.at(i)
    if word in PARTS_OF_DAY and word not in ("overnight", "midday", "noon"):
        return Parse(
            Timed("T" + PARTS_OF_DAY[word], Deictic("day", shift, base if shift <= 0 else Base.REFERENCE)), i + 1
        )
    bare: Expression
    if (word in WEEKDAYS or word in WEEKDAY_SHORT) and words.capital(i):
        bare, end = Calendar(weekday=WEEKDAYS.get(word, WEEKDAY_SHORT.get(word))), i + 1
        if word not in WEEKDAYS:
            end += words.at(end) == "."
            if end == i + 1:
                return None
    elif (month := month_at(words, i)) and not (word in words.names and words.at(i - 1) == "that"):
        bare, end = Calendar(month=month[0]), month[1]
        dated = date_at(words, i)
        if dated is not None and isinstance(dated.expr, Calendar) and dated.expr.year is None and dated.expr.day:
            bare, end = dated.expr, dated.end
        elif dated is not None and isinstance(dated.expr, Calendar) and dated.expr.year is not None:
            return dated
    elif word in SEASONS:
        bare, end = SeasonOf(SEASONS[word]), i + 1
    elif holiday := holiday_at(words, i):
        bare, end = Holiday(holiday[0]), holiday[1]
    else:
        return None
    if base is Base.REFERENCE and shift == 0:
        return (
            Parse(bare, end)
            if isinstance(bare, Calendar) and bare.weekday is not None
            else Parse(Within(bare, Deictic("year", 0, Base.REFERENCE)), end)
        )
    return Parse(Shifted(bare, shift, base), end)


@rule(["the", "a"])
def day_before(words: Words, i: int) -> Parse | None:
    """Read "the day before", "the day after tomorrow", "the night before", "the week after May 8"."""
    unit, side = words.at(i + 1), _SIDES.get(words.at(i + 2), 0)
    if words.at(i + 2) + " " + words.at(i + 3) in ("before last", "after next") and unit in _CALENDAR_UNITS:
        return Parse(Deictic(unit, 2 * side), i + 4)
    part = PARTS_OF_DAY.get(unit) if unit in ("night", "morning", "evening", "afternoon") else None
    if side == 0 or (unit not in _CALENDAR_UNITS and part is None) or words.at(i) == "a":
        return None
    moved = "day" if part else unit
    expr: Expression | None = None
    end = i + 3
    if words.at(i + 2) in ("before", "after") and (date := date_at(words, end)):
        expr, end = Moved(side, moved, date.expr), date.end
    elif words.at(i + 2) not in ("before", "after") or _is_clause_end(words, end):
        expr = Deictic(moved, side, Base.REFERENCE)
    if expr is None:
        return None
    return Parse(Timed("T" + part, expr) if part else expr, end)


def _is_clause_end(words: Words, i: int) -> bool:
    """Whether "the day before" stands alone here and isn't followed by the event it is before."""
    return not words.at(i) or words.at(i) in {
        ".",
        ",",
        ";",
        ":",
        ")",
        "!",
        "?",
        "and",
        "but",
        "in",
        "at",
        "to",
        "with",
        "by",
        "when",
        "as",
        "”",
        '"',
        "on",
    }


@rule(["the"])
def the_unit(words: Words, i: int) -> Parse | None:
    """Read "for the day", "by the end of the year": a unit that the text has in mind."""
    unit = words.at(i + 1)
    if unit not in ("day", "week", "month", "year", "weekend") or words.at(i + 2) == "of":
        return None
    before = words.at(i - 1)
    if unit == "weekend" or before in (
        "for",
        "on",
        "during",
        "end",
        "ended",
        "closed",
        "in",
        "throughout",
        "later",
        "earlier",
        "ending",
    ):
        if words.at(i + 2) in ("before", "after", "that", "when", "to") or (unit == "day" and before == "in"):
            return None
        return Parse(Deictic(unit, 0, Base.PUBLICATION if unit == "weekend" else Base.PASSAGE), i + 2)
    return None


@rule(["eve", "the"])
def eve(words: Words, i: int) -> Parse | None:
    """Read "the eve of May 9"."""
    j = i + (words.at(i) == "the")
    if words.at(j) != "eve" or words.at(j + 1) != "of":
        return None
    date = date_at(words, j + 2)
    return Parse(Moved(-1, "day", date.expr), date.end) if date else None
