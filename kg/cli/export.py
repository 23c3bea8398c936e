"""`kg export`: the whole graph as text, or as files for a bulk import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import PATH, graph_argument, json_option
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.plain import plain

if TYPE_CHECKING:
    from kg.stores.neo4j.csv_export import CsvFile

_JSONL, _NEO4J_CSV = "jsonl", "neo4j-csv"


@kg_command("export")
@graph_argument
@click.option(
    "--format",
    "export_form",
    type=click.Choice([_JSONL, _NEO4J_CSV]),
    metavar="FORM",
    default=_JSONL,
    show_default=True,
    help="Form of the export: jsonl or neo4j-csv.",
)
@click.option("--into", type=PATH, metavar="FOLDER", help="A new folder for the files of neo4j-csv.")
@json_option("Name the files of neo4j-csv as JSON; jsonl is JSON anyway.")
def command(workspace: Path | str, export_form: str, into: Path | None) -> None:
    """Write the graph in WORKSPACE to standard output: one node or edge a line, nodes first.

    With --format neo4j-csv, write files for `neo4j-admin database import` and the command into a new folder: the
    quickest way into a new database of Neo4j.

    The same articles give the same bytes, whatever the order in which they were read.

    \b
    Examples:
      kg export my-graph --format jsonl > my-graph.jsonl
      kg export my-graph --format neo4j-csv --into for-neo4j
    """
    if (export_form == _NEO4J_CSV) is (into is None):
        raise click.UsageError("--format neo4j-csv and --into FOLDER go together.")
    graph = open_graph(workspace)
    if into is None:
        sys.stdout.writelines(graph.jsonl())
    else:
        _show(graph.neo4j_csv(into), into)


def _show(files: tuple[CsvFile, ...], into: Path) -> None:
    rows = [{"file": file.name, "holds": file.kind, "labels": list(file.labels), "rows": file.rows} for file in files]
    form = chosen_format(None)
    show(rows, {"file": "file", "holds": "holds", "labels": "of", "rows": "rows"}, form=form)
    if form == TABLE:
        click.echo(plain(f"import them with {into / 'import.sh'}, then run {into / 'constraints.cypher'}"))
