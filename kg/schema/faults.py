"""A fault in a schema file and how it is told: where, what, what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_LONGEST = 60  # characters of a stranger's value in a message


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: `file` as people know it, the way to the key, what is wrong, and the line where it is known."""

    file: str
    path: KeyPath
    text: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}: {shown_path(self.path)}: " if self.path else f"{self.file}: "
        return f"{where}{self.text}" + (f" (line {self.line})" if self.line else "")


def shown_path(path: KeyPath) -> str:
    """Write the way to a key in words; places in a list count from 1.

    >>> shown_path(("triggers", 0, "slots", "wiht"))
    'triggers[1].slots.wiht'
    """
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"[{part + 1}]"
        else:
            words += ("." if words else "") + (
                part if _PLAIN.fullmatch(part) and len(part) <= _LONGEST else quoted(part)
            )
    return words


def quoted(value: object) -> str:
    """Write a value as it can stand in one line of a message.

    >>> quoted("Organisation")
    "'Organisation'"
    """
    text = repr(value[: _LONGEST + 1] if isinstance(value, str) else value)
    return text if len(text) <= _LONGEST + 2 else f"{text[:_LONGEST]}…"


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is unknown, with the nearest right name, or with all of them where they are few.

    >>> unknown("type", "Organisation", ["Organization", "Person"])
    "no type is called 'Organisation'. Did you mean 'Organization'?"
    >>> unknown("type", "Tree", ["Organization", "Person"])
    "no type is called 'Tree'. There are: Organization, Person"
    """
    names = sorted(set(known))
    text = f"no {kind} is called {quoted(name)}."
    nearest = nearest_name(name, names)
    if nearest is not None:
        return f"{text} Did you mean '{nearest}'?"
    return f"{text} There are: {', '.join(names)}" if 0 < len(names) <= 12 else f"{text} See docs/schemas.md"


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """Find the known name most like `name`, whatever the case, or None where none is like it.

    >>> nearest_name("PARTICIPANTS", ["participant", "host"])
    'participant'
    """
    by_key = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(name[:100].casefold(), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None
