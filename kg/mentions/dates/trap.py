"""Words that look like dates and aren't: May the minister, the march on Washington, 2000 people, the Sunday Times."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.lexer import Words
from kg.mentions.dates.words import (
    DASHES,
    DETERMINERS,
    DOUBTFUL_MONTHS,
    MONTH_CUES,
    MONTH_SHORT,
    MONTHS,
    PARTS_OF_DAY,
    PLURAL_UNITS,
    SEASONS,
    WEEKDAYS,
    YEAR_CUES,
    listed,
)

_MONTH_CUES: Final = MONTH_CUES | {"-", "'s", "’s", "a", "its", "his", "her", "their", "past", "previous"}
_STRONG_MONTH_CUES: Final = listed("in last next this early late mid - since until during")
_NOT_A_YEAR_BEFORE: Final = listed(
    "$ € £ ¥ # no number flight resolution room highway route article section page boeing class model"
)
_NOT_A_YEAR_AFTER: Final = listed(
    "percent % people men women troops soldiers tonnes tons metres meters km kilometers kilometres "
    "miles feet dollars euros pounds yen yuan rubles roubles points votes jobs km2 m mb gb hours "
    "hectares acres kg barrels mph hp bc bce million billion times members workers employees students "
    "children civilians refugees deaths cases words pages cars vehicles houses homes ° index hrs gmt "
    "utc h"
)
_NOT_COUNTED: Final = frozenset(
    {"was", "has", "does", "says", "elections", "levels", "figures", "results", "prices", "games", "talks"}
)
_FUNCTION_WORDS: Final = listed(
    "and or to the when until by in as with he she it they at on for of but after before was is were "
    "had has that which who from during"
)
_PAPERS: Final = listed(
    "times telegraph mirror mail express herald post star tribune nation mass world independent sport"
)
_NAMED_DAYS: Final = listed("bloody black super cyber casual man girl ruby manic sheffield")
_NAME_HEADS: Final = listed(
    "Agreement Accord Accords Rising Uprising Island Islands Massacre Offensive Truce Carol Pact "
    "Movement Alliance Brigade Brigades Revolution Square Street Avenue Club Coalition Martyrs"
)


def is_weekday_name(words: Words, i: int) -> bool:
    """Whether a weekday is part of a name: Bloody Sunday, the Sunday Times, Saturday Night Live."""
    if words.at(i - 1) in _NAMED_DAYS and words.capital(i - 1):
        return True
    after = words.at(i + 1)
    if after in PARTS_OF_DAY and words.capital(i + 1) and words.capital(i + 2):
        return True
    return after in _PAPERS and words.capital(i + 1)


def is_name_part(words: Words, end: int) -> bool:
    """Whether the word after an expression makes it a name: the Good Friday Agreement, the July 26 Movement."""
    return words.form(end) in _NAME_HEADS


def names_like_months(words: Words) -> frozenset[str]:
    """Doubtful months that stand after another name in a text (Theresa May), and so may be a person throughout."""
    found = set()
    for i in range(1, words.n):
        if words.low[i] not in DOUBTFUL_MONTHS or not words.capital(i) or words.at(i + 1)[:1].isdigit():
            continue
        before = words.low[i - 1]
        name = words.capital(i - 1) and before.isalpha() and before not in YEAR_CUES and before not in MONTH_CUES
        if (name and before not in MONTHS and before not in WEEKDAYS and before not in DETERMINERS) or (
            before == "." and words.at(i - 2) in ("mrs", "mr", "ms", "dr", "sen", "gov", "rep")
        ):
            found.add(words.low[i])
    return frozenset(found)


def is_bare_month(words: Words, i: int) -> bool:
    """Whether a month without day and year is one: always for January, after a cue for May."""
    word, before, after = words.at(i), words.at(i - 1), words.at(i + 1)
    if word in MONTH_SHORT and word not in MONTHS:
        return before in _STRONG_MONTH_CUES or before in ("from", "by", "of", "to")
    if word not in DOUBTFUL_MONTHS:
        return True
    listed = before in ("and", "or", ",", "to", "through", "–", "&") and words.at(i - 2) in MONTHS
    if word in words.names:
        return before in _STRONG_MONTH_CUES or listed
    if before in _MONTH_CUES or listed:
        return True
    if word in ("may", "march"):
        return before == "the" and after not in ("on", "of", "for", "to", "")
    follows_name = words.capital(i - 1) and before not in ("the", "in")
    return not follows_name and not (words.capital(i + 1) and after.isalpha() and after not in MONTHS)


def is_bare_year(words: Words, i: int, end: int) -> bool:
    """Whether a four-digit number alone is a year, by what stands around it."""
    year, before, after = words.at(i), words.at(i - 1), words.at(end)
    if not year.isdigit():  # '98
        return before in YEAR_CUES or before in ("the", "since")
    if before in _NOT_A_YEAR_BEFORE or after in _NOT_A_YEAR_AFTER or after in PLURAL_UNITS:
        return False
    if before == "." and words.at(i - 2) == "no":
        return False
    if after in ("/", ".", ":") and words.joined(i) and words.at(end + 1)[:1].isdigit():
        return False
    tight_before = i > 0 and words.end[i - 1] == words.start[i]
    if tight_before and before not in {"(", "[", "/", '"', "“", "'", "‘", "’"} | DASHES:
        return False
    if (
        tight_before
        and before in DASHES
        and words.joined(i - 2)
        and not words.at(i - 2).isdigit()
        and words.at(i - 2) not in ("mid", "pre", "post", "early", "late")
    ):
        return False  # A320-2000
    number = int(year)
    if not 1900 <= number < 2100:
        return before in YEAR_CUES and not (
            words.form(end).isalpha() and words.form(end).islower() and after not in _FUNCTION_WORDS
        )
    if (
        before in DETERMINERS
        or before in YEAR_CUES
        or before in SEASONS
        or before in ("'s", "’s", "(", "early", "late")
    ):
        return not (before in ("for", "to", "about", "around", "between", "than", "of", "and") and _counts(words, end))
    return not _counts(words, end)


def _counts(words: Words, end: int) -> bool:
    """Whether a number is followed by what it counts: a plural in lower case."""
    after = words.form(end)
    if not (after.isalpha() and after.islower()):
        return False
    return (
        len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "us", "is")) and after not in _NOT_COUNTED
    )
