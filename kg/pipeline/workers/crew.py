"""The worker processes of a run: started when there is work, ended when they hang, replaced when they have ended."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from kg.errors import ModelError
from kg.logs import Log
from kg.pipeline.recipe import Recipe
from kg.pipeline.workers.batch import Batch
from kg.pipeline.workers.patience import BY_THE_CLOCK, is_over
from kg.pipeline.workers.worker import Heard, Worker

_STARTING = 600.0  # seconds; a model may come from a slow disk
_LOOK = 1.0  # seconds between two looks at who is overdue
_STILLBORN = 3  # so many in a row, and it is no accident
_log = Log("workers")


@dataclass(slots=True)
class Crew:
    """The processes that are there, each with what it is at.

    Parameters
    ----------
    recipe
        The extractor that each loads.
    size
        How many there are at most.
    time_limit
        Processor seconds that an article may take; see `kg.pipeline.workers.patience`.
    """

    recipe: Recipe
    size: int
    time_limit: float
    most: int = 0
    restarts: int = 0
    _at: dict[Worker, Batch | None] = field(default_factory=dict)
    _heard: SimpleQueue[Heard] = field(default_factory=SimpleQueue)
    _first: Heard | None = None
    _stillborn: int = 0
    _looked: float = 0.0

    def __len__(self) -> int:
        return len(self._at)

    def start(self) -> None:
        """Start another process."""
        worker = Worker(self.recipe, self._heard, patience=2 * BY_THE_CLOCK * self.time_limit + 60)
        self._at[worker] = None
        self.most = max(self.most, len(self._at))
        _log.info("worker started", worker=worker.pid, workers=len(self._at))

    @property
    def ready_now(self) -> int:
        """How many have loaded their extractor."""
        return sum(worker.is_ready for worker in self._at)

    @property
    def has_untouched(self) -> bool:
        """Whether there is, or will soon be, a process that has read nothing yet."""
        return any(not worker.has_read for worker in self._at)

    def idle(self) -> list[Worker]:
        """Those that are ready and have nothing to do, the untouched ones first."""
        free = [worker for worker, batch in self._at.items() if batch is None and worker.is_ready]
        return sorted(free, key=lambda worker: worker.has_read)

    def give(self, worker: Worker, batch: Batch) -> None:
        """Give a process that is idle a batch."""
        self._at[worker] = batch
        worker.give([job.article for job in batch.jobs])

    def batch(self, worker: Worker) -> Batch | None:
        """What a process is at."""
        return self._at.get(worker)

    def ready(self, worker: Worker) -> None:
        """Note that a process has loaded its extractor."""
        worker.is_ready = True
        self._stillborn = 0

    def rest(self, worker: Worker) -> None:
        """Note that a process has nothing more to do."""
        self._at[worker] = None

    def retire(self, worker: Worker) -> None:
        """End a process, and hear no more of it."""
        del self._at[worker]
        worker.close()

    def gone(self, worker: Worker) -> None:
        """Note that a process has ended.

        Raises
        ------
        ModelError
            It is one of several in a row that ended before they were ready.
        """
        batch = self._at.pop(worker)
        worker.close()
        suspects = [job.article.origin or job.article.id for job in batch.suspects] if batch else []
        _log.warning("worker died", worker=worker.pid, ending=worker.ending, at=", ".join(suspects) or None)
        if worker.is_ready:
            self.restarts += 1
            return
        self._stillborn += 1
        if self._stillborn == _STILLBORN:
            raise ModelError(
                f"{self.recipe.model}: {_STILLBORN} processes in a row ended while they loaded it ({worker.ending}). "
                "`kg doctor` tells whether it loads at all; fewer --workers need less memory"
            )

    def heard(self) -> Iterator[Heard]:
        """All that was said meanwhile."""
        while (said := self._next()) is not None:
            if said.worker in self._at:
                yield said

    def wait(self) -> None:
        """Sleep until something is said, a second at most."""
        with suppress(Empty):
            self._first = self._first or self._heard.get(timeout=_LOOK)

    def end_overdue(self) -> None:
        """End the processes that are at one article for too long; to be called when all that was said is heard."""
        now = time.monotonic()
        away = now - self._looked
        self._looked = now
        for worker in self._at:
            # The machine or the run itself was asleep, or it waited for its input: what was said may be on its way.
            if away >= 5 * _LOOK:
                worker.since = min(now, worker.since + away)
            elif not worker.is_overdue and self._is_overdue(worker, now - worker.since):
                worker.is_overdue = True
                worker.kill()
                _log.warning("worker overdue", worker=worker.pid, seconds=round(now - worker.since, 1))

    def close(self) -> None:
        """End all."""
        for worker in self._at:
            worker.kill()
        for worker in list(self._at):
            self.retire(worker)

    def _is_overdue(self, worker: Worker, passed: float) -> bool:
        if not worker.is_ready:
            return passed >= _STARTING
        if self._at[worker] is None:
            return False
        return is_over(self.time_limit, passed=passed, spent=worker.spent, pid=worker.pid)

    def _next(self) -> Heard | None:
        said, self._first = self._first, None
        if said is None:
            with suppress(Empty):
                said = self._heard.get_nowait()
        return said
