"""Grammar of lengths and frequencies, and of dates that a length leads to: five years, every year, two days ago, a week later."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.expression import Ahead, Base, Lasting, Moved, Parse, Reference, Repeating, Vague
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import amount
from kg.mentions.dates.rule import NUMBER, date_at, rule
from kg.mentions.dates.words import ANY_UNIT, MONTHS, ONES, PARTS_OF_DAY, PLURAL_UNITS, SEASONS, TENS, UNITS, WEEKDAYS

UNIT_CODES: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y",
}  # fmt: skip
UNIT_SIZES: Final = {"fortnight": 2, "decade": 10, "century": 100}
_BETWEEN: Final = frozenset(
    "straight consecutive more full whole long working trading calendar business additional further short solid successive extra other".split()
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
_FREQUENT: Final = {
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D", "nightly": "P1D",
    "quarterly": "P3M", "hourly": "PT1H", "fortnightly": "P2W", "biennial": "P2Y", "biannual": "P6M", "semiannual": "P6M",
}  # fmt: skip
_ALONE: Final = frozenset("for in over after within during of through took lasted lasting many just".split())


@rule([*_APPROXIMATE, *_ABOUT])
def approximate(words: Words, i: int) -> Parse | None:
    """ "less than three weeks", "nearly five months"."""
    second = _APPROXIMATE.get(words.at(i))
    if second is not None and words.at(i + 1) not in second.split():
        return None
    return length(words, i + 1 + (second is not None))


@rule(_AMOUNTS)
def length(words: Words, i: int) -> Parse | None:
    """ "five years", "a 27-year", "two and a half years", "two days ago", "a week later", "three weeks before May 8"."""
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
    if before == "in" and number is not None and words.at(i) != "half":
        return Ahead(number, unit)
    return Lasting(number, unit)


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length.

    Examples
    --------
    >>> [duration_value(3, "week"), duration_value(2.5, "year"), duration_value(2, "decade"), duration_value(None, "hour")]
    ['P3W', 'P2.5Y', 'P20Y', 'PTXH']
    """
    code = UNIT_CODES[unit]
    if number is None:
        return f"P{code[0]}X{code[1]}" if len(code) == 2 else f"PX{code}"
    size = f"{number * UNIT_SIZES.get(unit, 1):g}"
    return f"P{code[0]}{size}{code[1]}" if len(code) == 2 else f"P{size}{code}"


_REFS: Final = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF", "recently": "PAST_REF",
    "recent": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip


@rule(_REFS)
def vague_word(words: Words, i: int) -> Parse | None:
    """ "now", "recently", "in recent years"."""
    word, after = words.at(i), words.at(i + 1)
    if word == "recent" and after in PLURAL_UNITS:
        return Parse(Lasting(None, PLURAL_UNITS[after]), i + 2)
    if word == "now" and (words.at(i - 1) in ("-", "from", "until", "by") or after == "-"):
        return None
    return Parse(Reference(_REFS[word]), i + 1)


@rule(["the", "near"])
def past_or_future(words: Words, i: int) -> Parse | None:
    """ "in the past", "in the near future"."""
    j = i + 1 + (words.at(i + 1) == "near")
    if words.at(i - 1) not in ("in", "for", "of", "from") or words.at(j + 1) == "of" or words.at(i) == "near":
        return None
    value = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(words.at(j))
    return Parse(Reference(value), j + 1) if value else None


@rule(PLURAL_UNITS)
def bare_units(words: Words, i: int) -> Parse | None:
    """ "for years", "decades ago", "years later", "months-long"."""
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
    """ "a year-long", "month-long"."""
    if words.at(i + 1) == "-" and words.at(i + 2) == "long":
        return Parse(Lasting(1, words.at(i)), i + 3)
    return None


@rule(["yearlong", "monthlong", "weeklong", "daylong"])
def unit_long_joined(words: Words, i: int) -> Parse | None:
    """ "yearlong"."""
    return Parse(Lasting(1, words.at(i)[:-4]), i + 1)


@rule(["every", "each"])
def every(words: Words, i: int) -> Parse | None:
    """ "every year", "every two weeks", "every Monday", "each summer"."""
    j = i + 1
    number = 1.0
    if words.at(j) in ("other", "second"):
        number, j = 2.0, j + 1
    elif words.at(j) in ("single", "passing"):
        j += 1
    elif (found := amount(words, j)) and found[0] is not None and words.at(j) not in ("a", "an"):
        number, j = found[0], found[1]
    word = words.at(j)
    if word in ANY_UNIT:
        return Parse(Repeating(duration_value(number, ANY_UNIT[word])), j + 1)
    value = _recurring(word)
    return Parse(Repeating(value), j + 1) if value else None


def _recurring(word: str) -> str | None:
    if word in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[word] + 1}"
    if word in MONTHS:
        return f"XXXX-{MONTHS[word]:02d}"
    if word in SEASONS:
        return f"XXXX-{SEASONS[word]}"
    return f"XXXX-XX-XXT{PARTS_OF_DAY[word]}" if word in PARTS_OF_DAY else None


@rule([day + "s" for day in WEEKDAYS])
def weekdays(words: Words, i: int) -> Parse | None:
    """ "on Mondays"."""
    return Parse(Repeating(_recurring(words.at(i)[:-1]) or ""), i + 1) if words.capital(i) else None


@rule(_FREQUENT)
def frequent(words: Words, i: int) -> Parse | None:
    """ "annual", "weekly"; not the China Daily or the Daily Mail."""
    if words.capital(i) and (words.capital(i - 1) or words.capital(i + 1)):
        return None
    return Parse(Repeating(_FREQUENT[words.at(i)]), i + 1)


@rule(["per"])
def per(words: Words, i: int) -> Parse | None:
    """ "per year"."""
    unit = "year" if words.at(i + 1) == "annum" else words.at(i + 1)
    return (
        Parse(Repeating(duration_value(1, unit)), i + 2) if unit in UNITS and unit not in ("second", "night") else None
    )
