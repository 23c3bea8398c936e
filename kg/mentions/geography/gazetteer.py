"""The tables of states and places, indexed by the first word of each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SchemaError
from kg.mentions.geography.folding import fold
from kg.mentions.mention import COUNTRY, PLACE, MentionKind

STATES, PLACES, PHRASES, BODIES = "countries.yaml", "places.tsv", "geography_phrases.yaml", "organizations.yaml"
_WORD = re.compile(r"[^\W\d_]+")
_TOWNS = re.compile(r"[^|:]+:[0-9]+(?:\|[^|:]+:[0-9]+)*")
# By the first word of their names: code of the state, and NAME:THOUSANDS as it stands in the file.
Towns = dict[str, list[tuple[str, str]]]
_NEEDS_ARTICLE = frozenset(("Hague", "Gulf", "Americas"))


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A state that an ambiguous name may stand for, and the words that speak for it."""

    country: str
    cues: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name by its first word in small letters, the longest name first.

    `readings` are the states that an ambiguous name may stand for; names in `shared` stay without a state where the
    article speaks of several. `bodies` are words that speak for the body of states in a capital. `names` are the short
    names of states.
    """

    index: Mapping[str, tuple[Entry, ...]]
    readings: Mapping[str, tuple[Reading, ...]]
    shared: frozenset[str]
    bodies: Mapping[str, re.Pattern[str]]
    names: Mapping[str, str]

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """Read the tables of a schema folder.

        Raises
        ------
        SchemaError
            If a table is missing or broken.
        """
        states, phrases = _yaml(folder / STATES), _yaml(folder / PHRASES)
        entries: dict[str, Entry] = {}
        towns: Towns = {}
        sources = (
            _phrase_entries(phrases),
            _body_entries(folder / BODIES),
            _state_entries(states),
            _place_entries(folder / PLACES, towns),
        )
        for source in sources:
            for entry in source:
                _add(entries, entry)
        for name in phrases.get("weak", ()):
            if (known := entries.get(fold(name))) and known.trust is Trust.SURE:
                entries[fold(name)] = replace(known, trust=Trust.SIGN)
        for name in _NEEDS_ARTICLE:
            entries[name] = replace(entries[name], article=True)
        readings = {
            fold(k): tuple(_reading(code, cues) for code, cues in v.items()) for k, v in phrases["readings"].items()
        }
        names = {code: row["name"] for code, row in states.items()}
        bodies = {name: whole_words(cues) for name, cues in phrases["bodies"].items()}
        return cls(NameIndex(indexed(entries.values()), towns), readings, frozenset(phrases["shared"]), bodies, names)


def _yaml(path: Path) -> Any:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise SchemaError(f"{path}: can't be read ({error}). Take the file from the kg distribution.") from error
    if not table:
        raise SchemaError(f"{path}: empty. Take the file from the kg distribution.")
    return table


def _add(entries: dict[str, Entry], entry: Entry) -> None:
    """The first source wins. A well-known name with hyphens is known without them too ("Porto Novo")."""
    entries.setdefault(entry.surface, entry)
    if "-" in entry.surface and entry.trust is Trust.SURE:
        spaced = entry.surface.replace("-", " ")
        entries.setdefault(spaced, replace(entry, surface=spaced))


def _reading(code: str, cues: list[str]) -> Reading:
    return Reading(code, whole_words(cues) if cues else None)


def whole_words(cues: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words in folded text."""
    words = "|".join(re.escape(fold(cue)) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _phrase_entries(phrases: dict[str, Any]) -> Iterator[Entry]:
    for group in phrases["no_mention"]:
        for name in group:
            yield Entry(fold(name), MentionKind.NAME, "", name, Trust.NONE)


def _body_entries(path: Path) -> Iterator[Entry]:
    """Names of bodies of states, so that "Gulf Cooperation Council" isn't read as a mention of the Gulf."""
    for row in _yaml(path):
        for name in row["names"] if not row.get("of_state") else ():
            if " " in name:
                yield Entry(fold(name), MentionKind.NAME, "", name, Trust.NONE)


def _state_entries(states: dict[str, Any]) -> Iterator[Entry]:
    kinds = {
        "names": MentionKind.NAME,
        "abbreviations": MentionKind.ABBREVIATION,
        "demonyms": MentionKind.DEMONYM,
        "capitals": MentionKind.CAPITAL,
        "seats": MentionKind.SEAT,
    }
    for field, kind in kinds.items():
        of_state = kind not in (MentionKind.CAPITAL, MentionKind.SEAT)
        for code, row in states.items():
            for name in row.get(field, ()):
                plain = name.split(",")[0] if field == "capitals" and not name.endswith((".C.", "DC")) else name
                plain = plain.removeprefix("The ")
                key = f"{COUNTRY}:{code}" if of_state else f"{PLACE}:{plain}"
                yield Entry(fold(plain), kind, key, row["name"] if of_state else plain, Trust.SURE, code)
    for code, row in states.items():
        for name in row.get("combining", ()):
            yield Entry(fold(name) + "-", MentionKind.DEMONYM, f"{COUNTRY}:{code}", row["name"], Trust.JOIN, code)


def _place_entries(path: Path, towns: Towns) -> Iterator[Entry]:
    """The well-known places, as entries; the towns are put aside, as they come."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path}: can't be read ({error}). Take the file from the kg distribution.") from error
    regions: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line:
            continue
        if line.count("\t") != 2:
            raise SchemaError(f"{path}:{number}: not class, state and names with tabs between them.")
        kind, code, names = line.split("\t")
        if kind == "town":
            if not _TOWNS.fullmatch(names):
                raise SchemaError(f"{path}:{number}: not NAME:THOUSANDS with | between them.")
            for item in names.split("|"):
                if match := _WORD.search(fold(item)):
                    towns.setdefault(match.group().lower(), []).append((code, item))
        elif kind == "people":
            yield from _people_entries(names, regions)
        else:
            for name in names.split("|"):
                plain = name.removeprefix("the ").removeprefix("The ")
                regions[plain] = code
                yield Entry(fold(plain), MentionKind.NAME, f"{PLACE}:{plain}", plain, Trust.SURE, code or None)


def _people_entries(names: str, regions: dict[str, str]) -> Iterator[Entry]:
    capitals = {"Paris": "FR", "Berlin": "DE", "Moscow": "RU", "London": "GB"}
    for people, _, region in (item.partition(":") for item in names.split("|")):
        country = regions.get(region) or capitals.get(region)
        yield Entry(fold(people), MentionKind.DEMONYM, f"{PLACE}:{region}", region, Trust.SURE, country)


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
        if match := _WORD.search(entry.surface):
            index.setdefault(match.group().lower(), []).append(entry)
    return {word: _longest_first(found) for word, found in index.items()}


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (-len(entry.surface), entry.surface)))


class NameIndex(Mapping[str, tuple[Entry, ...]]):
    """Entries by the first word of their names, the longest name first.

    Of the thirty thousand towns few are ever asked for: they become entries when their first word is. A town adds
    to a name that is known already; otherwise it is a name of its own.
    """

    def __init__(self, known: dict[str, tuple[Entry, ...]], towns: Towns) -> None:
        self._known = known
        self._towns = towns

    def __getitem__(self, word: str) -> tuple[Entry, ...]:
        if word in self._towns:
            self._known[word] = _longest_first(self._joined(word).values())
            del self._towns[word]  # not before: another thread may be at the same word
        return self._known[word]

    def get(self, word: str, default: Any = None) -> Any:
        """As with every mapping; asked for each word with a capital, so without an exception."""
        return self[word] if word in self else default

    def __contains__(self, word: object) -> bool:
        return word in self._known or word in self._towns

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.keys() | self._towns.keys())

    def __len__(self) -> int:
        return len(self._known.keys() | self._towns.keys())

    def _joined(self, word: str) -> dict[str, Entry]:
        entries = {entry.surface: entry for entry in self._known.get(word, ())}
        for town in _town_entries(self._towns[word]):
            known = entries.setdefault(town.surface, town)
            if known is not town:
                entries[town.surface] = replace(known, towns=known.towns + town.towns)
        return entries
