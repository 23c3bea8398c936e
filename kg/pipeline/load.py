"""A workspace's graph into a store: what is there is compared, and only the difference is sent."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kg.errors import StoreError
from kg.graph.difference import EMPTY, Difference, difference
from kg.graph.records import Counts, Graph
from kg.graph.vocabulary import Vocabulary
from kg.logs import Log
from kg.pipeline.kept_graph import kept_graph, kept_vocabulary
from kg.stores.access import Access
from kg.stores.store import NothingThereError
from kg.stores.uri import open_store, open_to_read
from kg.workspace.workspace import Workspace

#: Is told how many nodes and edges of the difference are done, and how many there are.
Progress = Callable[[int, int], None]

_log = Log("stores")


class Mode(Enum):
    """How a difference is dealt with."""

    CAREFUL = "refuse to remove more than half of what is there"
    REPLACE = "send it, whatever it removes"
    DRY_RUN = "only count it"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, or in a dry run would do. `there` is what the store holds at the end."""

    added: Counts
    changed: Counts
    removed: Counts
    there: Counts
    is_dry_run: bool
    seconds: float

    def as_dict(self) -> dict[str, object]:
        """Give the report as plain JSON values."""
        counts = {name: getattr(self, name)._asdict() for name in ("added", "changed", "removed", "there")}
        return {**counts, "dry_run": self.is_dry_run, "seconds": round(self.seconds, 3)}


def load(
    workspace: str | Path,
    uri: str,
    *,
    mode: Mode = Mode.CAREFUL,
    access: Access | None = None,
    progress: Progress | None = None,
    writers: int | None = None,
) -> LoadReport:
    """Bring a store to the state of a workspace; afterwards this sends only differences.

    A run that was interrupted is completed by the next. Up to 10,000 nodes and edges are one transaction.

    Parameters
    ----------
    workspace
        The folder that `kg build` made.
    uri
        The store, as `open_store` takes it.
    mode
        Whether to send the difference.
    access
        Where a server's credentials come from.
    progress
        Is told after each batch.
    writers
        How many transactions write to a server side by side, as `open_store` takes it.

    Raises
    ------
    WorkspaceError
        No workspace, or damaged.
    StoreError
        The store can't be read or written, or more than half of it would be removed.
    """
    began, done, total = time.monotonic(), 0, 0

    def advance(rows: int) -> None:
        nonlocal done
        done += rows
        _log.debug("batch sent", store=uri, done=done, of=total)
        if progress:
            progress(done, total)

    with Workspace.read(workspace) as record:
        graph, vocabulary = kept_graph(record), kept_vocabulary(record)
    if mode is Mode.DRY_RUN:
        before = _there(uri, vocabulary, access)
        change, there = difference(before, graph), before.counts
    else:
        with closing(open_store(uri, vocabulary, access=access, progress=advance, writers=writers)) as store:
            before = store.snapshot()
            change = difference(before, graph)
            total = len(change)
            _log.info("store compared", store=uri, **{name: sum(part) for name, part in _counts(change).items()})
            if mode is Mode.CAREFUL:
                _refuse_to_empty(uri, before, change)
            store.apply(change)
            there = store.count()
    report = LoadReport(
        **_counts(change), there=there, is_dry_run=mode is Mode.DRY_RUN, seconds=time.monotonic() - began
    )
    _log.info("load ended", store=uri, sent=done, seconds=round(report.seconds, 3), dry_run=report.is_dry_run)
    return report


def _counts(change: Difference) -> dict[str, Counts]:
    return {name: getattr(change, name).counts for name in ("added", "changed", "removed")}


def _there(uri: str, vocabulary: Vocabulary, access: Access | None) -> Graph:
    """Read what a store holds, and make none where there is none."""
    try:
        with closing(open_to_read(uri, vocabulary, access=access)) as store:
            return store.snapshot()
    except NothingThereError:
        return EMPTY


def _refuse_to_empty(uri: str, before: Graph, change: Difference) -> None:
    there, gone = sum(before.counts), sum(change.removed.counts)
    if 2 * gone > there:
        raise StoreError(
            f"{uri}: this would remove {gone:,} of the {there:,} nodes and edges there. If that is meant, "
            "say --replace; --dry-run shows what would be done"
        )
