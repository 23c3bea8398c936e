"""Which options can be set from outside the command line, and by which name."""

from __future__ import annotations

from collections.abc import Iterator

import click

#: Options that mean the same in every command, with their parameter: KG_MODEL, and `model = …` at the top of kg.toml,
#: set them in all.
SHARED = {
    "credentials": "credentials",
    "format": "form",
    "log": "log",
    "log-level": "log_level",
    "min-confidence": "min_confidence",
    "model": "model",
    "quiet": "quiet",
    "schema": "schema",
    "verbose": "verbose",
}

#: kg.toml may lie in a folder that somebody else made: what removes, sends, or lets others in, is said by hand.
BY_HAND = frozenset({"address", "allow-private", "facts", "host", "replace", "token-file", "write"})
# What is written to.
_WRITTEN = frozenset({"errors", "into", "log", "metrics", "output"})
# Files are copied, shown and committed.
_SECRET = frozenset({"password", "token", "user", "username"})


def settable(command: click.Command) -> dict[str, click.Option]:
    """Give the options of a command that can be set from outside, by name: `min-confidence`."""
    options = (param for param in command.params if isinstance(param, click.Option))
    named = ((max(option.opts, key=len).lstrip("-"), option) for option in options)
    return {name: option for name, option in named if name not in ("help", "version") and not option.hidden}


def shared(command: click.Command) -> Iterator[tuple[str, click.Option]]:
    """Give those options that are set for all commands at once."""
    return ((name, option) for name, option in settable(command).items() if SHARED.get(name) == option.name)


def every_command(command: click.Command, *words: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give a command and all beneath it, each with the words by which it is called after `kg`."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if inner := command.get_command(context, name):
                yield from every_command(inner, *words, name)


def is_secret(name: str) -> bool:
    """Whether the value of a variable isn't to be shown.

    Examples
    --------
    >>> is_secret("KG_NEO4J_PASSWORD"), is_secret("KG_NEO4J_CREDENTIALS")
    (True, False)
    """
    return name.lower().rpartition("_")[2] in _SECRET


def is_written(option: click.Option) -> bool:
    """Whether an option names what is written to."""
    return not option.is_flag and any(name.lstrip("-") in _WRITTEN for name in option.opts)


def why_not(name: str) -> str | None:
    """Say why an option can't be set in a file; None where it can.

    Examples
    --------
    >>> why_not("limit")
    >>> why_not("password")
    'a file is no place for a secret. Set it in the environment'
    """
    if name in _SECRET:
        return "a file is no place for a secret. Set it in the environment"
    if name in BY_HAND:
        return f"a file can't say this. Write --{name} where you mean it, or set it in the environment"
    return None
