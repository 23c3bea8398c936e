"""The group of all commands; each is imported when it is called or listed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

import kg

# In the order in which a newcomer needs them. A command lies in kg/cli/NAME.py as `command`.
COMMANDS = (
    "demo",
    "build",
    "extract",
    "actors",
    "connections",
    "path",
    "neighbours",
    "common",
    "cooccurrence",
    "central",
    "communities",
    "changes",
    "timeline",
    "evidence",
    "resolve",
    "load",
    "query",
    "retract",
    "export",
    "dates",
    "schema",
    "evaluate",
)


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(kg.__version__, prog_name="kg")
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
    with group.make_context("kg", list(arguments)) as context:
        group.invoke(context)
