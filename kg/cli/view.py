"""`kg view`: the graph as a picture in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import PATH, actor_argument, asked, event_options, format_option, graph_argument
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.plain import plain
from kg.cli.progress import waiting

if TYPE_CHECKING:
    from kg.picture.records import Picture
    from kg.query.filters import Bounds


@kg_command("view")
@graph_argument
@actor_argument("actors", metavar="[ACTOR...]", nargs=-1)
@click.option(
    "-o", "--output", type=PATH, metavar="FILE", default="graph.html", show_default=True, help="The file to write."
)
@click.option(
    "--max-nodes",
    type=click.IntRange(min=1),
    metavar="N",
    default=300,
    show_default=True,
    help="Draw at most so many at once, the best connected; the rest come on demand.",
)
@click.option("--open", "opens", is_flag=True, help="Open the file in the browser.")
@event_options
@format_option
def command(
    workspace: Path | str,
    actors: tuple[str, ...],
    *,
    output: Path,
    max_nodes: int,
    opens: bool,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """Draw the graph, or the neighbourhood of ACTORs, into one HTML file that any browser opens.

    The file needs nothing else and asks no host for anything: send it, keep it, open it offline. Click on a name for
    its timeline, on a line for the sentences behind it. What was called off or denied is not drawn.

    \b
    Examples:
      kg view my-graph -o graph.html --open
      kg view my-graph "Barack Obama" "Raúl Castro" --since 2014 -o obama-castro.html
    """
    # Opened before it is said that something is drawn: until then somebody may be typing a password.
    with open_graph(workspace) as graph, waiting("drawing"):
        view = graph.view(*actors, max_nodes=max_nodes, **asked(bounds))
        path = view.save(output)
    row: dict[str, int | str] = {"file": str(path), **_counts(view.picture)}
    form = chosen_format(form)
    if form == TABLE:
        click.echo(plain(_told(row)))
    else:
        show([row], {}, form=form)
    if opens:
        click.launch(str(path))


def _counts(drawn: Picture) -> dict[str, int]:
    left_out = {"left_out_actors": drawn.left_out_actors, "left_out_events": drawn.left_out_events}
    return {"nodes": len(drawn.nodes), "shown": drawn.shown, "events": len(drawn.events), **left_out}


def _told(row: dict[str, int | str]) -> str:
    told = f"{row['file']}: {row['nodes']:,} nodes and {row['events']:,} events"
    if row["shown"] != row["nodes"]:
        told += f"; {row['shown']:,} nodes are drawn at once, the rest on demand"
    if row["left_out_actors"] or row["left_out_events"]:
        told += f"; left out: {row['left_out_actors']:,} actors, {row['left_out_events']:,} events"
    return told
