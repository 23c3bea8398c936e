"""`kg timeline`: the events of an actor in the order of time."""

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


@kg_command("timeline")
@graph_argument
@actor_argument()
@event_options
@limit_option
@format_option
def command(
    workspace: Path | str,
    actor: str,
    *,
    limit: int | None,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """List the events of ACTOR in the order of time, those without a date last.

    \b
    Example:
      kg timeline my-graph "Barack Obama" --since 2016 --type Visit
    """
    entries = open_graph(workspace).timeline(actor, limit=limit, **asked(bounds))
    cells = [event_cells(entry.event, entry.evidence) for entry in entries]
    columns = {"id": "event", **EVENT_COLUMNS}
    show(entries.as_dicts(), columns, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty="no events")
