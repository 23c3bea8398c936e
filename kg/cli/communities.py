"""`kg communities`: groups of actors who have to do with each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from kg.cli.command import kg_command
from kg.cli.opening import open_graph
from kg.cli.options import actor_type_option, asked, event_options, format_option, graph_argument, limit_option
from kg.cli.output import chosen_format, show

if TYPE_CHECKING:
    from kg.query.filters import Bounds


@kg_command("communities")
@graph_argument
@actor_type_option
@event_options
@limit_option
@format_option
def command(
    workspace: Path | str,
    *,
    actor_types: tuple[str, ...],
    limit: int | None,
    form: str | None,
    **bounds: Unpack[Bounds],
) -> None:
    """List groups of actors who have more to do with each other than with the rest, the largest first.

    The same graph always gives the same groups. Only what has occurred counts, unless --status asks for more.

    \b
    Example:
      kg communities my-graph --actors Person --since 2015 --limit 5
    """
    found = open_graph(workspace).communities(actor_types=actor_types or None, limit=limit, **asked(bounds))
    columns = {"number": "", "size": "size", "ties": "ties within", "outside": "to others", "who": "who"}
    cells = [one.cells() for one in found]
    show(found.as_dicts(), columns, cells=cells, form=chosen_format(form), empty="nobody is tied to anybody")
