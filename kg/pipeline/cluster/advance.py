"""How far a run on a cluster is, told to whoever watches."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.pipeline.builder import Progress
from kg.pipeline.cluster.entry import Entry
from kg.pipeline.inputs import Met
from kg.pipeline.report import Tally
from kg.pipeline.work import AtWork, Work


class Advance:
    """What was committed so far, and what of it was recorded.

    Parameters
    ----------
    progress
        Is told the number of rows that are committed, and of those that failed; where nothing is extracted, of articles
        that are recorded, and of inputs that failed.
    at_work
        Is given what counts the work so far.
    met, tally
        Count what is taken in.
    """

    def __init__(self, progress: Progress | None, at_work: AtWork | None, *, met: Met, tally: Tally) -> None:
        self._progress = progress
        self._at_work = at_work
        self._met = met
        self._tally = tally
        self._committed = Counter[str]()

    def committed(self, entry: Entry) -> None:
        """Count a shard that is extracted."""
        self._committed.update(shards=1, rows=entry.rows - entry.failures, failed=entry.failures)
        self.show()

    def show(self) -> None:
        """Tell how far it is."""
        if self._progress and self._committed:
            self._progress(self._committed["rows"], self._committed["failed"])
        elif self._progress:
            self._progress(self._tally.saved.total(), self._met.failures)
        if self._at_work:
            self._at_work(self._work)

    def _work(self) -> Work:
        return replace(self._tally.work(self._met), committed=dict(self._committed))
