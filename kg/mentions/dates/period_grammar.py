"""Grammar of longer periods: seasons, quarters, decades, centuries, numbered weeks, and of holidays."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.dates.calendar_grammar import year_at
from kg.mentions.dates.expression import (
    Calendar,
    Era,
    Expression,
    FiscalYear,
    Holiday,
    Parse,
    PartOfYear,
    SeasonOf,
    Within,
)
from kg.mentions.dates.holiday import HOLIDAY_STARTS, holiday_at
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.number import ordinal
from kg.mentions.dates.rule import NUMBER, date_at, rule
from kg.mentions.dates.words import (
    DECADES,
    DETERMINERS,
    MONTH_CUES,
    ORDINALS,
    SEASONS,
    TENS,
    YEAR_CUES,
    listed,
)

_SEASON_CUES: Final = listed(
    "in the this last next early late mid since by until during through before after from between -"
)


def _with_year(words: Words, i: int, bare: Expression) -> Parse:
    """A recurring period with the year after it, if one is said: "2021", "of 2021", ", 2021", "of last year"."""
    j = i + (words.at(i) in ("of", "in", ","))
    if year := year_at(words, j):
        return Parse(Within(bare, Calendar(year[0])), year[1])
    outer = date_at(words, j) if words.at(j) in ("last", "this", "next", "the", "that") else None
    if outer and words.at(outer.end - 1) in ("year", "before", "earlier") and words.at(outer.end - 2) != "day":
        return Parse(Within(bare, outer.expr), outer.end)
    return Parse(bare, i)


@rule([*SEASONS, "the"])
def season(words: Words, i: int) -> Parse | None:
    """Read "spring 2022", "the summer of 2021", "the winter", "autumn of last year"."""
    j = i + (words.at(i) == "the")
    name = SEASONS.get(words.at(j))
    if name is None:
        return None
    parse = _with_year(words, j + 1, SeasonOf(name))
    if parse.end > j + 1:
        return parse
    if j == i and words.at(i - 1) not in _SEASON_CUES:
        return None
    of_thing = words.at(j + 1) in ("of", "in") and words.at(j) in ("fall", "spring")
    name_part = words.capital(j) and (words.capital(j + 1) or words.capital(j - 1))
    return None if of_thing or name_part or words.at(j + 1) in ("-", "from", "to") else parse


@rule(["q", "h", "q1", "q2", "q3", "q4", "h1", "h2"])
def quarter_code(words: Words, i: int) -> Parse | None:
    """Read "Q3 2023", "H1"."""
    word = words.at(i)
    if len(word) != 2:
        return None
    parse = _with_year(words, i + 1, PartOfYear(word[0].upper(), int(word[1])))
    return None if word[0] == "h" and parse.end == i + 1 else parse


@rule(["the", *ORDINALS, NUMBER, "last", "final"])
def quarter(words: Words, i: int) -> Parse | None:
    """Read "the third quarter of 2023", "second-quarter", "the final quarter of 2009"; halves only with a year."""
    j = i + (words.at(i) == "the")
    number, j = (-1, j + 1) if words.at(j) in ("last", "final") else ordinal(words, j) or (0, j)
    j += words.at(j) == "-"
    unit = {"quarter": "Q", "half": "H"}.get(words.at(j))
    if unit is None or number == 0 or number > (4 if unit == "Q" else 2):
        return None
    if words.at(j + 1) == "-" and words.at(j + 2) in ("final", "finals", "time"):
        return None
    part = PartOfYear(unit, number if number > 0 else 4 if unit == "Q" else 2)
    parse = _with_year(words, j + 1, part)
    if parse.end == j + 1 and (unit == "H" or number < 0):
        return None
    return parse


@rule(["week"])
def numbered_week(words: Words, i: int) -> Parse | None:
    """Read "week 12 of 2024"."""
    number = words.at(i + 1)
    if not re.fullmatch(r"[1-9]|[1-4]\d|5[0-3]", number):
        return None
    parse = _with_year(words, i + 2, PartOfYear("W", int(number)))
    return parse if parse.end > i + 2 else None


@rule([NUMBER])
def iso_week(words: Words, i: int) -> Parse | None:
    """Read "2024-W12"."""
    match = re.fullmatch(r"(\d{4})-w(\d\d)", words.at(i))
    return Parse(PartOfYear("W", int(match[2]), int(match[1])), i + 1) if match and 1 <= int(match[2]) <= 53 else None


@rule(["the", NUMBER, "'", "’", "‘", *DECADES])
def decade(words: Words, i: int) -> Parse | None:
    """Read "the 1990s", "'80s", "the sixties"."""
    the = words.at(i) == "the"
    j = i + the
    apostrophe = words.at(j) in ("'", "’", "‘")
    j += apostrophe
    word = words.at(j)
    if match := re.fullmatch(r"(1\d|20)?(\d)0['’]?s", word):
        if match[1]:
            return Parse(Era(match[1] + match[2]), j + 1)
        if words.at(i - 1) in ("his", "her", "their", "my", "mid", "-") and not apostrophe and words.at(i - 1) != "mid":
            return None  # an age
        return Parse(Era("19" + match[2] if int(match[2]) >= 3 else "20" + match[2], two_digits=True), j + 1)
    if the and word in DECADES:
        tens = DECADES[word] // 10
        return Parse(Era(f"19{tens}" if tens >= 2 else f"20{tens}", two_digits=True), j + 1)
    return None


@rule(["the", NUMBER, *ORDINALS, *TENS])
def century(words: Words, i: int) -> Parse | None:
    """Read "the 20th century", "twenty-first-century"."""
    found = ordinal(words, i + (words.at(i) == "the"))
    if found is None:
        return None
    number, j = found
    j += words.at(j) == "-"
    if words.at(j) != "century" or not 1 <= number <= 21:
        return None
    return Parse(Era(f"{number - 1:02d}"), j + 1)


@rule(["fiscal", "fy", "financial"])
def fiscal(words: Words, i: int) -> Parse | None:
    """Read "fiscal year 2007", "FY2007", "financial year 2010"."""
    j = i + 1 + (words.at(i + 1) in ("year", "-"))
    year = year_at(words, j)
    return Parse(FiscalYear(year[0]), year[1]) if year and (j > i + 1 or words.at(i) != "financial") else None


@rule(HOLIDAY_STARTS)
def holiday(words: Words, i: int) -> Parse | None:
    """Read "Christmas", "Ramadan 2024", "Easter Sunday"."""
    found = holiday_at(words, i)
    if (
        found
        and words.capital(i - 1)
        and words.at(i - 1).isalpha()
        and words.at(i - 1) not in YEAR_CUES | MONTH_CUES | DETERMINERS
    ):
        return None  # a person
    return _with_year(words, found[1], Holiday(found[0])) if found else None


@rule([NUMBER])
def eleventh(words: Words, i: int) -> Parse | None:
    """Read "9/11": a date that has become a name."""
    named = words.at(i) == "9" and words.at(i + 1) == "/" and words.at(i + 2) == "11" and words.joined(i)
    return Parse(Calendar(2001, 9, 11), i + 3) if named and words.at(i + 3) != "/" else None
