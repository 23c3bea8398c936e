"""`kg demo`: the example articles that ship with kg, from text to graph."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote
from shutil import which
from typing import TYPE_CHECKING

import click

from kg.cli.build import show_report
from kg.cli.command import kg_command
from kg.cli.connections import COLUMNS as CONNECTION_COLUMNS
from kg.cli.events import EVENT_COLUMNS, EVIDENCE, connection_cells, event_cells
from kg.cli.options import PATH, format_option
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.progress import article_progress

if TYPE_CHECKING:
    from kg.query.answer import Answers
    from kg.query.results import Connection, TimelineEntry

# Two who have more than one thing to do with each other in the examples.
PAIR = ("Barack Obama", "Raúl Castro")


@kg_command("demo")
@click.option(
    "--into",
    default="demo-workspace",
    type=PATH,
    metavar="WORKSPACE",
    show_default=True,
    help="Folder of the workspace.",
)
@format_option
def command(into: Path, form: str | None) -> None:
    """Build the example articles into a graph and show what is in it.

    \b
    Example:
      kg demo --into my-first-graph
    """
    import kg

    examples = files("kg") / "examples" / "articles.jsonl"
    with as_file(examples) as articles, article_progress("building") as progress:
        report = kg.build([articles], into, progress=progress)
    graph = kg.open(into)
    events, connections = graph.events(), graph.connections(*PAIR, max_steps=1)
    form = chosen_format(form)
    if form != TABLE:
        found = {"events": events.as_dicts(), "connections": connections.as_dicts()}
        show([{"workspace": str(into), "build": report.as_dict(), **found}], {}, form=form)
        return
    _heading(f"{report.read} example articles into {into}")
    show_report(report, form=TABLE)
    _show_facts(events)
    _show_connection(connections)
    _show_next(into)


def _show_facts(entries: Answers[TimelineEntry]) -> None:
    _heading(f"{len(entries)} events, and the sentence that tells of each")
    cells = [event_cells(entry.event, entry.evidence) for entry in entries]
    show([], EVENT_COLUMNS, cells=cells, beneath=EVIDENCE, form=TABLE)


def _show_connection(found: Answers[Connection]) -> None:
    _heading(f"How are {PAIR[0]} and {PAIR[1]} connected?")
    cells = [row for number, connection in enumerate(found, start=1) for row in connection_cells(number, connection)]
    show([], CONNECTION_COLUMNS, cells=cells, beneath=EVIDENCE, form=TABLE)


def _show_next(into: Path) -> None:
    where, kg = quote(str(into)), "kg" if which("kg") else quote(sys.argv[0])
    _heading(f"The graph lies in {into}. Ask it:")
    for line in (
        f"{kg} connections {where} {quote(PAIR[0])} --status planned",
        f"{kg} timeline {where} {quote(PAIR[1])}",
        f"{kg} actors {where}",
        f"{kg} build YOUR-ARTICLES --into my-graph",
    ):
        click.echo(f"  {line}")


def _heading(text: str) -> None:
    click.echo()
    click.secho(text, bold=True)
