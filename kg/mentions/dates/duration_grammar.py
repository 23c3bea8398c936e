"""Grammar of lengths, and of dates that a length leads to: five years, two days ago, a week later."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.expression import Ahead, Base, Lasting, Moved, Parse, Repeating, Vague
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import amount
from kg.mentions.dates.rule import NUMBER, date_at, rule
from kg.mentions.dates.words import (
    ANY_UNIT,
    ONES,
    PLURAL_UNITS,
    TENS,
    listed,
)

UNIT_CODES: Final = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
UNIT_SIZES: Final = {"fortnight": 2, "decade": 10, "century": 100}
_BETWEEN: Final = listed(
    "straight consecutive more full whole long working trading calendar business additional further "
    "short solid successive extra other"
)
_APPROXIMATE: Final = {
    "less": "than",
    "more": "than",
    "fewer": "than",
    "at": "least most",
    "up": "to",
    "just": "over under",
}
_ABOUT: Final = ("about", "around", "nearly", "almost", "over", "roughly", "approximately", "under")
_AMOUNTS: Final = [
    NUMBER,
    *ONES,
    *TENS,
    "a",
    "an",
    "half",
    "dozen",
    "several",
    "many",
    "few",
    "some",
    "couple",
    "hundred",
    "single",
]
_RANKS: Final = listed(
    "first second third fourth fifth last only time times most least best worst biggest largest highest lowest "
    "deadliest longest oldest once twice not never"
)
_ALONE: Final = listed("for in over after within during of through took lasted lasting many just")


@rule([*_APPROXIMATE, *_ABOUT])
def approximate(words: Words, i: int) -> Parse | None:
    """Read "less than three weeks", "nearly five months"."""
    second = _APPROXIMATE.get(words.at(i))
    if second is not None and words.at(i + 1) not in second:
        return None
    return length(words, i + 1 + (second is not None))


@rule(_AMOUNTS)
def length(words: Words, i: int) -> Parse | None:
    """Read "five years", "a 27-year", "two days ago", "a week later", "three weeks before May 8"."""
    found = amount(words, i)
    if found is None or (words.at(i - 1) == "of" and words.at(i - 2) in ("quarter", "quarters", "third")):
        return None
    number, j = found
    hyphen = words.at(j) == "-"
    j += hyphen
    if (
        words.at(i) in ("a", "an")
        and (second := amount(words, j))
        and words.at(j) not in ("a", "an")
        and words.at(second[1]) == "-"
    ):
        number, j, hyphen = second[0], second[1] + 1, True  # "a 27-year contract"
    while words.at(j) in _BETWEEN and not hyphen:
        j += 1
    unit = ANY_UNIT.get(words.at(j))
    if unit is None or not _fits(words, i, j, number, hyphen=hyphen):
        return None
    return _whence(words, i, j + 1, number=number, unit=unit, hyphen=hyphen)


def _fits(words: Words, i: int, j: int, number: float | None, *, hyphen: bool) -> bool:
    word = words.at(j)
    first = words.at(i)
    if word in ("second", "seconds") and (word == "second" or number is None):
        return False
    if word in ("quarter", "weekend", "night") and first in ("a", "an"):
        return False
    if first in ("some", "many", "few", "several") and word not in PLURAL_UNITS:
        return False
    if word in PLURAL_UNITS and first in ("a", "an") and number == 1 and j == i + 1:
        return False
    if word == "day" and first == "one" and not hyphen:
        return (
            words.at(i - 1) in _ALONE
            or words.at(i - 1) in ("only", "just", "than")
            or words.at(j + 1) in ("after", "before", "later", "earlier", "ago")
        )
    if words.at(j + 1) == "old" or (words.at(j + 1) == "-" and words.at(j + 2) == "old"):
        return False  # an age
    if words.capital(j) and (words.capital(j + 1) or not hyphen) and i > 0 and words.capital(i):
        return words.raw[j].isupper()  # the Six-Day War
    return number is not None or word in PLURAL_UNITS


def _whence(words: Words, i: int, end: int, *, number: float | None, unit: str, hyphen: bool) -> Parse:
    """The length, or the day it leads to."""
    if hyphen:
        return Parse(Lasting(number, unit), end + 2 if words.at(end) == "-" and words.at(end + 1) == "long" else end)
    after = words.at(end)
    if after in ("'", "’") and words.at(end + 1) in ("time", "notice"):
        return (
            Parse(_moved(number, unit, 1, Base.PUBLICATION), end + 2)
            if words.at(end + 1) == "time"
            else Parse(Lasting(number, unit), end)
        )
    if after in ("'s", "’s") and words.at(end + 1) == "time":
        return Parse(_moved(number, unit, 1, Base.PUBLICATION), end + 2)
    if after in ("ago", "back"):
        return Parse(_moved(number, unit, -1, Base.PUBLICATION), end + 1)
    if after in ("from", "hence") and (after == "hence" or words.at(end + 1) in ("now", "today")):
        return Parse(_moved(number, unit, 1, Base.PUBLICATION), end + 1 + (after == "from"))
    if after in ("earlier", "later") and words.at(end + 1) in ("this", "in") and date_at(words, end):
        return Parse(_plain(words, i, number, unit), end)  # "there for two days earlier this month"
    if after == "later":
        return Parse(_moved(number, unit, 1, Base.REFERENCE), end + 1)
    if after in ("earlier", "previously", "beforehand"):
        return Parse(_moved(number, unit, -1, Base.REFERENCE), end + 1)
    side = {"before": 1, "after": 1, "following": 1, "prior": 2, "from": 1}.get(after)
    if side is not None and (date := date_at(words, end + side)):
        sign = -1 if after in ("before", "prior") else 1
        return Parse(_moved(number, unit, sign, date.expr), date.end)
    if after in ("before", "after") and words.at(end + 1) in ("", ".", ",", ";", ")"):
        return Parse(_moved(number, unit, -1 if after == "before" else 1, Base.REFERENCE), end + 1)
    return Parse(_plain(words, i, number, unit), end)


def _moved(number: float | None, unit: str, side: int, base: object) -> Moved | Vague:
    return Vague(side) if number is None else Moved(side * number, unit, base)  # type: ignore[arg-type]


def _plain(words: Words, i: int, number: float | None, unit: str) -> Lasting | Repeating | Ahead:
    before = words.at(i - 1)
    if words.at(i) in ("a", "an") and (
        before in ("once", "twice", "times", "percent", "%")
        or before[:1].isdigit()
        or before in ("million", "billion", "dollars")
    ):
        return Repeating(duration_value(1, unit))
    if before == "in" and number is not None and words.at(i) != "half" and not _is_ranked(words, i - 1):
        return Ahead(number, unit)
    return Lasting(number, unit)


def _is_ranked(words: Words, i: int) -> bool:
    """Whether "in" before a length looks back: "the first visit in 60 years", "for the second time in a week"."""
    return any(words.at(j) in _RANKS for j in range(i - 8, i))


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length.

    Examples
    --------
    >>> [duration_value(3, "week"), duration_value(2, "decade"), duration_value(None, "hour")]
    ['P3W', 'P20Y', 'PTXH']
    """
    code = UNIT_CODES[unit]
    if number is None:
        return f"P{code[0]}X{code[1]}" if len(code) == 2 else f"PX{code}"
    size = f"{number * UNIT_SIZES.get(unit, 1):g}"
    return f"P{code[0]}{size}{code[1]}" if len(code) == 2 else f"P{size}{code}"


@rule(PLURAL_UNITS)
def bare_units(words: Words, i: int) -> Parse | None:
    """Read "for years", "decades ago", "years later", "months-long"."""
    unit = PLURAL_UNITS[words.at(i)]
    after = words.at(i + 1)
    if after == "ago":
        return Parse(Vague(-1), i + 2)
    if after == "later":
        return Parse(Vague(1), i + 2)
    if after == "-" and words.at(i + 2) == "long":
        return Parse(Lasting(None, unit), i + 3)
    if unit in ("quarter", "second", "night", "weekend") or words.at(i - 1) not in _ALONE:
        return None
    return Parse(Lasting(None, unit), i + 1)


@rule(["year", "month", "week", "day", "decade", "hour"])
def unit_long(words: Words, i: int) -> Parse | None:
    """Read "a year-long", "month-long"."""
    if words.at(i + 1) == "-" and words.at(i + 2) == "long":
        return Parse(Lasting(1, words.at(i)), i + 3)
    return None


@rule(["yearlong", "monthlong", "weeklong", "daylong"])
def unit_long_joined(words: Words, i: int) -> Parse | None:
    """Read "yearlong"."""
    return Parse(Lasting(1, words.at(i)[:-4]), i + 1)
