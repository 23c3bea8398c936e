"""The group of all commands; each is imported when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

import kg
from kg.cli.catalogue import COMMANDS, SECTIONS
from kg.cli.command import Group
from kg.cli.volume import volume_options

#: Is set by the scripts of kg.cli.shells when the shell asks.
ASKED = "_KG_COMPLETE"


class _Commands(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        command.short_help = COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        width = max(map(len, COMMANDS))
        for heading, commands in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), text) for name, text in commands.items()])


@click.group(
    cls=_Commands,
    params=volume_options(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="`kg COMMAND --help` has an example for each. Options can be set in kg.toml and by KG_COMMAND_OPTION too.",
)
@click.version_option(kg.__version__, prog_name="kg", message="%(prog)s %(version)s")
def group() -> None:
    """News articles in, a knowledge graph out.

    Who visited, met, called or signed with whom, when, and which sentence says so.

    \b
    Begin with:
      kg demo
      kg build my-articles/ --into my-graph
      kg connections my-graph "Barack Obama" "Raúl Castro"
    """


def call(arguments: Sequence[str]) -> None:
    """Run a command. All faults come out as exceptions: click's own `main` would swallow some of them."""
    if os.environ.get(ASKED):
        from kg.cli.shells import complete

        complete(group, os.environ[ASKED])
        return
    with group.make_context("kg", list(arguments)) as context:
        group.invoke(context)
