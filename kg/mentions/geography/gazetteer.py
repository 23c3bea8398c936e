"""The tables of states and places, indexed by the first word of each name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SchemaError
from kg.mentions.geography.entries import Entry, NameIndex, Towns, Trust, first_word
from kg.mentions.geography.folding import fold
from kg.mentions.mention import COUNTRY, PLACE, MentionKind
from kg.schema.tables import read_table

STATES, PLACES, PHRASES, BODIES = "countries.yaml", "places.tsv", "geography_phrases.yaml", "organizations.yaml"
_TOWNS = re.compile(r"[^|:]+:[0-9]+(?:\|[^|:]+:[0-9]+)*")
_NEEDS_ARTICLE = frozenset(("Hague", "Gulf", "Americas"))


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
        return cls(NameIndex(entries.values(), towns), readings, frozenset(phrases["shared"]), bodies, names)


def _yaml(path: Path) -> Any:
    try:
        table = read_table(path)
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
                towns.setdefault(first_word(item), []).append((code, item))
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
