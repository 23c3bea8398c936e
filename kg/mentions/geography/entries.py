"""The names of the tables, by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kg.mentions.geography.folding import fold
from kg.mentions.mention import PLACE, MentionKind

# By the first word of their names: code of the state, and NAME:THOUSANDS as it stands in the table.
Towns = dict[str, list[tuple[str, str]]]
_WORD = re.compile(r"[^\W\d_]+")


class Trust(Enum):
    """How much a name says by itself."""

    NONE = "no place is meant"
    SURE = "a state or a well-known place"
    SIGN = "a place if something around it says so"
    SIZE = "a town of the list: by its size and what is around it"
    JOIN = "the first part of a compound such as Sino-Russian"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the tables, folded. `towns` are the states with a town of this name, and its thousands of people."""

    surface: str
    kind: MentionKind
    key: str
    name: str
    trust: Trust
    country: str | None = None
    article: bool = False
    towns: tuple[tuple[str, int], ...] = ()


class NameIndex(Mapping[str, tuple[Entry, ...]]):
    """Entries by the first word of their names, the longest name first.

    Of the thirty thousand towns few are ever asked for: they become entries when their first word is.

    Parameters
    ----------
    entries : iterable of Entry
        Names of their own, no two the same.
    towns : dict
        A town whose name is among the entries is added to that entry; the others are names of their own.
    """

    def __init__(self, entries: Iterable[Entry], towns: Towns) -> None:
        self._known = indexed(entries)
        self._towns = towns
        self._ready: dict[str, tuple[Entry, ...]] = {}

    def __getitem__(self, word: str) -> tuple[Entry, ...]:
        found = self._ready.get(word)
        if found is None:
            towns = self._towns.get(word)
            found = self._known[word] if towns is None else _joined(self._known.get(word, ()), towns)
            self._ready[word] = found
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._known or word in self._towns

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.keys() | self._towns.keys())

    def __len__(self) -> int:
        return len(self._known.keys() | self._towns.keys())


def first_word(name: str) -> str:
    """The first word of a name in small letters, folded; "" where there is none.

    Examples
    --------
    >>> first_word("Île-de-France"), first_word("4 de Julio")
    ('ile', 'de')
    """
    match = _WORD.search(fold(name))
    return match.group().lower() if match else ""


def _joined(known: Iterable[Entry], towns: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
    entries = {entry.surface: entry for entry in known}
    for town in _town_entries(towns):
        there = entries.setdefault(town.surface, town)
        if there is not town:
            entries[town.surface] = replace(there, towns=there.towns + town.towns)
    return _longest_first(entries.values())


def _town_entries(items: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    towns: dict[str, list[tuple[str, int]]] = {}
    for code, item in items:
        name, _, size = item.rpartition(":")
        towns.setdefault(name, []).append((code, int(size)))
    for name, places in towns.items():
        ranked = tuple(sorted(places, key=lambda place: (-place[1], place[0])))
        yield Entry(fold(name), MentionKind.NAME, f"{PLACE}:{name}", name, Trust.SIZE, None, towns=ranked)


def indexed(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by the first word of their names, the longest name first."""
    index: dict[str, list[Entry]] = {}
    for entry in entries:
        if word := first_word(entry.surface):
            index.setdefault(word, []).append(entry)
    return {word: _longest_first(found) for word, found in index.items()}


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (-len(entry.surface), entry.surface)))
