"""Whether two names in one article can be one person's."""

from __future__ import annotations

from functools import lru_cache

from kg.mentions.people.lexicon import ARTICLES_JOINED, SUFFIXES
from kg.mentions.people.spelling import spelt_alike

Key = tuple[str, ...]

_FATHERS = frozenset(("bin", "ibn", "ben", "ould", "bint"))
# Short forms that don't begin like the long one, or that two languages write apart.
_SHORT_FORMS = {
    frozenset(pair.split("/"))
    for pair in str.split(
        """joe/joseph bill/william bob/robert dick/richard jim/james jimmy/james tony/anthony tony/antony
        mike/michael ted/edward jack/john johnny/john bobby/robert billy/william harry/henry larry/lawrence
        chuck/charles liz/elizabeth kate/katherine maggie/margaret peggy/margaret gerry/gerald jerry/gerald
        steve/stephen steve/steven rick/richard hank/henry kathy/catherine meg/margaret sandy/samuel
        vladimir/volodymyr alexander/oleksandr sergei/serhiy nicholas/mykola yuri/yury mohammad/muhammad
        pepe/jose paco/francisco tom/thomas dave/david alexander/aleksandr alexander/alyaksandr"""
    )
}


@lru_cache(maxsize=4096)
def core(key: Key) -> Key:
    """The words without suffixes, the Arabic article taken off: ("abdel", "sisi") of Abdel al-Sisi."""
    kept = [_bare(word) for at, word in enumerate(key) if at == 0 or word not in SUFFIXES]
    return tuple(word for word in kept if word not in ("al", "el")) or tuple(kept)


def _bare(word: str) -> str:
    head, _, tail = word.partition("-")
    return tail if tail and head in ARTICLES_JOINED else word


def same_person(short: Key, long: Key, *, by_given_name: bool) -> bool:
    """Whether `short` can be another form of the fuller name `long`.

    Examples
    --------
    >>> same_person(("xi",), ("xi", "jinping"), by_given_name=True)
    True
    >>> same_person(("lula", "da", "silva"), ("luiz", "inacio", "lula", "da", "silva"), by_given_name=False)
    True
    >>> same_person(("kim", "jong", "il"), ("kim", "jong", "un"), by_given_name=True)
    False
    """
    one, other = core(short), core(long)
    if sorted(one) == sorted(other) or "".join(one).replace("-", "") == "".join(other).replace("-", ""):
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) == 1:
        return spelt_alike(one[0], other[-1]) or (
            by_given_name and (spelt_alike(one[0], other[0]) or one[0] in _middle(other))
        )
    if one == other[-len(one) :] or one == other[: len(one)]:
        return True
    return _ends_meet(one, other) or _spelt_alike_throughout(one, other)


def _middle(key: Key) -> Key:
    """The words between that can stand alone: not a father's name, as in "Tamim bin Hamad Al Thani"."""
    return key[1:-1] if not _FATHERS.intersection(key) else ()


def _ends_meet(one: Key, other: Key) -> bool:
    """Same first and last word (or initial, short form, spelling), the words between in order."""
    if not spelt_alike(one[-1], other[-1]) or not _given_alike(one[0], other[0]):
        return False
    rest = iter(other[1:-1])
    return all(any(_given_alike(word, theirs) for theirs in rest) for word in one[1:-1])


def _given_alike(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return spelt_alike(one, other) or frozenset((one, other)) in _SHORT_FORMS or _one_letter_off(one, other)


def _one_letter_off(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and spelt_alike(one + "xx", other + "xx")


def _spelt_alike_throughout(one: Key, other: Key) -> bool:
    return len(one) == len(other) and all(spelt_alike(a, b) for a, b in zip(one, other, strict=True))
