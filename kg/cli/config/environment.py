"""Options in the environment: KG_BUILD_MODEL sets --model of `kg build`, KG_MODEL that of every command."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

import click
from click.core import ParameterSource

from kg.cli.config.fault import ConfigError
from kg.cli.config.options import every_command, settable, shared

#: Variables that set no option.
OTHERS = ("KG_CONFIG", "KG_NEO4J_CREDENTIALS", "KG_NEO4J_PASSWORD", "KG_NEO4J_USER", "KG_SERVE_TOKEN", "KG_TRACEBACK")


def variables(group: click.Command) -> set[str]:
    """Give the variables that set an option of any command."""
    found: set[str] = set()
    for words, command in every_command(group):
        name_variables(command, words)
        for option in settable(command).values():
            found.update(option.envvar or ())
    return found


def name_variables(command: click.Command, words: Sequence[str]) -> None:
    """Tell click which variables set the options of a command."""
    of_all = {name for name, _ in shared(command)}
    for name, option in settable(command).items():
        option.envvar = [variable(*words, name)] if words else []
        if name in of_all:
            option.envvar.append(variable(name))


def variable(*words: str) -> str:
    """Give the variable that sets an option.

    Examples
    --------
    >>> variable("resolve", "list", "limit"), variable("min-confidence")
    ('KG_RESOLVE_LIST_LIMIT', 'KG_MIN_CONFIDENCE')
    """
    return "_".join(("KG", *words)).replace("-", "_").upper()


def given_places(context: click.Context, in_files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the options of a command that were set from outside, each with the variable or the place in a file."""
    for name, option in settable(context.command).items():
        source = context.get_parameter_source(str(option.name))
        if source is ParameterSource.ENVIRONMENT:
            yield f"--{name}", f"{_found(option)} in the environment"
        elif source is ParameterSource.DEFAULT_MAP:
            yield f"--{name}", in_files[str(option.name)]


def wrong_variable(fault: click.BadParameter) -> ConfigError | None:
    """Give the fault with the name of the variable that it is about; None where it is about an argument."""
    if fault.ctx is None or fault.param is None:
        return None
    if fault.ctx.get_parameter_source(str(fault.param.name)) is not ParameterSource.ENVIRONMENT:
        return None
    return ConfigError(f"{_found(fault.param)} in the environment: {fault.message}")


def _found(param: click.Parameter) -> str:
    """Give the variable that sets a parameter."""
    return next(name for name in param.envvar or () if os.environ.get(name))
