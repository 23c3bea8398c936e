"""Whether two names are of the same person or body, as the annotation guide of the gold reads them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache

_TITLES = frozenset(
    str.split(
        """president mr mrs ms dr sir king queen prince princess pope minister senator general prime foreign crown vice
    deputy secretary of state defence defense chancellor premier sheikh sultan emir ayatollah ambassador chairman
    governor"""
    )
)
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to"))
# Words that many bodies share: one of them alone names none.
_VAGUE = SMALL | frozenset(
    str.split(
        """european council commission union united nations national international organization organisation group front
    party government republic people democratic forces army association movement alliance coalition global world
    committee"""
    )
)
_DIGITS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "ten": "10",
    "twenty": "20",
}
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"\w+")
_LONGEST = 3  # words of a body's name that one word of it may stand for


class Likeness(IntEnum):
    """How far a name that was found is one of gold."""

    NONE = 0
    PART = 1
    SAME = 2


def fold(text: object) -> str:
    """Give a text in plain small letters, words parted by one space; of what is no text nothing is left.

    Examples
    --------
    >>> fold("São Tomé’s  Prime-Minister")
    'sao tome prime minister'
    """
    return _folded(text) if isinstance(text, str) else ""


@lru_cache(maxsize=4096)  # each name is compared with all others of its article
def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    return " ".join(_WORD.findall(_POSSESSIVE.sub("", plain)))


def words_of(name: object) -> list[str]:
    """Give the words of a person's name without the titles before it.

    Examples
    --------
    >>> words_of("Crown Prince Haakon")
    ['haakon']
    """
    words = fold(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return words


def person_likeness(found: object, gold: object) -> Likeness:
    """Compare two names of people: the same in any order of its words, or one a part of the other.

    Examples
    --------
    >>> person_likeness("Suga Yoshihide", "Yoshihide Suga").name, person_likeness("Suga", "Yoshihide Suga").name
    ('SAME', 'PART')
    >>> person_likeness("George W. Bush", "George H. W. Bush").name
    'NONE'
    """
    left, right = words_of(found), words_of(gold)
    if not left or not right:
        return Likeness.NONE
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return Likeness.SAME
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return Likeness(len(short[0]) > 1 and short[0] in (long[0], long[-1]))
    middle = short[1:-1]
    if len(middle) != len(long[1:-1]) and any(len(word) == 1 for word in middle):
        return Likeness.NONE  # a middle initial more or less is another person
    return Likeness(_in_order(short, long) and _ends_agree(short, long, cut=right))


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(any(_same_or_initial(word, other) for other in rest) for word in short)


def _same_or_initial(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _ends_agree(short: Sequence[str], long: Sequence[str], *, cut: Sequence[str]) -> bool:
    """Whether the short name is the end of the long one, or its first and last words; only gold may be cut short."""
    if short == long[-len(short) :] or (short == cut and short == long[: len(short)]):
        return True
    family = short[-1] == long[-1] and len(short[-1]) > 1
    return family and _same_or_initial(short[0], long[0])


def body_likeness(found: object, gold: object) -> Likeness:
    """Compare two names of organizations or places: the same, an acronym, or one a telling part of the other.

    Examples
    --------
    >>> body_likeness("ECOWAS", "Economic Community of West African States").name
    'SAME'
    >>> body_likeness("Council", "Gulf Cooperation Council").name
    'NONE'
    """
    left, right = fold(found), fold(gold)
    if not left or not right:
        return Likeness.NONE
    if left == right or _is_acronym(left, right) or _is_acronym(right, left):
        return Likeness.SAME
    short, long = sorted((left.split(), right.split()), key=len)
    run = any(short == long[start : start + len(short)] for start in range(len(long)))
    if len(short) == 1:
        return Likeness(run and len(long) <= _LONGEST and len(short[0]) > 2 and short[0] not in _VAGUE)
    return Likeness(run and not set(short) <= _VAGUE)


def _is_acronym(acronym: str, name: str) -> bool:
    """Whether each word of a name gives its first letter, or its first two, in order."""
    big = [_DIGITS.get(word, word) for word in name.split() if word not in SMALL]
    letters = "".join(f"{word[0]}[{word[1:]}]?" if word[1:] else word for word in big)
    return len(big) > 1 and re.fullmatch(letters, acronym.replace(" ", "")) is not None


def meant(name: object, roster: Sequence[str], likeness: Callable[[object, object], Likeness]) -> str | None:
    """Give the one name of a roster that is meant: the same name, else the only one that it is a part of.

    Examples
    --------
    >>> meant("Bush", ["George W. Bush", "Jeb Bush"], person_likeness) is None
    True
    """
    degrees = [likeness(name, listed) for listed in roster]
    if Likeness.SAME in degrees:
        return roster[degrees.index(Likeness.SAME)]
    return roster[degrees.index(Likeness.PART)] if degrees.count(Likeness.PART) == 1 else None
