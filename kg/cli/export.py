"""`kg export`: the whole graph as text."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import graph_argument


@click.command("export", short_help="Write a graph as JSON lines.")
@graph_argument
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="Form of the export."
)
def command(workspace: Path | str, form: str) -> None:  # noqa: ARG001 - one form so far
    """Write the graph in WORKSPACE to standard output: one node or edge a line, nodes first.

    The same articles give the same bytes, whatever the order in which they were read.

    \b
    Example:
      kg export my-graph --format jsonl > my-graph.jsonl
    """
    import kg

    sys.stdout.writelines(kg.open(workspace).jsonl())
