"""A workspace: its format, that nothing in it is damaged, and that its graph is of its articles as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.cli.checks.finding import Finding, advice, ok

_WHAT = "workspace"


def workspace(folder: Path) -> Iterator[Finding]:
    """Check a workspace from the file to the graph; raises WorkspaceError where it can't be read."""
    from kg.stores.saved import load_graph
    from kg.workspace.workspace import Workspace

    with Workspace.read(folder) as record:
        record.check()
        yield ok(_WHAT, f"{folder}: {len(record):,} articles, none of them damaged")
        failures = record.failed_inputs.all()
        if failures:
            origin, reason = failures[0]
            more = f" (and {len(failures) - 1:,} more)" if len(failures) > 1 else ""
            yield advice(_WHAT, f"an input couldn't be read: {origin}: {reason}{more}", "Mend it and build it again")
        graph = load_graph(record)
    if graph is None:
        yield advice(
            _WHAT,
            "the saved graph isn't of the articles as they are now: a run was cut off. Every question makes it anew",
            f"Run the `kg build … --into {folder}` that was cut off again",
        )
    else:
        yield ok(_WHAT, f"its graph is in step: {len(graph.nodes):,} nodes, {len(graph.edges):,} edges")
