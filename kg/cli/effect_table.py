"""What changed in a graph, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.events import short_id
from kg.cli.output import print_table

if TYPE_CHECKING:
    from kg.graph.effect import Effect, EventEffect

_HEADINGS = ("event", "type", "status", "from", "to", "who", "reports", "becomes")


def effect_row(effect: Effect) -> dict[str, object]:
    """Give the effect as plain JSON values: counts, ids by what becomes of them, and the events that lose reports."""
    change = effect.change
    parts = {"added": change.added, "changed": change.changed, "removed": change.removed}
    ids = {
        name: {"nodes": [node.id for node in part.nodes], "edges": [edge.id for edge in part.edges]}
        for name, part in parts.items()
    }
    return {"counts": effect.counts(), **ids, "events": [asdict(event) for event in effect.events]}


def print_effect(effect: Effect) -> None:
    """Print counts, and a table of the events that lose reports."""
    for name, count in effect.counts().items():
        if any(count.values()):
            click.echo(f"{name}: {count['nodes']:,} nodes, {count['edges']:,} edges")
    if effect.events:
        click.echo()
        print_table((_cells(event) for event in effect.events), _HEADINGS)


def _cells(event: EventEffect) -> list[object]:
    reports = f"{event.reports_before} → {event.reports}"
    return [short_id(event.id), event.type, event.status, event.start, event.end, event.who, reports, _becomes(event)]


def _becomes(event: EventEffect) -> str:
    if not event.now:
        return "gone"
    words = [f"now {', '.join(event.now)}"] if event.now != (event.id,) else []
    changes = [f"changes {', '.join(event.changed)}"] if event.changed else []
    return "; ".join([*words, *changes]) or "stays"
