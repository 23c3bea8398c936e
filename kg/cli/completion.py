"""`kg completion`: the script that lets a shell complete commands, options and names."""

from __future__ import annotations

import sys

import click

from kg.cli.command import kg_command
from kg.cli.volume import remark

_SHELLS = ("bash", "zsh", "fish")


@kg_command("completion")
@click.argument("shell", type=click.Choice(_SHELLS), metavar="SHELL")
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete commands, options, folders and names of actors: bash, zsh or fish.

    For bash write eval "$(kg completion bash)" into ~/.bashrc, for zsh eval "$(kg completion zsh)" into ~/.zshrc after
    compinit; fish wants a file.

    \b
    Examples:
      kg completion bash
      kg completion fish > ~/.config/fish/completions/kg.fish
    """
    from kg.cli.shells import SHELLS, script

    click.echo(script(shell, context.find_root().command), nl=False)
    if sys.stdout.isatty():
        remark(f"this is the script. To have it in every shell: {SHELLS[shell]}")
