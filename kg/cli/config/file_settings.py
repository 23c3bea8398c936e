"""What kg.toml says of the options of a command, checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import click

from kg.cli.config.fault import ConfigError
from kg.cli.config.files import File, read_files
from kg.cli.config.options import SHARED, every_command, settable, shared, why_not
from kg.cli.config.values import checked
from kg.cli.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class Setting:
    """What a file says of an option, and where."""

    place: str
    option: click.Option
    value: Any


def file_settings(command: click.Command, words: Sequence[str]) -> dict[str, Setting]:
    """Give what the files say of a command, by parameter; the nearer file and the narrower table go before.

    Raises
    ------
    ConfigError
        A file can't be read, names what there isn't, or gives a value of another kind.
    """
    found: dict[str, Setting] = {}
    for file in read_files():
        for setting in _settings(file, command, words):
            found.setdefault(str(setting.option.name), setting)
    return found


def check_file(file: File, group: click.Command) -> Iterator[Setting]:
    """Give all that a file says, of every command, and check it.

    Raises
    ------
    ConfigError
        It names what there isn't, or gives a value of another kind.
    """
    seen = set()
    for words, command in every_command(group):
        for setting in _settings(file, command, words):
            if setting.place not in seen:
                seen.add(setting.place)
                yield setting


def _settings(file: File, command: click.Command, words: Sequence[str]) -> Iterator[Setting]:
    """Give what one file says of a command: its own table first, then what is said of all commands."""
    table = file.table_of(words)
    if isinstance(command, click.Group):
        _check_commands(file, command, words, table)
    else:
        options = settable(command)
        for name, value in table.items():
            place = file.place(words, name)
            _check_name(place, name, options, "option")
            yield Setting(place, options[name], checked(place, options[name], value, file))
    for name, option in shared(command):
        if name in file.table:
            place = file.place((), name)
            yield Setting(place, option, checked(place, option, file.table[name], file))


def _check_commands(file: File, group: click.Group, words: Sequence[str], table: dict[str, Any]) -> None:
    """Check that the tables in a table are commands; at the top there may be options of all commands too."""
    commands = group.list_commands(click.Context(group))
    for name, value in table.items():
        place = file.place(words, name)
        if name in commands and not isinstance(value, dict):
            heading = ".".join((*words, name))
            raise ConfigError(f"{place}: this is a command. Write [{heading}], and its options beneath")
        if words or isinstance(value, dict):
            _check_name(place, name, commands, "command")
        else:
            _check_name(place, name, SHARED, "option of all commands", like=(*SHARED, *commands))


def _check_name(place: str, name: str, known: Collection[str], what: str, *, like: Collection[str] = ()) -> None:
    reason = why_not(name)
    if reason:
        raise ConfigError(f"{place}: {reason}")
    if name not in known:
        near = did_you_mean(name.replace("_", "-"), like or known)
        raise ConfigError(f"{place}: there is no such {what}. {near}".rstrip())
