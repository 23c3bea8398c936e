"""Whether the first word of a full name is a woman's or a man's."""

from __future__ import annotations

from functools import cache

from kg.mentions.people.given_names import gender_of, is_east_asian
from kg.mentions.people.spelling import fold


@cache
def given_gender(name: str) -> str | None:
    """The gender that a full name tells by its first word, None for both, for neither, and for surnames alone.

    >>> given_gender("Tarja Halonen"), given_gender("Tony Blair"), given_gender("Blair"), given_gender("Kim Dae-jung")
    ('f', 'm', None, None)
    """
    words = tuple(fold(name).split())
    if len(words) < 2 or is_east_asian(words):
        return None
    return gender_of(words[0])
