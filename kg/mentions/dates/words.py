"""The closed word classes of English date expressions, all in lower case."""

from __future__ import annotations

from typing import Final


def row(text: str) -> list[str]:
    """Give the words of a text, in order."""
    return text.split()


def listed(text: str) -> frozenset[str]:
    """Give the words of a text, for word classes written as one."""
    return frozenset(text.split())


_MONTHS = row("january february march april may june july august september october november december")
_WEEKDAYS = row("monday tuesday wednesday thursday friday saturday sunday")
_ONES = row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = row("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = row(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

MONTHS: Final = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTH_SHORT: Final = {name[:3]: i for i, name in enumerate(_MONTHS, 1) if name != "may"} | {"sept": 9}
"""Abbreviations; a full stop may follow."""

DOUBTFUL_MONTHS: Final = frozenset({"may", "march", "mar", "jan", "april", "june", "august"})
"""Also verbs or names of people: alone, they need a cue."""

WEEKDAYS: Final = {name: i for i, name in enumerate(_WEEKDAYS)}
WEEKDAY_SHORT: Final = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4} | {
    "sat": 5,
    "sun": 6,
}

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"} | {
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}

UNITS: Final = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
PLURAL_UNITS: Final = {name + "s": unit for name, unit in UNITS.items() if name != "century"} | {"centuries": "century"}
ANY_UNIT: Final = UNITS | PLURAL_UNITS

ONES: Final = {name: i for i, name in enumerate(_ONES)}
TENS: Final = {name: 10 * i for i, name in enumerate(_TENS, 2)}
ORDINALS: Final = {name: i for i, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
ORDINAL_ONES: Final = {name: i for i, name in enumerate(_ORDINALS[:9], 1)}

DECADES: Final = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70} | {
    "eighties": 80,
    "nineties": 90,
}

PARTS_OF_DAY: Final = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "noon": "MI",
    "lunchtime": "MI",
    "midnight": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "overnight": "NI",
}

YEAR_CUES: Final = listed(
    "in since by from until till of before after during for to through between and or late early mid "
    "around circa throughout as for back"
)
"""Words before which a bare four-digit number is a year."""

MONTH_CUES: Final = listed(
    "in since by until till of before after during through throughout last next this early late mid "
    "between from for every each"
)
"""Words after which a month that is also another word is a month."""

DETERMINERS: Final = listed("the a an this that its his her their our my your these those")
DASHES: Final = frozenset("-–—‑−")
