"""Options that say on which machines articles are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from kg.errors import InputError
from kg.pipeline.choice import LOCAL, RUNNERS, Choice

Command = TypeVar("Command", bound=Callable[..., Any])

# What says how articles are read: of no use where none are.
_OF_READING = ("columns", "model", "workers", "time_limit", "language", "allow_private")


def runner_options(command: Command) -> Command:
    """Add --runner, --address and --facts."""
    options = (
        click.option(
            "--runner",
            type=click.Choice(RUNNERS),
            default=LOCAL,
            show_default=True,
            metavar="|".join(RUNNERS),
            help="Who reads: this machine, or a Ray cluster, whose processes --workers counts.",
        ),
        click.option(
            "--address", metavar="ADDRESS", help="Of a running Ray cluster. Without it Ray is started on this machine."
        ),
        click.option(
            "--facts",
            metavar="FOLDER|URL",
            help="Where a cluster keeps facts until they are recorded, and goes on when interrupted; without it in "
            "WORKSPACE. With no INPUT: facts that are there are taken in.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def check_choice(
    inputs: tuple[str, ...],
    *,
    runner: str,
    address: str | None,
    facts: str | None,
    workers: int | None,
    allow_private: bool,
) -> None:
    """Refuse options that don't go together, as wrong usage."""
    context = click.get_current_context()
    choice = Choice(runner, address, facts)
    if not inputs and choice.is_local:
        raise click.UsageError("Missing argument 'INPUT...'.", context)
    try:
        choice.checked(has_inputs=bool(inputs), workers=workers, allow_private=allow_private)
    except InputError as fault:
        raise click.UsageError(f"{fault}.", context) from None
    if choice.takes_in:
        for name in _OF_READING:
            if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
                said = f"--{name.replace('_', '-')} is about reading, and --facts without INPUT reads nothing."
                raise click.UsageError(said, context)
