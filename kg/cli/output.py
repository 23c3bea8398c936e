"""Answers on stdout: a table for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

import click
from click.core import ParameterSource

from kg.cli.console import Row, cell_text
from kg.cli.plain import plain_json

TABLE, JSON, JSONL = "table", "json", "jsonl"
_KEY = "kg.json"


def note_json(context: click.Context, _: click.Parameter, value: bool) -> None:
    """Remember that --json was given."""
    context.meta[_KEY] = value


def chosen_format(wanted: str | None) -> str:
    """Give the format asked for, by --json or --format, else a table on a terminal and JSON in a pipe."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(_KEY):
        is_argument = context.get_parameter_source("form") is ParameterSource.COMMANDLINE
        if is_argument and wanted != JSON:
            raise click.UsageError(f"--json and --format {wanted} don't go together.", context)
        return JSON
    return wanted or (TABLE if sys.stdout.isatty() else JSON)


def show(
    rows: Sequence[Row],
    columns: Mapping[str, str],
    *,
    form: str,
    cells: Sequence[Row] | None = None,
    beneath: str | None = None,
    empty: str = "nothing found",
) -> None:
    """Print an answer.

    Parameters
    ----------
    rows
        What JSON shows: one mapping a row, of plain JSON values.
    columns
        Key -> heading of the columns that the table shows.
    cells
        What the table shows, where it isn't the rows themselves.
    beneath
        Key of a running text that the table shows beneath each row.
    form
        "table", "json" or "jsonl".
    empty
        What the table says in place of no rows.
    """
    if form == JSON:
        click.echo(plain_json(json.dumps(list(rows), ensure_ascii=False, indent=2)))
    elif form == JSONL:
        for row in rows:
            click.echo(json_line(row))
    else:
        _show_table(list(rows if cells is None else cells), columns, beneath=beneath, empty=empty)


def _show_table(cells: Sequence[Row], columns: Mapping[str, str], *, beneath: str | None, empty: str) -> None:
    if not cells:
        click.echo(empty)
    elif beneath is None:
        print_table(([row.get(key) for key in columns] for row in cells), list(columns.values()))
    else:
        from kg.cli.table import print_facts

        print_facts(cells, columns, beneath=beneath)


def json_line(row: object) -> str:
    """Give a JSON document on one line."""
    return plain_json(json.dumps(row, ensure_ascii=False))


def print_table(rows: Iterable[Iterable[object]], headings: Sequence[str]) -> None:
    """Print a table."""
    from kg.cli.table import print_lines

    print_lines([[cell_text(cell) for cell in row] for row in rows], headings)
