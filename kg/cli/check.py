"""`kg check`: whether a workspace and the stores that were loaded from it hold all that they promise."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.command import kg_command
from kg.cli.logging_options import log_options
from kg.cli.opening import access
from kg.cli.options import credentials_option, format_option, workspace_argument
from kg.cli.output import chosen_format, show
from kg.cli.plain import plain
from kg.cli.progress import waiting
from kg.errors import WorkspaceError


@kg_command("check")
@workspace_argument
@click.argument("stores", nargs=-1, metavar="[URI]...")
@credentials_option
@log_options
@format_option
def command(workspace: Path, stores: tuple[str, ...], form: str | None) -> None:
    """Read all of WORKSPACE and say what in it isn't as it should be; nothing is changed.

    That the record isn't damaged; that its graph, made anew, has every evidence sentence where the article has it, and
    dates, roles and counts that agree; that the saved graph, the database for Cypher and each store at URI are that
    graph. Ends with 5 where anything isn't.

    \b
    Examples:
      kg check my-graph
      kg check my-graph neo4j://localhost:7687
    """
    from kg.pipeline.checking import check

    with waiting("checking") if not stores else nullcontext():  # somebody may be typing a password
        parts = list(check(workspace, stores, access=access()))
    cells = [
        {"part": part.what, "found": part.found, "faults": f"{len(part.faults):,}" if part.faults else "none"}
        for part in parts
    ]
    columns = {"part": "part", "found": "found", "faults": "faults"}
    show([asdict(part) for part in parts], columns, cells=cells, form=chosen_format(form))
    faults = [f"kg: {part.what}: {fault}" for part in parts for fault in part.faults]
    for fault in faults:
        click.echo(plain(fault), err=True)
    if faults:
        raise click.exceptions.Exit(WorkspaceError.exit_status)
