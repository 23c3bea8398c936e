"""Grammar of parts of a period: early May, the end of the year, the last week of March, the night of July 14."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.expression import Base, Deictic, Modified, Nth, Parse, Timed
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import amount, ordinal
from kg.mentions.dates.rule import NUMBER, date_at, rule
from kg.mentions.dates.words import DASHES, ORDINALS, PARTS_OF_DAY, PLURAL_UNITS, WEEKDAYS

_STAGES: Final = {"early": "early", "mid": "mid", "late": "late", "mid-": "mid"}
_PARTS: Final = {
    "beginning": "early",
    "start": "early",
    "onset": "early",
    "dawn": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "turn": "early",
}
_HALF_WORDS: Final = {
    "first": "first_half",
    "second": "second_half",
    "latter": "second_half",
    "former": "first_half",
    "last": "second_half",
}
_NTH_UNITS: Final = frozenset({"day", "week", "weekend", "month", "quarter", "half", "decade"})


@rule(["year", "month"])
def unit_end(words: Words, i: int) -> Parse | None:
    """Read "year-end", "by year's end"."""
    j = i + 1 + (words.at(i + 1) in DASHES or words.at(i + 1) in ("'s", "’s"))
    if words.at(j) != "end" or words.at(i - 1) in ("a", "an"):
        return None
    return Parse(Modified("late", Deictic(words.at(i), 0, Base.PASSAGE)), j + 1)


@rule(["early", "mid", "late", "midweek", "midyear", "end", "the"])
def stage(words: Words, i: int) -> Parse | None:
    """Read "early 2023", "mid-April", "late in the year", "the early 1990s", "end-May", "early on Monday"."""
    j = i + (words.at(i) == "the")
    word = words.at(j)
    modifier = {"end": "late"}.get(word, _STAGES.get(word))
    if modifier is None:
        return None
    j += 1
    tight = words.at(j) in DASHES
    if word == "end" and not tight:
        return None
    j += tight
    if not tight and words.at(j) in ("in", "on"):
        j += 1
    inner = date_at(words, j)
    if inner is None and words.at(j) in ("year", "month", "week", "decade") and tight:
        return Parse(Modified(modifier, Deictic(words.at(j), 0, Base.PASSAGE)), j + 1)
    if (
        inner is None
        and words.at(j) == "the"
        and words.at(j + 1) in ("year", "month", "week", "decade", "century", "season")
    ):
        inner = _the_unit(words, j)
    return Parse(Modified(modifier, inner.expr), inner.end) if inner else None


def _the_unit(words: Words, i: int) -> Parse | None:
    """Read "the year" inside a larger expression."""
    unit = words.at(i + 1) if words.at(i) == "the" else ""
    return (
        Parse(Deictic(unit, 0, Base.PASSAGE), i + 2)
        if unit in ("day", "week", "month", "quarter", "year", "decade", "century", "weekend")
        else None
    )


@rule(["the", *_PARTS, *_HALF_WORDS, "very", "late", "early", "final", "closing", "opening"])
def part_of(words: Words, i: int) -> Parse | None:
    """Read "the end of March", "the first half of 2023", "the latter half of May", "the early hours of Monday"."""
    j = i + (words.at(i) == "the")
    j += words.at(j) == "very"
    word = words.at(j)
    modifier = _PARTS.get(word)
    if modifier is None and words.at(j + 1) in ("half", "part") and word in _HALF_WORDS:
        modifier, j = _HALF_WORDS[word], j + 1
    elif (
        modifier is None
        and word in ("first", "last", "final", "closing", "opening")
        and words.at(j + 1) in ("days", "weeks", "months")
    ):
        begins = word in ("first", "opening")
        few = ("first_days", "last_days") if words.at(j + 1) == "days" else ("early", "late")
        modifier, j = few[not begins], j + 1
    elif (
        modifier is None
        and word in _STAGES
        and words.at(j + 1) in ("part", "days", "weeks", "months", "hours", "stages", "years")
    ):
        modifier, j = _STAGES[word], j + 1
    if modifier is None or words.at(j + 1) not in ("of", "in"):
        return None
    inner = date_at(words, j + 2) or _the_unit(words, j + 2)
    return Parse(Modified(modifier, inner.expr), inner.end) if inner else None


@rule(["earlier", "later"])
def so_far(words: Words, i: int) -> Parse | None:
    """Read "earlier this month", "later in the week", "later that day", "earlier on Monday"."""
    modifier = "so_far" if words.at(i) == "earlier" else "rest"
    j = i + 1 + (words.at(i + 1) in ("in", "on"))
    inner = date_at(words, j)
    if inner is None and j > i + 1:
        inner = _the_unit(words, j)
    return Parse(Modified(modifier, inner.expr), inner.end) if inner else None


@rule(["the", "last", "final", *ORDINALS, NUMBER])
def nth_of(words: Words, i: int) -> Parse | None:
    """Read "the last week of March", "the second Tuesday of November", "the first three months of 2023"."""
    j = i + (words.at(i) == "the")
    number, j = (-1, j + 1) if words.at(j) in ("last", "final") else ordinal(words, j) or (0, j)
    if number == 0:
        return None
    count = 1
    if many := amount(words, j):
        if many[0] is None or words.at(many[1]) not in PLURAL_UNITS:
            return None
        count, j = round(many[0]), many[1]
    unit: str | int = PLURAL_UNITS.get(words.at(j), words.at(j)) if many else words.at(j)
    if unit in WEEKDAYS and words.capital(j):
        unit = WEEKDAYS[str(unit)]
    elif unit not in _NTH_UNITS:
        return None
    if words.at(j + 1) not in ("of", "in"):
        return None
    inner = date_at(words, j + 2) or _the_unit(words, j + 2)
    return Parse(Nth(number, unit, inner.expr, count), inner.end) if inner else None


@rule(["the", "week", "weekend", "month"])
def unit_of(words: Words, i: int) -> Parse | None:
    """Read "the week of May 8", "the weekend of 3 March"."""
    j = i + (words.at(i) == "the")
    unit = words.at(j)
    if unit not in ("week", "weekend", "month") or words.at(j + 1) not in ("of", "ending", "beginning", "starting"):
        return None
    inner = date_at(words, j + 2)
    return Parse(Deictic(unit, 0, inner.expr), inner.end) if inner else None


@rule(["the", *PARTS_OF_DAY])
def part_of_day_of(words: Words, i: int) -> Parse | None:
    """Read "the night of July 14", "the morning of May 8"."""
    j = i + (words.at(i) == "the")
    part = PARTS_OF_DAY.get(words.at(j))
    if part is None or words.at(j + 1) not in ("of", "on"):
        return None
    inner = date_at(words, j + 2)
    return Parse(Timed("T" + part, inner.expr), inner.end) if inner else None
