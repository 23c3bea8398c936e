"""What named days and festivals are called."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.mentions.dates.festival import FESTIVALS, Days
from kg.mentions.dates.lexer import Words

_ALIASES: Final = {
    "xmas": "christmas",
    "christmas time": "christmas",
    "new years eve": "new year's eve",
    "new year eve": "new year's eve",
    "new years day": "new year's day",
    "new year day": "new year's day",
    "saint patrick's day": "st patrick's day",
    "st . patrick's day": "st patrick's day",
    "women's day": "international women's day",
    "4th of july": "fourth of july",
    "july fourth": "fourth of july",
    "chinese new year": "lunar new year",
    "spring festival": "lunar new year",
    "lunar new year's day": "lunar new year",
    "tet": "lunar new year",
    "tet holiday": "lunar new year",
    "deepavali": "diwali",
    "eid ul-fitr": "eid al-fitr",
    "eid-al-fitr": "eid al-fitr",
    "eid ul-adha": "eid al-adha",
    "eid-al-adha": "eid al-adha",
    "id al-fitr": "eid al-fitr",
    "ramadhan": "ramadan",
    "ramazan": "ramadan",
    "pesach": "passover",
    "novruz": "nowruz",
    "norouz": "nowruz",
    "nauryz": "nowruz",
    "persian new year": "nowruz",
    "mlk day": "martin luther king day",
    "coptic christmas": "orthodox christmas",
    "martin luther king jr. day": "martin luther king day",
    "easter day": "easter sunday",
    "armistice day": "armistice day",
    "remembrance day": "armistice day",
    "whitsun": "pentecost",
    "labour day": "may day",
    "president's day": "presidents' day",
}


def _tree() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names by their first word, the longest first."""
    tree: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spelling, name in [*((name, name) for name in FESTIVALS), *_ALIASES.items()]:
        parts = tuple(Words(spelling).low[: Words(spelling).n])
        tree.setdefault(parts[0], []).append((parts, name))
    for names in tree.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return tree


_TREE: Final = _tree()
HOLIDAY_STARTS: Final = frozenset(_TREE)


def holiday_at(words: Words, i: int) -> tuple[str, int] | None:
    """The holiday named at a word, and the word after it; its first letter has to be a capital.

    Examples
    --------
    >>> holiday_at(Words("New Year’s Eve in Rio"), 0)
    ("new year's eve", 4)
    """
    entries = _TREE.get(words.at(i))
    if entries is None or not (words.capital(i) or words.at(i)[0].isdigit()):
        return None
    for parts, name in entries:
        said = [word.replace("’", "'") for word in words.low[i : i + len(parts)]]
        if tuple(said) == parts and words.capital(i + len(parts) - 1 - (parts[-1] == "'s")):
            return name, i + len(parts)
    return None


@lru_cache(maxsize=4096)
def holiday_days(name: str, year: int) -> tuple[Days, ...]:
    """First and last day of a holiday in a year; none where the calendar libraries don't reach."""
    try:
        return tuple(FESTIVALS[name](year))
    except (ValueError, OverflowError, KeyError, NotImplementedError):
        return ()
