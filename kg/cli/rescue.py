"""`kg rescue`: what is whole in a damaged workspace, into a new one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.faults import say
from kg.cli.options import PATH, format_option, model_option, workers_options, workspace_argument
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.plain import plain
from kg.cli.progress import waiting
from kg.cli.volume import warn
from kg.errors import WorkspaceError

if TYPE_CHECKING:
    from kg.pipeline.rescuing import Rescue


@kg_command("rescue")
@workspace_argument
@click.option("--into", required=True, type=PATH, metavar="NEW", help="A new folder, for what is saved.")
@model_option
@workers_options
@format_option
def command(
    workspace: Path, *, into: Path, model: str, workers: int | None, time_limit: float, form: str | None
) -> None:
    """Copy what is whole in a damaged WORKSPACE into a new one, and make its graph; the damaged one is only read.

    An article is copied where its text and its facts are those that were saved, to the byte. Where only the text is, it
    is read again. What is lost is told by its id. Ends with 5 where anything is, or the disk doesn't give some page.

    \b
    Examples:
      kg rescue my-graph --into saved-graph
    """
    from kg.pipeline.rescuing import rescue

    with waiting("reading what is left"):
        done = rescue(workspace, into, model=model, workers=workers, time_limit=time_limit)
    if done.warning:
        warn(done.warning)
    form = chosen_format(form)
    if form == TABLE:
        _print(done)
    else:
        show([asdict(done)], {}, form=form)
    if done.unreadable:
        say(f"{workspace}: {done.unreadable:,} of its pages can't be read from the disk; they are passed over")
    for lost in done.lost:
        origin = f" ({lost.origin})" if lost.origin else ""
        click.echo(plain(f"kg: lost: article {lost.id!r}{origin}: {lost.reason}"), err=True)
    for failure in done.failed:
        say(failure.message)
    if done.lost or done.failed or done.unreadable:
        raise click.exceptions.Exit(WorkspaceError.exit_status)


def _print(done: Rescue) -> None:
    again = f"{done.read_again:,} saved and read again"
    click.echo(f"{done.saved:,} articles saved with their facts, {again}, {len(done.lost):,} lost")
    click.echo(f"{done.judgements:,} judgements of people saved")
    click.echo(f"the graph has {done.nodes:,} nodes and {done.edges:,} edges")
