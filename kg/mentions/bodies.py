"""The table of well-known organizations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SchemaError
from kg.mentions.geography.entries import Entry, Trust, indexed
from kg.mentions.geography.folding import fold
from kg.mentions.geography.gazetteer import whole_words
from kg.mentions.mention import ORGANIZATION, MentionKind
from kg.schema.tables import read_table

BODIES = "organizations.yaml"
_KEYS = frozenset(("names", "acronyms", "short", "beside", "of_state"))


@dataclass(frozen=True, slots=True)
class Bodies:
    """Every name and acronym by its first word in small letters, the longest first.

    `beside` says which words an article must hold for a short name ("Security Council") to mean the body.
    """

    index: Mapping[str, tuple[Entry, ...]]
    beside: Mapping[str, re.Pattern[str]]

    @classmethod
    def load(cls, folder: Path) -> Bodies:
        """Read `organizations.yaml` of a schema folder.

        Raises
        ------
        SchemaError
            If the table is missing or broken.

        Examples
        --------
        >>> bodies = Bodies.load(Path("schemas"))
        >>> [entry.name for entry in bodies.index["opec"]][-1]
        'Organization of the Petroleum Exporting Countries'
        """
        entries: dict[str, Entry] = {}
        beside: dict[str, re.Pattern[str]] = {}
        for row in read_bodies(folder):
            for entry in _entries(row):
                entries.setdefault(entry.surface, entry)
            beside |= {fold(name): whole_words(row["beside"]) for name in row.get("short", ())}
        return cls(indexed(entries.values()), beside)


def read_bodies(folder: Path) -> list[dict[str, Any]]:
    """The rows of the table, checked."""
    path = folder / BODIES
    try:
        rows = read_table(path)
    except (OSError, yaml.YAMLError) as error:
        raise SchemaError(f"{path}: can't be read ({error}). Take the file from the kg distribution.") from error
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        if not isinstance(row, dict) or not row.get("names") or not row.keys() <= _KEYS:
            raise SchemaError(
                f"{path}: entry {number}: give `names`, and at most `acronyms`, `short`, `beside`, `of_state`."
            )
    return list(rows)


def _entries(row: dict[str, Any]) -> Iterator[Entry]:
    name = row["names"][0]
    key = f"{ORGANIZATION}:{name}"
    for surface in (*row["names"], *row.get("short", ())):
        yield Entry(fold(surface), MentionKind.NAME, key, name, Trust.SURE)
    for surface in row.get("acronyms", ()):
        yield Entry(fold(surface), MentionKind.ABBREVIATION, key, name, Trust.SURE)


def initials_fit(acronym: str, name: str) -> bool:
    """Whether an acronym is made of a name's words: their first letters, small words left out or not.

    Examples
    --------
    >>> initials_fit("SADC", "Southern African Development Community"), initials_fit("IAEA", "Atomic Union")
    (True, False)
    """
    letters = acronym.replace(".", "").lower()
    words = re.findall(r"\w+", fold(name).lower())
    full = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "on", "in", "to", "de", "s"))
    return len(letters) > 1 and letters in (full, short)
