"""Whether two full names in different articles can be one person's: one spelt otherwise, or another form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from kg.mentions.people.given_names import gender_of, is_east_asian
from kg.mentions.people.spelling import spelt_alike
from kg.resolution.name_forms import ONE_SPELLING, forms_of_one

Words = tuple[str, ...]


class Likeness(IntEnum):
    """How much two names say for one person, the more the higher."""

    OTHER = 0
    OPENING = 1  # "Hugo Chávez", "Hugo Chávez Frías", but also "Juan Carlos", "Juan Carlos Varela"
    FORM = 2  # initials, short given names, names between: "Joe Biden", "Joseph R. Biden Jr."
    SPELLING = 3  # "Zelensky", "Zelenskyy"; "al-Sisi", "el-Sissi"


_SUFFIXES = frozenset({"jr", "sr", "junior"})
_ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "ar", "an", "at", "az"})
_FATHERS = frozenset({"bin", "ibn", "ben", "ould", "bint", "binti"})
_SERVANT = frozenset({"abd", "abdel", "abdul", "abdal", "abdol"})
_NUMBER = re.compile(r"[ivx]{1,5}")
_INITIALS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,3}")
# Letters that transliterations and languages write in several ways, in the order in which they are made one.
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        *((r"[iy]{2,}|ij$|y", "i"), (r"^ie", "e"), (r"aie", "ae"), (r"eie", "ee"), (r"kh", "h"), (r"ph", "f")),
        *((r"x", "ks"), (r"w", "v"), (r"c(?![hei])", "k"), (r"tch|tsch", "ch"), (r"dzh|dj|zh", "j"), (r"q|gh|^g", "k")),
        *((r"ou|oo", "u"), (r"ee", "i"), (r"[ea]i", "e"), (r"oe", "o"), (r"ue", "u"), (r"ae", "a"), (r"o", "u")),
        *((r"tz", "ts"), (r"dh", "d"), (r"th", "t"), (r"(.)\1+", r"\1"), (r"(?<=.)h$", ""), (r"f$", "v")),
    )
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Give a normalised word without what transliterations differ in; a short word keeps most of it.

    Examples
    --------
    >>> sound("zelenskiy") == sound("zelenskyy") == sound("zelensky")
    True
    >>> sound("qaddafi") == sound("gadhafi"), sound("zhou") == sound("zhu")
    (True, False)
    """
    word = ONE_SPELLING.get(word, word)
    if len(word) < 5:
        return re.sub(r"[iy]+", "i", word)
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


@lru_cache(maxsize=65536)
def name_words(name: str) -> Words:
    """Words of a normalised name without suffixes and Arabic articles, joined initials taken apart.

    Examples
    --------
    >>> name_words("abdel fattah al sisi"), name_words("joseph r biden jr"), name_words("pw botha")
    (('abdul', 'fattah', 'sisi'), ('joseph', 'r', 'biden'), ('p', 'w', 'botha'))
    """
    words: list[str] = []
    given = name.split()
    for at, word in enumerate(given):
        if at and (word in _SUFFIXES or (word in _ARTICLES and at + 1 < len(given))):
            continue
        if at + 1 < len(given) and _INITIALS.fullmatch(word):
            words.extend(word)
        else:
            words.append("abdul" if word in _SERVANT and at + 1 < len(given) else word)
    return tuple(words)


def surname(name: str) -> str:
    """Give the word of a normalised name by which news speaks of its bearer alone.

    Examples
    --------
    >>> surname("mary robinson"), surname("ban ki moon"), surname("abdullah ii")
    ('robinson', 'ban', 'abdullah')
    """
    words = name_words(name)
    if is_east_asian(words) or _FATHERS.intersection(words[1:]):
        return words[0]  # the last is a father's name or a dynasty's: Hamad is not Salman bin Hamad
    return words[-2] if len(words) > 1 and _NUMBER.fullmatch(words[-1]) else words[-1]


