"""`kg retract`: articles out of a workspace, with all that nothing else supports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.effect_table import effect_row, print_effect
from kg.cli.logging_options import log_options
from kg.cli.options import format_option, workspace_argument
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.plain import plain
from kg.cli.volume import warn

if TYPE_CHECKING:
    from kg.api.retraction import Retraction


@kg_command("retract")
@workspace_argument
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--dry-run", is_flag=True, help="Only tell what would become of the graph.")
@log_options
@format_option
def command(workspace: Path, articles: tuple[str, ...], dry_run: bool, form: str | None) -> None:
    """Take each ARTICLE, given by its id, out of WORKSPACE, with all that no other article supports.

    The graph is afterwards that of the other articles, as if these had never been read. Events that others tell of
    stay, with what those say of them. What was decided by `kg resolve` stays too.

    \b
    Examples:
      kg retract my-graph reuters-17 --dry-run
      kg retract my-graph reuters-17 reuters-18
    """
    from kg.api.retraction import retract

    done = retract(workspace, articles, dry_run=dry_run)
    if done.warning:
        warn(done.warning)
    form = chosen_format(form)
    if form == TABLE:
        _print(done)
    else:
        row = {"articles": list(done.articles), "dry_run": dry_run, "nodes": done.nodes, "edges": done.edges}
        show([{**row, **effect_row(done.effect)}], {}, form=form)


def _print(done: Retraction) -> None:
    what = "would be retracted" if done.dry_run else "retracted"
    click.echo(plain(f"{what}: {', '.join(done.articles)}"))
    print_effect(done.effect)
    click.echo()
    click.echo(f"the graph {'would have' if done.dry_run else 'has'} {done.nodes:,} nodes and {done.edges:,} edges")
