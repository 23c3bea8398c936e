"""The table of given names, and the shapes that names have without one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.mentions.people.lexicon import EAST_ASIAN_SURNAMES

_TABLES = ("given_names.txt", "given_names_added.txt")
# Endings that surnames of one people or another share, and few other words of the news.
_SURNAME = re.compile(
    r".{2,}(?:[eo]va?|[eo]vs|sk[iy]y?|skaya|[ck]a?y?nko|enko|chuk|[yi]an|shvili|dze|adze|oglu|[iv]ic|vich|escu|opoulos|akis"
    r"|id[ei]s|ss?on|s?sen|nen|qvist|quist|strom|stein|berg|berger|mann|feld|witz|ez|inho|zadeh|nejad|ullah|uddin|yev[a]?"
    r"|bayev|awi|aoui|ouk|wala|singh|asamy|moto|yama|kawa|mura|zaki|saki|wardene|singhe|sekara|kumar|raj|aitis|auskas"
    r"|dottir|ashvili|etti|elli|ini|oni|ucci|eau|aux|bauer|meier|mayer|burg|ford|field|wood|worth|ham|ton|ley|man|well)"
)
# States whose leaders' names are written surname first, in one or two syllables each; and those where some are.
_EAST_ASIAN = frozenset(("CN", "TW", "HK", "KP", "KR", "VN"))
_PARTLY_EAST_ASIAN = frozenset(("SG", "MY", "MO", "KH", "LA", "TH", "ID", "JP"))
# One or two syllables of Chinese, Korean or Vietnamese in Latin letters, joined or not.
_SYLLABLE = r"[bcdghjklmnpqrstvwxyz]{0,3}[aeiouy]{1,4}(?:ng|nh|ch|[ckglmnprtsh])?"
_EAST_ASIAN_GIVEN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?")


@cache
def given_names() -> Mapping[str, str]:
    """Some twenty-five thousand folded given names, each with its gender: m, f, or u for either.

    Examples
    --------
    >>> names = given_names()
    >>> names["vladimir"], names["giorgia"], names["andrea"], "nguyen" in names
    ('m', 'f', 'u', False)
    """
    folder = files("kg.mentions.people")
    table: dict[str, str] = {}
    for line in "".join(folder.joinpath(name).read_text("utf-8") for name in _TABLES).splitlines():
        gender, *names = line.split() or ("#",)
        if gender != "#":
            table |= {name: gender if table.get(name, gender) == gender else "u" for name in names}
    return table


def gender_of(name: str) -> str | None:
    """The gender of a folded given name where it is clear, for a compound name that of its first part.

    Examples
    --------
    >>> gender_of("giorgia"), gender_of("jean-luc"), gender_of("robin")
    ('f', 'm', None)
    """
    found = given_names().get(name) or given_names().get(name.partition("-")[0])
    return found if found in ("m", "f") else None


def is_east_asian(words: tuple[str, ...]) -> bool:
    """Whether folded words look like a Chinese, Korean or Vietnamese name, the surname first.

    Examples
    --------
    >>> is_east_asian(("wang", "yi")), is_east_asian(("ban", "ki-moon")), is_east_asian(("wang", "foundation"))
    (True, True, False)
    """
    if not 2 <= len(words) <= 4 or words[0] not in EAST_ASIAN_SURNAMES:
        return False
    return all(_EAST_ASIAN_GIVEN.fullmatch(word) and len(word) <= 11 for word in words[1:])


def may_be_of(words: tuple[str, ...], state: str) -> bool:
    """Whether the shape of a folded name lets its bearer be of a state: no Xi is Brazil's, no Obama North Korea's.

    Examples
    --------
    >>> may_be_of(("xi", "jinping"), "BR"), may_be_of(("barack", "obama"), "KP"), may_be_of(("hu",), "CN")
    (False, False, True)
    """
    if state in _PARTLY_EAST_ASIAN or (len(words) == 1 and words[0] in EAST_ASIAN_SURNAMES):
        return True
    return is_east_asian(words) is (state in _EAST_ASIAN)


def is_surname_shaped(word: str) -> bool:
    """Whether a folded word ends as surnames do.

    Examples
    --------
    >>> is_surname_shaped("zelenskiy"), is_surname_shaped("papandopoulos"), is_surname_shaped("stream")
    (True, True, False)
    """
    return _SURNAME.fullmatch(word) is not None