@lru_cache(maxsize=262144)
def likeness(one: str, other: str) -> Likeness:
    """Compare two different normalised names of two words or more; the order of the two makes no difference.

    Examples
    --------
    >>> likeness("volodymyr zelenskyy", "volodymyr zelensky").name
    'SPELLING'
    >>> likeness("joe biden", "joseph r biden jr").name, likeness("tayyip erdogan", "recep tayyip erdogan").name
    ('FORM', 'FORM')
    >>> likeness("xi jinping", "jinping xi").name, likeness("park geun hye", "geun hye park").name
    ('FORM', 'FORM')
    >>> likeness("george w bush", "george hw bush").name, likeness("kim jong il", "kim jong un").name
    ('OTHER', 'OTHER')
    """
    if "sr" in (_suffix(one), _suffix(other)):
        return Likeness.OTHER  # said only where there is a son of the name
    short, long = sorted((name_words(one), name_words(other)), key=lambda words: (len(words), words))
    if min(len(short), len(long)) < 2 or is_east_asian(short) or is_east_asian(long):
        # Their syllables differ by a letter; only how they are written together may, and whether the surname is last.
        if "".join(short) == "".join(long):
            return Likeness.SPELLING
        return Likeness.FORM if _is_turned(short, long) or _is_turned(long, short) else Likeness.OTHER
    if _sounds_alike(short, long) or ("".join(short) == "".join(long)):
        return Likeness.SPELLING if _suffix(one) == _suffix(other) else Likeness.FORM
    if _FATHERS.intersection(short[1:] + long[1:]):
        begins = _same_given(short[0], long[0]) and _sounds_alike(short[1:], long[1 : len(short)])
        return Likeness.FORM if len(short) > 2 and begins else Likeness.OTHER
    if _ends_meet(short, long) or _sounds_alike(short, long[-len(short) :]):
        return Likeness.FORM
    if len(short) == len(long) == 2 and _sounds_alike(short, long[::-1]):
        return Likeness.FORM
    return Likeness.OPENING if _sounds_alike(short, long[: len(short)]) else Likeness.OTHER


def _is_turned(one: Words, other: Words) -> bool:
    """Whether one has the first word of the other last: Xi Jinping, Jinping Xi."""
    return "".join(one) == "".join((*other[1:], other[0]))


def _suffix(name: str) -> str:
    # A father and a son have one name but for it; news leaves it out often enough.
    return name.split()[-1] if name.split()[-1] in _SUFFIXES else ""


def _sounds_alike(one: Words, other: Words) -> bool:
    return len(one) == len(other) and all(sound(a) == sound(b) for a, b in zip(one, other, strict=True))


def _ends_meet(short: Words, long: Words) -> bool:
    """Same surname, given names that go together, and of the names between none that says otherwise."""
    if not _same_word(short[-1], long[-1]) or not _same_given(short[0], long[0]):
        return False
    return _in_order(short[1:-1], long[1:-1])


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    at = 0
    for word in few:
        # An initial counts from the first on: George W. is not George H. W.
        reach = many[at : at + 1] if len(word) == 1 or (at < len(many) and len(many[at]) == 1) else many[at:]
        found = next((n for n, theirs in enumerate(reach) if _same_given(word, theirs)), None)
        if found is None:
            return False
        at += found + 1
    return True


def _same_given(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    if {gender_of(one), gender_of(other)} == {"f", "m"}:
        return False
    return _same_word(one, other) or forms_of_one(one, other)


def _same_word(one: str, other: str) -> bool:
    a, b = sound(one), sound(other)
    if a == b or (min(len(a), len(b)) > 4 and a.replace("e", "i") == b.replace("e", "i")):
        return True  # no two systems agree on short vowels: Hafez, Hafiz
    # One letter off, but for the "a" of a daughter or a wife.
    return spelt_alike(a, b) and a != f"{b}a" and b != f"{a}a"
