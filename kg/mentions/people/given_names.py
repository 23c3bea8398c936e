"""The table of given names, and the shapes that names have without one."""

from __future__ import annotations

import re
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
# One or two syllables of Chinese, Korean or Vietnamese in Latin letters, joined or not.
_SYLLABLE = r"[bcdghjklmnpqrstvwxyz]{0,3}[aeiouy]{1,4}(?:ng|nh|ch|[ckglmnprtsh])?"
_EAST_ASIAN_GIVEN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?")


@cache
def given_names() -> frozenset[str]:
    """Some twenty thousand folded given names.

    Examples
    --------
    >>> {"vladimir", "giorgia", "nguyen"} - given_names()
    {'nguyen'}
    """
    folder = files("kg.mentions.people")
    lines = "".join(folder.joinpath(name).read_text("utf-8") for name in _TABLES).splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


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


def is_surname_shaped(word: str) -> bool:
    """Whether a folded word ends as surnames do.

    Examples
    --------
    >>> is_surname_shaped("zelenskiy"), is_surname_shaped("papandopoulos"), is_surname_shaped("stream")
    (True, True, False)
    """
    return _SURNAME.fullmatch(word) is not None
