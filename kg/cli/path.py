"""`kg path`: the ways from one actor to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.events import EVENT_COLUMNS, EVIDENCE, path_cells
from kg.cli.opening import open_graph
from kg.cli.options import actor_argument, asked, event_options, format_option, graph_argument, limited
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds

COLUMNS = {"number": "", "cost": "cost", "who": "who", **EVENT_COLUMNS}


@kg_command("path")
@graph_argument
@actor_argument()
@actor_argument("other", metavar="ACTOR")
@event_options
@click.option("--shortest", is_flag=True, help="Only the paths with the fewest steps.")
@click.option(
    "--steps", type=click.IntRange(1, 8), metavar="N", help="The longest path; without it 3, with --shortest 6."
)
@click.option("--max-degree", type=click.IntRange(min=0), metavar="N", help="Not through those tied to more than N.")
@click.option(
    "--hub-penalty",
    type=click.FloatRange(min=0),
    metavar="STEPS",
    default=1.0,
    show_default=True,
    help="What an actor between costs for each hundred of others that it is tied to.",
)
@click.option(
    "--ties",
    type=click.IntRange(min=1),
    metavar="N",
    default=1,
    show_default=True,
    help="Events to show for each step.",
)
@limited(20)
@format_option
def command(
    workspace: Path | str,
    actor: str,
    other: str,
    *,
    shortest: bool,
    steps: int | None,
    max_degree: int | None,
    hub_penalty: float,
    ties: int,
    limit: int,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """Show the paths from one ACTOR to another, the cheapest first, each step with its events and sentences.

    A path costs one for each step, and more for each actor between who is tied to many others, so that not every path
    runs through a state that meets everybody. Only what has occurred counts, unless --status asks for more.

    \b
    Examples:
      kg path my-graph "Barack Obama" "Raúl Castro"
      kg path my-graph Obama Castro --shortest --type Meeting --max-degree 50
    """
    graph = open_graph(workspace)
    ask = graph.shortest_paths if shortest else graph.paths
    found = ask(
        actor,
        other,
        max_steps=steps or (6 if shortest else 3),
        max_degree=max_degree,
        hub_penalty=hub_penalty,
        ties=ties,
        limit=limit,
        **asked(bounds),
    )
    cells = [row for number, path in enumerate(found, start=1) for row in path_cells(number, path)]
    empty = "no path; --status planned or more --steps may show one"
    show(found.as_dicts(), COLUMNS, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty=empty)
