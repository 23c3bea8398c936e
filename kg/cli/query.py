"""`kg query`: a graph asked in Cypher."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import kg_command
from kg.cli.opening import access
from kg.cli.options import credentials_option, form_option, limited
from kg.cli.output import JSON, JSONL, TABLE, chosen_format, print_table, show
from kg.cli.volume import remark

if TYPE_CHECKING:
    from kg.stores.cypher.answer import Answer

CSV = "csv"


@kg_command("query")
@click.argument("place", metavar="WORKSPACE|URI")
@click.argument("query", metavar="CYPHER")
@click.option(
    "--param", "params", multiple=True, metavar="NAME=VALUE", help="Value of $NAME: JSON, or else text. Repeatable."
)
@limited(1000)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.001),
    metavar="SECONDS",
    default=60.0,
    show_default=True,
    help="Give up after so many seconds.",
)
@credentials_option
@click.option("--write", is_flag=True, help="Let the query write; never to a workspace, which is made from articles.")
@form_option(TABLE, JSON, CSV, JSONL)
def command(
    place: str,
    query: str,
    *,
    params: tuple[str, ...],
    limit: int,
    timeout: float,
    write: bool,
    form: str | None,
) -> None:
    """Ask the graph of a workspace, or of a store, in Cypher. URI is arcadedb:FOLDER or neo4j://HOST:PORT/DATABASE.

    A query only reads, unless --write allows more. Values belong into parameters, not into the query. User and
    password of a server come from KG_NEO4J_USER and KG_NEO4J_PASSWORD or a file, or they are asked for.

    \b
    Examples:
      kg query my-graph "MATCH (p:Person)-[m:MEETS]-(q:Person) RETURN p.name, q.name, m.start ORDER BY m.start"
      kg query my-graph 'MATCH (e:Event) WHERE e.start > date($d) RETURN e.type, count(*)' --param d=2016-01-01
    """
    from kg.pipeline.asked import open_asked
    from kg.stores.cypher.asking import Question

    asked = open_asked(place, write=write, access=access())
    try:
        answer = asked.ask(Question(query, _parameters(params), limit=limit, timeout=timeout, write=write))
    finally:
        asked.close()
    _print(answer, chosen_format(form))
    if answer.cut:
        remark(f"only the first {len(answer):,} rows are shown; there are more (--limit)")


def _parameters(params: tuple[str, ...]) -> dict[str, Any]:
    found = {}
    for param in params:
        name, sign, text = param.partition("=")
        if not sign or not name:
            raise click.UsageError(f"--param {param}: write NAME=VALUE.")
        try:
            found[name] = json.loads(text)
        except ValueError:
            found[name] = text
    return found


def _print(answer: Answer, form: str) -> None:
    from kg.stores.cypher.answer import shown
    from kg.stores.cypher.plain_values import plain_value

    if form == TABLE:
        if answer.columns and len(answer):
            print_table(([shown(row[name]) for name in answer.columns] for row in answer), answer.columns)
        else:
            click.echo("no rows")
        return
    rows = [{name: plain_value(row[name]) for name in answer.columns} for row in answer]
    if form == CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    else:
        show(rows, {}, form=form)


def _cell(value: object) -> object:
    """Lists and maps as JSON; true, false and nothing as in Cypher's own CSV."""
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value
