"""`kg changes`: what is new since a day, or since an earlier graph."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg.cli.command import kg_command
from kg.cli.events import EVENT_COLUMNS, EVIDENCE, event_cells
from kg.cli.opening import open_graph
from kg.cli.options import asked, event_options, format_option, graph_argument, limit_option
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds

_DATE = re.compile(r"\d{4}(-\d{1,2}){0,2}")


@kg_command("changes")
@graph_argument
@click.argument("earlier", metavar="DATE|EXPORT|WORKSPACE")
@event_options
@limit_option
@format_option
def command(
    workspace: Path | str, earlier: str, *, limit: int | None, form: str | None, **bounds: Unpack[Bounds]
) -> None:
    """List new events, then changed ones, then those that are no more.

    With a DATE: what articles published since then tell that was not told before. With a file that `kg export` wrote,
    or the folder of an earlier WORKSPACE: in what the events differ; this alone shows what was removed. --since and
    --until are about the days of the events, as everywhere.

    \b
    Examples:
      kg changes my-graph 2024-05-16
      kg changes my-graph last-week.jsonl --type Meeting
    """
    from kg.api.earlier import earlier_graph

    graph = open_graph(workspace)
    if _DATE.fullmatch(earlier) and not Path(earlier).exists():
        found = graph.changes_since(earlier, limit=limit, **asked(bounds))
    else:
        found = graph.changes_from(earlier_graph(Path(earlier)), limit=limit, **asked(bounds))
    cells = [
        {**event_cells(one.event, one.evidence), "change": one.kind.value, "what": one.fields or None} for one in found
    ]
    columns = {"change": "change", "what": "what", "id": "event", **EVENT_COLUMNS}
    show(
        found.as_dicts(), columns, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty="nothing has changed"
    )
