"""`kg cooccurrence`: who is named together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import (
    actor_argument,
    actor_type_option,
    asked,
    event_options,
    format_option,
    graph_argument,
    limited,
)
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds


@kg_command("cooccurrence")
@graph_argument
@actor_argument(required=False)
@click.option("--articles", is_flag=True, help="In one article, whether or not they had to do with each other.")
@actor_type_option
@event_options
@limited(20)
@format_option
def command(
    workspace: Path | str,
    actor: str | None,
    *,
    articles: bool,
    actor_types: tuple[str, ...],
    limit: int,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """List the pairs of actors that share the most events, all or those of ACTOR.

    With filters, only those articles count that tell of an event that they let through.

    \b
    Examples:
      kg cooccurrence my-graph --actors Person
      kg cooccurrence my-graph "Barack Obama" --articles
    """
    found = open_graph(workspace).cooccurrence(
        actor,
        within="articles" if articles else "events",
        actor_types=actor_types or None,
        limit=limit,
        **asked(bounds),
    )
    columns = {"a": "who", "b": "with", "events": "events", "articles": "articles"}
    cells = [one.cells() for one in found]
    show(found.as_dicts(), columns, cells=cells, form=chosen_format(form), empty="nobody is named together")
