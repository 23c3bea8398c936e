"""How much is said on stderr: faults alone, remarks too, or also what applies and how long it took."""

from __future__ import annotations

from enum import IntEnum

import click
from click.core import ParameterSource

from kg.cli.faults import say

_KEY = "kg.volume"
# A word on the command line goes before the environment, and that before a file.
_SOURCES = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT, ParameterSource.DEFAULT_MAP)


class Volume(IntEnum):
    """What stands on stderr beside faults."""

    QUIET = 0
    NORMAL = 1
    VERBOSE = 2


def volume_options() -> list[click.Parameter]:
    """Give --quiet and --verbose, which every command has."""
    texts = {"quiet": "Nothing on stderr but faults.", "verbose": "Say too which settings apply, and how long it took."}
    return [
        click.Option(
            [f"-{name[0]}", f"--{name}"], is_flag=True, expose_value=False, is_eager=True, callback=_remember, help=text
        )
        for name, text in texts.items()
    ]


def volume() -> Volume:
    """Give how much is to be said in the command that runs; outside of one it is the usual."""
    context = click.get_current_context(silent=True)
    given: dict[ParameterSource, Volume] = context.meta.get(_KEY, {}) if context else {}
    return next((given[source] for source in _SOURCES if source in given), Volume.NORMAL)


def warn(message: str) -> None:
    """Say on stderr what should be mended or known, and is no fault."""
    if volume() > Volume.QUIET:
        say(f"warning: {message}")


def remark(message: str) -> None:
    """Say on stderr what helps with an answer."""
    if volume() > Volume.QUIET:
        say(message)


def detail(message: str) -> None:
    """Say on stderr what only those want to know who asked for it."""
    if volume() is Volume.VERBOSE:
        say(message)


def _remember(context: click.Context, param: click.Parameter, value: bool) -> None:
    source = context.get_parameter_source(str(param.name))
    if not value or source is None:
        return
    asked = Volume[str(param.name).upper()]
    given: dict[ParameterSource, Volume] = context.meta.setdefault(_KEY, {})
    if given.setdefault(source, asked) is not asked:
        raise click.UsageError("--quiet and --verbose don't go together.", context)
