"""What kg.toml says of the options of a command, checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import click

from kg.cli.config.fault import ConfigError
from kg.cli.config.files import File, read_files
from kg.cli.config.options import SHARED, settable, shared, why_not
from kg.cli.config.values import checked
from kg.cli.nearest import did_you_mean


def file_settings(command: click.Command, words: Sequence[str]) -> dict[str, Any]:
    """Give what the files say of a command, by parameter; the nearer file and the narrower table go before.

    Raises
    ------
    ConfigError
        A file can't be read, names what there isn't, or gives a value of another kind.
    """
    found: dict[str, Any] = {}
    for file in read_files():
        for option, value in settings_of(file, command, words):
            found.setdefault(str(option.name), value)
    return found


def settings_of(file: File, command: click.Command, words: Sequence[str]) -> Iterator[tuple[click.Option, Any]]:
    """Give what one file says of a command: its own table first, then what is said of all commands."""
    table = file.table_of(words)
    if isinstance(command, click.Group):
        _check_commands(file, command, words, table)
    else:
        options = settable(command)
        for name, value in table.items():
            place = file.place(words, name)
            _check_name(place, name, options, "option")
            yield options[name], checked(place, options[name], value, file.path.parent)
    for name, option in shared(command):
        if name in file.table:
            yield option, checked(file.place((), name), option, file.table[name], file.path.parent)


def _check_commands(file: File, group: click.Group, words: Sequence[str], table: dict[str, Any]) -> None:
    """Check that the tables in a table are commands, and at the top the rest options of all commands."""
    commands = group.list_commands(click.Context(group))
    for name, value in table.items():
        place = file.place(words, name)
        if isinstance(value, dict):
            _check_name(place, name, commands, "command")
        elif name in commands:
            raise ConfigError(
                f"{place}: this is a command. Write [{'.'.join((*words, name))}], and its options beneath"
            )
        else:
            _check_name(place, name, () if words else SHARED, "option of all commands")


def _check_name(place: str, name: str, known: Collection[str], what: str) -> None:
    reason = why_not(name)
    if reason:
        raise ConfigError(f"{place}: {reason}")
    if name not in known:
        near = did_you_mean(name.replace("_", "-"), known)
        raise ConfigError(f"{place}: there is no such {what}. {near}".rstrip())
