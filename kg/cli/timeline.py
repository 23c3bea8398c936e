"""`kg timeline`: the events of an actor in the order of time."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.events import EVENT_COLUMNS, EVIDENCE, event_cells, record
from kg.cli.options import event_options, format_option, limit_option, workspace_argument
from kg.cli.output import chosen_format, show


@click.command("timeline", short_help="The events of an actor in the order of time.")
@workspace_argument
@click.argument("actor")
@event_options
@limit_option
@format_option
def command(
    workspace: Path,
    actor: str,
    *,
    since: str | None,
    until: str | None,
    types: tuple[str, ...],
    statuses: tuple[str, ...],
    min_confidence: float,
    limit: int | None,
    form: str | None,
) -> None:
    """List the events of ACTOR in the order of time, those without a date last.

    \b
    Example:
      kg timeline my-graph "Barack Obama" --since 2016 --type Visit
    """
    import kg

    entries = kg.open(workspace).timeline(
        actor,
        since=since,
        until=until,
        types=types or None,
        statuses=statuses or None,
        min_confidence=min_confidence,
        limit=limit,
    )
    cells = [event_cells(entry.event, entry.evidence) for entry in entries]
    columns = {"id": "event", **EVENT_COLUMNS}
    rows = [record(entry) for entry in entries]
    show(rows, columns, cells=cells, beneath=EVIDENCE, form=chosen_format(form), empty="no events")
