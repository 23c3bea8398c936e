"""`kg neighbours`: who shares events with an actor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import (
    actor_argument,
    actor_type_option,
    asked,
    event_options,
    format_option,
    graph_argument,
    limit_option,
)
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds


@kg_command("neighbours")
@graph_argument
@actor_argument()
@actor_type_option
@event_options
@limit_option
@format_option
def command(
    workspace: Path | str,
    actor: str,
    *,
    actor_types: tuple[str, ...],
    limit: int | None,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """List who shares events with ACTOR: how many, of which types, the first and the last day.

    Only what has occurred counts, unless --status asks for more.

    \b
    Examples:
      kg neighbours my-graph "Barack Obama"
      kg neighbours my-graph Obama --actors Person --type Meeting --since 2015
    """
    found = open_graph(workspace).neighbours(actor, actor_types=actor_types or None, limit=limit, **asked(bounds))
    columns = {
        "name": "who",
        "type": "type",
        "country": "country",
        "events": "events",
        "by": "by type",
        "first": "first",
        "last": "last",
        "articles": "articles",
    }
    show(
        found.as_dicts(),
        columns,
        cells=[one.cells() for one in found],
        form=chosen_format(form),
        empty="no shared events; --status planned may show some",
    )
