"""`kg central`: who is in the middle of the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import actor_type_option, asked, event_options, format_option, graph_argument, limited
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds


@kg_command("central")
@graph_argument
@click.option(
    "--by",
    type=click.Choice(["degree", "pagerank", "betweenness"]),
    metavar="MEASURE",
    default="degree",
    show_default=True,
    help="degree (tied to many), pagerank (to those who are) or betweenness (between others).",
)
@actor_type_option
@event_options
@limited(20)
@format_option
def command(
    workspace: Path | str,
    *,
    by: str,
    actor_types: tuple[str, ...],
    limit: int,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """List the most central actors; two are tied if they share events.

    Only what has occurred counts, unless --status asks for more.

    \b
    Examples:
      kg central my-graph
      kg central my-graph --by betweenness --actors Person --since 2015
    """
    graph = open_graph(workspace)
    found = graph.centrality(by, actor_types=actor_types or None, limit=limit, **asked(bounds))  # type: ignore[arg-type]
    cells = [{**one.cells(), "score": f"{one.score:.4f}"} for one in found]
    columns = {
        "name": "who",
        "type": "type",
        "country": "country",
        "score": by,
        "neighbours": "neighbours",
        "events": "events",
    }
    show(found.as_dicts(), columns, cells=cells, form=chosen_format(form), empty="nobody is tied to anybody")
