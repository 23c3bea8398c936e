"""What the runs of a process did, added up, as metrics."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from kg.pipeline.openmetrics import Counter, Series, by_one, openmetrics, single
from kg.pipeline.report import RunReport
from kg.pipeline.work import OUTCOMES, Work

_NOTHING = Work(dict.fromkeys(OUTCOMES, 0))


class RunMetrics:
    """Counters that grow from run to run, and what the last run left.

    Parameters
    ----------
    workspace
        Stands in every line.
    """

    def __init__(self, workspace: str | Path) -> None:
        self._workspace = workspace
        self._runs = self._restarts = 0
        self._done = _NOTHING
        self._last: RunReport | None = None
        self._ended = 0.0

    def add(self, report: RunReport) -> None:
        """Take a run that ended just now."""
        self._runs += 1
        self._restarts += report.restarts
        self._done += report.work()
        self._last, self._ended = report, time.time()

    def text(self, running: Work | None = None) -> str:
        """Give OpenMetrics text, with what a run that goes on has done so far."""
        return openmetrics(self._series(self._done + (running or Work())), self._workspace)

    def _series(self, work: Work) -> Iterator[Series]:
        yield Counter("kg_runs", "Runs that ended.", {(): self._runs})
        yield Counter("kg_articles", "Articles met, by what became of them.", by_one(work.articles), ("outcome",))
        yield Counter("kg_events", "Events of the articles read anew.", work.events, ("type", "status"))
        yield Counter("kg_rejected", "Candidates that were not kept.", by_one(work.rejected), ("reason",))
        yield Counter("kg_failures", "Inputs that failed, by the kind of failure.", by_one(work.failures), ("kind",))
        help_text = "Time of each stage of the work; of extraction, added up over the workers."
        yield Counter("kg_stage_seconds", help_text, by_one(work.seconds), ("stage",), "seconds")
        yield Counter("kg_worker_restarts", "Worker processes that ended and were replaced.", {(): self._restarts})
        help_text = "What a cluster has extracted in the run that goes on: shards, rows in them, rows that failed."
        yield Series("kg_cluster_committed", help_text, by_one(work.committed), ("what",))
        if self._last is not None:
            yield from self._of_last(self._last)

    def _of_last(self, last: RunReport) -> Iterator[Series]:
        yield single("kg_last_run_timestamp_seconds", "When the last run ended.", self._ended, "seconds")
        yield single("kg_last_run_seconds", "How long the last run took.", last.seconds, "seconds")
        yield single("kg_last_run_articles", "Inputs that the last run met.", last.read)
        yield single("kg_workers", "Processes that read side by side in the last run.", last.workers)
        help_text = "The most articles at a time that waited in the last run, by what for."
        yield Series("kg_queue_articles", help_text, by_one(last.queues), ("queue",))
        yield single("kg_graph_nodes", "Nodes of the graph.", last.nodes)
        yield single("kg_graph_edges", "Edges of the graph.", last.edges)
        yield single("kg_record_articles", "Articles in the workspace.", last.articles)
        yield single("kg_record_sources", "Sources of the articles, copies left out.", last.sources)
