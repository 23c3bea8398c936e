"""`kg actors`: who and what is in the graph."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.command import kg_command
from kg.cli.completing import actor_types
from kg.cli.opening import open_graph
from kg.cli.options import format_option, graph_argument, limit_option
from kg.cli.output import chosen_format, show


@kg_command("actors")
@graph_argument
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    shell_complete=actor_types,
    help="Only this type: Person, Country, Organization or Place. Repeatable.",
)
@limit_option
@format_option
def command(workspace: Path | str, types: tuple[str, ...], limit: int | None, form: str | None) -> None:
    """List the actors in WORKSPACE, those with the most events first.

    \b
    Example:
      kg actors my-graph --type Person --limit 20
    """
    summaries = open_graph(workspace).actors(types=types or None, limit=limit)
    rows = [{**asdict(s.actor), "events": s.events, "articles": s.articles} for s in summaries]
    cells = [
        {**row, "names": [name for name in s.actor.names if name != s.actor.name]}
        for row, s in zip(rows, summaries, strict=True)
    ]
    columns = {
        "name": "name",
        "type": "type",
        "country": "country",
        "events": "events",
        "articles": "articles",
        "names": "also called",
    }
    show(rows, columns, cells=cells, form=chosen_format(form), empty="no actors")
