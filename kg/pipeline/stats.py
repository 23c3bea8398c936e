"""What a workspace holds, and what its runs did: counted, nothing made anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.graph.census import Census
from kg.pipeline.openmetrics import Series, by_one, flat, openmetrics, single
from kg.stores.saved import saved_census
from kg.workspace.codec import fingerprint_parts
from kg.workspace.counts import RecordCounts
from kg.workspace.opening import is_being_written
from kg.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExtractorUse:
    """How many articles have facts of an extractor, and what that was made of; parts that aren't known are None."""

    name: str
    articles: int
    code: str | None
    schema: str | None
    model: str | None


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of a workspace.

    `record` is of the articles, `graph` of the graph as it was saved last (None: there is none), which is that of the
    articles as they are now where `is_current`. `cut_off` counts the runs that have no end and don't go on either,
    `is_written` says that a process writes now. `extractors` are those whose facts the articles have, `bytes` what
    lies in the folder, by name.
    """

    workspace: str
    format: int
    record: RecordCounts
    graph: Census | None
    is_current: bool
    is_written: bool
    cut_off: int
    extractors: tuple[ExtractorUse, ...]
    bytes: Mapping[str, int]

    def as_dict(self) -> dict[str, Any]:
        """Give them as plain JSON values."""
        found = asdict(self)
        if self.record.last_run:
            found["record"]["last_run"]["articles_per_second"] = self.record.last_run.articles_per_second
        return found

    def openmetrics(self) -> str:
        """Give them as OpenMetrics text."""
        return openmetrics(_series(self), self.workspace)


def stats(path: str | Path) -> Stats:
    """Count what a workspace holds and what its runs did, beside a writer too; nothing is made anew.

    Parameters
    ----------
    path
        The workspace.

    Raises
    ------
    WorkspaceError
        There is no workspace, or it is damaged.

    Examples
    --------
    >>> import kg
    >>> kg.stats("no-such-folder")
    Traceback (most recent call last):
    kg.errors.WorkspaceError: no-such-folder: no such folder. `kg build INPUT --into no-such-folder` makes one
    """
    folder = Path(path)
    with Workspace.read(folder) as workspace:
        record, version = workspace.counts(), workspace.format
        saved = saved_census(workspace)
    is_written = is_being_written(folder)
    graph, is_current = saved or (None, False)
    return Stats(
        workspace=str(path),
        format=version,
        record=record,
        graph=graph,
        is_current=is_current,
        is_written=is_written,
        cut_off=record.unfinished - (is_written and record.unfinished > 0),
        extractors=tuple(_use(name, articles) for name, articles in record.extractors.items()),
        bytes=dict(_sizes(folder)),
    )


def _use(name: str, articles: int) -> ExtractorUse:
    parts = fingerprint_parts(name)
    return ExtractorUse(name, articles, parts.get("code"), parts.get("schema"), parts.get("model"))


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Give what lies in a folder with its size; of folders, that of all that is in them."""
    for entry in sorted(folder.iterdir()):
        files = (Path(parent, name) for parent, _, names in os.walk(entry) for name in names)
        yield entry.name, sum(map(_size, files if entry.is_dir() else [entry]))


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # gone meanwhile
        return 0


def _series(stats: Stats) -> Iterator[Series]:
    record, graph, last = stats.record, stats.graph, stats.record.last_run
    yield single("kg_record_articles", "Articles in the workspace.", record.articles)
    yield Series("kg_record_languages", "Articles by language.", by_one(record.languages), ("language",))
    yield Series("kg_record_rejected", "Candidates that were not kept.", by_one(record.rejected), ("reason",))
    yield Series("kg_record_judgements", "Judgements.", flat(record.judgements), ("judge", "verdict"))
    yield single("kg_record_failures", "Inputs that could not be read and have not been since.", record.failures)
    yield single("kg_record_runs", "Runs of the workspace.", record.runs)
    yield single("kg_record_cut_off_runs", "Runs that were cut off.", stats.cut_off)
    yield single("kg_record_written", "Whether a process writes to it.", stats.is_written)
    names: dict[tuple[str, ...], float] = {(use.name,): use.articles for use in stats.extractors}
    yield Series("kg_record_extractors", "Articles by what extracted their facts.", names, ("extractor",))
    if last is not None:
        yield single("kg_last_run_seconds", "How long the last run took.", last.seconds, "seconds")
        yield single("kg_last_run_articles", "Inputs that the last run met.", last.read)
    yield Series("kg_file_bytes", "Size of what lies in the workspace.", by_one(stats.bytes), ("file",), "bytes")
    yield single("kg_graph_current", "Whether the saved graph is of the articles as they are now.", stats.is_current)
    if graph is not None:
        yield single("kg_graph_nodes", "Nodes of the graph.", graph.nodes)
        yield single("kg_graph_edges", "Edges of the graph.", graph.edges)
        yield single("kg_record_sources", "Sources of the articles, copies left out.", graph.sources)
        yield Series("kg_graph_entities", "Entities by kind.", by_one(graph.entities), ("kind",))
        yield Series("kg_graph_events", "Events of the graph.", flat(graph.events), ("type", "status"))
