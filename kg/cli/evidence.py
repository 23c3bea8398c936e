"""`kg evidence`: every sentence that tells of an event."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.console import cell_text
from kg.cli.events import event_cells
from kg.cli.opening import open_graph
from kg.cli.options import format_option, graph_argument
from kg.cli.output import TABLE, chosen_format, show

if TYPE_CHECKING:
    from kg.query.results import Event


def _tellers(event: Event) -> str:
    """Say how many articles tell of an event, and of how many texts they are copies."""
    articles, sources = _count(event.n_articles, "article"), _count(event.n_sources, "source")
    return articles if event.n_articles == event.n_sources else f"{articles}, {sources}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


@kg_command("evidence")
@graph_argument
@click.argument("event")
@format_option
def command(workspace: Path | str, event: str, form: str | None) -> None:
    """Show every sentence that tells of EVENT, an id or the beginning of one as `kg timeline` prints them.

    \b
    Example:
      kg evidence my-graph event:3f0c
    """
    found = open_graph(workspace).evidence(event)
    form = chosen_format(form)
    if form == TABLE:
        cells = {**event_cells(found.event, None), "id": found.event.id}
        for key in ("id", "type", "when", "status", "who", "where", "document"):
            if cells.get(key):
                click.echo(f"{key + ':':10}{cell_text(cells[key])}")
        click.echo(f"told by:  {_tellers(found.event)}")
        click.echo()
    columns = {"article": "article", "published": "published", "status": "says", "start": "from", "end": "to"}
    rows = [found.as_dict()] if form != TABLE else [asdict(report) for report in found.reports]
    show(rows, columns, beneath="sentence", form=form)
