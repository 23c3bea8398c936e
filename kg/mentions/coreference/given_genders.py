"""Whether a given name is a woman's or a man's."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.mentions.people.given_names import is_east_asian
from kg.mentions.people.spelling import fold


@cache
def _table() -> dict[str, str]:
    text = files("kg.mentions.coreference").joinpath("gendered_names.txt").read_text("utf-8")
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: gender for name, _, gender in lines}


@cache
def given_gender(name: str) -> str | None:
    """The gender that a full name tells by its first word, None for both, for neither, and for surnames alone.

    >>> given_gender("Tarja Halonen"), given_gender("Olof Palme"), given_gender("Palme"), given_gender("Kim Dae-jung")
    ('f', 'm', None, None)
    """
    words = tuple(fold(name).split())
    if len(words) < 2 or is_east_asian(words):
        return None
    return _table().get(words[0])
