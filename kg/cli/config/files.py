"""kg.toml: where it lies, and what is in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kg.cli.config.fault import ConfigError

NAME = "kg.toml"
#: Names one file in place of those that are found; empty: none is read.
VARIABLE = "KG_CONFIG"


@dataclass(frozen=True, slots=True)
class File:
    """A file of settings; relative paths in it start from its folder."""

    path: Path
    table: dict[str, Any]
    is_own: bool  # the user chose it; one that lies in the current folder may be somebody else's

    def table_of(self, words: Sequence[str]) -> dict[str, Any]:
        """Give the table of a command; an empty one where there is none."""
        table = self.table
        for word in words:
            inner = table.get(word, {})
            table = inner if isinstance(inner, dict) else {}
        return table

    def place(self, words: Sequence[str], name: str) -> str:
        """Say where a key stands.

        Examples
        --------
        >>> File(Path("kg.toml"), {}, is_own=False).place(("resolve", "list"), "limit")
        'kg.toml: [resolve.list] limit'
        """
        table = f"[{'.'.join(words)}] " if words else ""
        return f"{self.path}: {table}{name}"


def places() -> list[Path]:
    """Give where a file may lie, the one that goes before the other first."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return [Path(named)] if named else []
    return [Path(NAME), Path(click.get_app_dir("kg")) / NAME]


def read_files() -> Iterator[File]:
    """Read the files that are there.

    Raises
    ------
    ConfigError
        A file can't be read or isn't TOML; the one that KG_CONFIG names isn't there.
    """
    for path in places():
        if path.is_file() or VARIABLE in os.environ:
            yield read(path)


def read(path: Path) -> File:
    """Read a file of settings.

    Raises
    ------
    ConfigError
        It can't be read or isn't TOML.
    """
    import tomllib

    try:
        return File(path, tomllib.loads(path.read_text(encoding="utf-8-sig")), is_own=path != Path(NAME))
    except OSError as fault:
        raise ConfigError(f"{path}: the settings can't be read: {fault.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8, as TOML must be") from None
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError(f"{path}: not TOML: {fault}") from None
