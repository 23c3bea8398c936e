"""`kg load`: the graph of a workspace into a store, such as a Neo4j server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.interrupts import check
from kg.cli.logging_options import log_options
from kg.cli.opening import access
from kg.cli.options import credentials_option, format_option, workspace_argument
from kg.cli.output import TABLE, chosen_format, print_table, show
from kg.cli.progress import is_watched

if TYPE_CHECKING:
    from kg.pipeline.load import LoadReport


@kg_command("load")
@workspace_argument
@click.argument("uri")
@click.option("--dry-run", is_flag=True, help="Only count what would be added, changed and removed.")
@click.option("--replace", is_flag=True, help="Go on where more than half of what is there would be removed.")
@credentials_option
@click.option(
    "--writers",
    type=click.IntRange(1, 32),
    metavar="N",
    help="How many transactions write to a server side by side, where there is much to write; without it 2.",
)
@log_options
@format_option
def command(
    workspace: Path,
    uri: str,
    dry_run: bool,
    replace: bool,
    writers: int | None,
    form: str | None,
) -> None:
    """Bring the store at URI to the state of the graph in WORKSPACE. Only differences are sent.

    URI is neo4j://HOST:PORT/DATABASE, neo4j+s://… (encrypted, as Aura wants it) or bolt://…; also arcadedb:FOLDER or
    networkx:FILE. User and password come from KG_NEO4J_USER and KG_NEO4J_PASSWORD, from --credentials or a
    file that KG_NEO4J_CREDENTIALS names, or they are asked for; never from the URI.

    \b
    Examples:
      kg load my-graph neo4j://localhost:7687 --dry-run
      kg load my-graph neo4j+s://example.databases.neo4j.io --credentials Neo4j-credentials.txt
    """
    from kg.pipeline.load import Mode, load

    if dry_run and replace:
        raise click.UsageError("--dry-run and --replace don't go together.")
    mode = Mode.DRY_RUN if dry_run else Mode.REPLACE if replace else Mode.CAREFUL
    with _progress() as progress:
        report = load(workspace, uri, mode=mode, access=access(), progress=progress, writers=writers)
    form = chosen_format(form)
    if form == TABLE:
        _print(report)
    else:
        show([report.as_dict()], {}, form=form)


def _print(report: LoadReport) -> None:
    rows = {"added": report.added, "changed": report.changed, "removed": report.removed, "there": report.there}
    if report.is_dry_run:
        click.echo("nothing was written; this would be:")
        rows["there now"] = rows.pop("there")
    print_table(([name, *counts] for name, counts in rows.items()), ["", "nodes", "edges"])
    click.echo(f"{report.seconds:.1f} s")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal; nothing is shown where nobody watches."""
    if not is_watched():
        yield lambda done, total: check()  # noqa: ARG005
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from kg.cli.console import console

    columns = (TextColumn("loading"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console(stderr=True), transient=True)
    task = bar.add_task("", total=None)
    with ExitStack() as shown:

        def advance(done: int, total: int) -> None:
            check()
            if not bar.live.is_started:  # not before the first batch: until then somebody may be typing a password
                shown.enter_context(bar)
            bar.update(task, completed=done, total=total)

        yield advance
