"""Grammar of frequencies and of times without days: every year, on Mondays, annual, now, recently."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.duration_grammar import duration_value
from kg.mentions.dates.expression import Lasting, Parse, Reference, Repeating
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import amount
from kg.mentions.dates.rule import rule
from kg.mentions.dates.words import ANY_UNIT, MONTHS, PARTS_OF_DAY, PLURAL_UNITS, SEASONS, UNITS, WEEKDAYS

_FREQUENT: Final = {
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "monthly": "P1M",
    "weekly": "P1W",
    "daily": "P1D",
    "nightly": "P1D",
    "quarterly": "P3M",
    "hourly": "PT1H",
    "fortnightly": "P2W",
    "biennial": "P2Y",
    "biannual": "P6M",
    "semiannual": "P6M",
}


@rule(["every", "each"])
def every(words: Words, i: int) -> Parse | None:
    """Read "every year", "every two weeks", "every Monday", "each summer"."""
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
    """Read "on Mondays"."""
    return Parse(Repeating(_recurring(words.at(i)[:-1]) or ""), i + 1) if words.capital(i) else None


@rule(_FREQUENT)
def frequent(words: Words, i: int) -> Parse | None:
    """Read "annual", "weekly"; not the China Daily or the Daily Mail."""
    if words.capital(i) and (words.capital(i - 1) or words.capital(i + 1)):
        return None
    return Parse(Repeating(_FREQUENT[words.at(i)]), i + 1)


@rule(["per"])
def per(words: Words, i: int) -> Parse | None:
    """Read "per year"."""
    unit = "year" if words.at(i + 1) == "annum" else words.at(i + 1)
    return (
        Parse(Repeating(duration_value(1, unit)), i + 2) if unit in UNITS and unit not in ("second", "night") else None
    )


_REFS: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
}


@rule(_REFS)
def vague_word(words: Words, i: int) -> Parse | None:
    """Read "now", "recently", "in recent years"."""
    word, after = words.at(i), words.at(i + 1)
    if word == "recent" and after in PLURAL_UNITS:
        return Parse(Lasting(None, PLURAL_UNITS[after]), i + 2)
    if word == "now" and (words.at(i - 1) in ("-", "from", "until", "by") or after == "-"):
        return None
    return Parse(Reference(_REFS[word]), i + 1)


@rule(["the", "near"])
def past_or_future(words: Words, i: int) -> Parse | None:
    """Read "in the past", "in the near future"."""
    j = i + 1 + (words.at(i + 1) == "near")
    if words.at(i - 1) not in ("in", "for", "of", "from") or words.at(j + 1) == "of" or words.at(i) == "near":
        return None
    value = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(words.at(j))
    return Parse(Reference(value), j + 1) if value else None
