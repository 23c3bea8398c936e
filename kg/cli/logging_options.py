"""--log and --log-level: what a command tells of its work goes to a file, for those who run it for weeks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

_KEY = "kg.log"
_LEVELS = ("debug", "info", "warning", "error")
_STDERR = Path("-")
_PATH = click.Path(path_type=Path, readable=False)

Command = TypeVar("Command", bound=Callable[..., Any])


def log_options(command: Command) -> Command:
    """Add --log and --log-level, for a command that works long; `logged` knows of them."""
    log = click.option(
        "--log",
        type=_PATH,
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help="Add what is done to FILE, in lines of JSON; - writes plain lines to standard error.",
    )
    level = click.option(
        "--log-level",
        type=click.Choice(_LEVELS),
        default="info",
        show_default=True,
        metavar="LEVEL",
        expose_value=False,
        callback=_remember,
        help=f"What is told: {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}, and what is worse.",
    )
    return log(level(command))


def logged(context: click.Context) -> AbstractContextManager[None]:
    """Write the log that was asked for while a command runs."""
    asked: dict[str, Any] = context.meta.get(_KEY, {})
    place = asked.get("log")
    if place is None:
        return nullcontext()
    from kg.cli.log_file import written

    return written(None if place == _STDERR else place, level=asked["log_level"], command=context.command_path)


def _remember(context: click.Context, param: click.Parameter, value: Any) -> None:
    context.meta.setdefault(_KEY, {})[param.name] = value
