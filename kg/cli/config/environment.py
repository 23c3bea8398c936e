"""Options in the environment: KG_BUILD_MODEL sets --model of `kg build`, KG_MODEL that of every command."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click
from click.core import ParameterSource

from kg.cli.config.fault import ConfigError
from kg.cli.config.options import settable, shared

#: Variables that set no option.
OTHERS = ("KG_CONFIG", "KG_NEO4J_CREDENTIALS", "KG_NEO4J_PASSWORD", "KG_NEO4J_USER", "KG_SERVE_TOKEN", "KG_TRACEBACK")


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


def wrong_variable(fault: click.BadParameter) -> ConfigError | None:
    """Give the fault with the name of the variable that it is about; None where it is about an argument."""
    if fault.ctx is None or fault.param is None:
        return None
    if fault.ctx.get_parameter_source(str(fault.param.name)) is not ParameterSource.ENVIRONMENT:
        return None
    names = fault.param.envvar
    found = next((name for name in names or () if os.environ.get(name)), None)
    return ConfigError(f"{found} in the environment: {fault.message}")
