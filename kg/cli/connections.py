"""`kg connections`: how actors are connected, and which sentence says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.events import EVENT_COLUMNS, EVIDENCE, connection_cells
from kg.cli.opening import open_graph
from kg.cli.options import actor_argument, asked, event_options, format_option, graph_argument, limited
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds

COLUMNS = {"number": "", "who": "who", **EVENT_COLUMNS}


@kg_command("connections")
@graph_argument
@actor_argument()
@actor_argument("other", metavar="[ACTOR]", required=False)
@event_options
@click.option("--weak", is_flag=True, help="Also ties through an office, a place, or a country that both only visited.")
@click.option(
    "--steps", type=click.IntRange(1, 6), metavar="N", default=3, show_default=True, help="The longest chain."
)
@limited(20)
@format_option
def command(
    workspace: Path | str,
    actor: str,
    other: str | None,
    *,
    weak: bool,
    steps: int,
    limit: int,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """Show how ACTOR is connected, with everyone or with another ACTOR: the shortest way first.

    A connection is a shared event or agreement. Only what has occurred counts, unless --status asks for more.

    \b
    Examples:
      kg connections my-graph "Raúl Castro"
      kg connections my-graph Obama "Raúl Castro" --since 2015 --status planned
    """
    found = open_graph(workspace).connections(actor, other, weak=weak, max_steps=steps, limit=limit, **asked(bounds))
    cells = [row for number, connection in enumerate(found, start=1) for row in connection_cells(number, connection)]
    empty = "no connection; --status planned, --weak or more --steps may show one"
    show(found.as_dicts(), COLUMNS, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty=empty)
