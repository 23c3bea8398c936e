"""`kg common`: the events that several actors share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from kg.cli.command import kg_command
from kg.cli.events import EVENT_COLUMNS, EVIDENCE, event_cells
from kg.cli.opening import open_graph
from kg.cli.options import actor_argument, asked, event_options, format_option, graph_argument, limit_option
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds


@kg_command("common")
@graph_argument
@actor_argument("actors", metavar="ACTOR ACTOR [ACTOR...]", nargs=-1, required=True)
@event_options
@limit_option
@format_option
def command(
    workspace: Path | str, actors: tuple[str, ...], *, limit: int | None, form: str | None, **bounds: Unpack[Bounds]
) -> None:
    """List the events in which all the ACTORs take part, in the order of time.

    \b
    Examples:
      kg common my-graph "Barack Obama" "Raúl Castro"
      kg common my-graph Obama Merkel Cameron --type Meeting --status occurred
    """
    found = open_graph(workspace).common(*actors, limit=limit, **asked(bounds))
    cells = [event_cells(entry.event, entry.evidence) for entry in found]
    columns = {"id": "event", **EVENT_COLUMNS}
    show(found.as_dicts(), columns, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty="no common events")
