"""The help of every command: complete, in groups, with examples that parse, no wider than a terminal."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from kg.cli.catalogue import COMMANDS, SECTIONS
from kg.cli.command import Command, Group
from kg.cli.config.options import SHARED, every_command, settable, shared
from kg.cli.group import group

Kg = Callable[..., Any]


ALL = dict(every_command(group))


def _examples(command: click.Command) -> list[str]:
    """Lines of the paragraphs in the help that are set as they are."""
    blocks = re.findall(r"\x08\n(?:Examples?|Begin with):\n((?:  .+\n?)+)", inspect.cleandoc(command.help or ""))
    return [line.strip() for block in blocks for line in block.splitlines()]


def _arguments(example: str) -> list[str]:
    """What follows `kg` in a line for a shell, to the next pipe."""
    lexer = shlex.shlex(example, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    words = list(lexer)
    start = words.index("kg") + 1
    return words[start : next((place for place in range(start, len(words)) if words[place] in "|>"), None)]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_has_examples_that_parse(words: tuple[str, ...]) -> None:
    examples = _examples(ALL[words])
    assert examples
    for example in examples:
        arguments = _arguments(example)
        assert tuple(arguments[: len(words)]) == words
        _parse(arguments)


def _parse(arguments: list[str]) -> None:
    context = group.make_context("kg", arguments)
    while isinstance(context.command, click.Group):
        name, command, rest = context.command.resolve_command(context, [*context._protected_args, *context.args])
        assert command is not None
        context = command.make_context(name, rest, context)


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_is_made_alike(words: tuple[str, ...]) -> None:
    command = ALL[words]
    assert isinstance(command, Group if isinstance(command, click.Group) else Command)
    for option in settable(command).values():
        assert option.help, option.opts
        assert option.help.endswith((".", "]")), option.help
        assert option.is_flag or option.metavar, f"{option.opts} shows what click makes of its type"


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_fits_a_terminal(words: tuple[str, ...], kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = kg(*words, "--help")
    assert ended.status == 0
    examples = set(_examples(ALL[words]))
    assert [line for line in ended.out.splitlines() if len(line) > 80 and line.strip() not in examples] == []


def test_an_option_of_all_commands_means_the_same_in_all() -> None:
    kinds: dict[str, set[str]] = {name: set() for name in SHARED}
    for command in ALL.values():
        for name, option in shared(command):
            kinds[name].add(f"{type(option.type).__name__} {option.is_flag} {option.multiple} {option.default}")
    assert all(len(of_one) == 1 for of_one in kinds.values()), kinds


def test_help_lists_all_commands_in_groups(kg: Kg) -> None:
    ended = kg("--help")
    assert ended.status == 0
    for heading, commands in SECTIONS.items():
        assert f"\n{heading}:\n" in ended.out
        for name, text in commands.items():
            assert re.search(rf"\n  {name} +{re.escape(text)}\n", ended.out)


def test_every_command_has_a_file_and_every_such_file_is_a_command(root: Path) -> None:
    files = {file.stem for file in (root / "kg" / "cli").glob("*.py") if "\n@kg_command(" in file.read_text()}
    groups = {name for name in COMMANDS if isinstance(ALL[name,], click.Group)}
    assert files | groups == set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("bild",), "'build'"),
        (("Connections",), "'connections'"),
        (("resolve", "lst"), "'list'"),
        (("actors", "w", "--tipe", "Person"), "'--type'"),
        (("actors", "w", "--format", "jsno"), "'json'"),
    ],
)
def test_what_is_misspelt_is_named(kg: Kg, arguments: tuple[str, ...], meant: str) -> None:
    ended = kg(*arguments)
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert meant in ended.err
