"""Articles through worker processes and out again in their order, whatever happens to a process."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Self

from kg.corpus.article import Article
from kg.errors import ModelError
from kg.pipeline.failure import Failure
from kg.pipeline.recipe import Recipe
from kg.pipeline.shard import Extracted
from kg.pipeline.workers.batch import Batch
from kg.pipeline.workers.crew import Crew
from kg.pipeline.workers.line import Line
from kg.pipeline.workers.size import Size
from kg.pipeline.workers.wire import Ready, Refused, Took
from kg.pipeline.workers.worker import Heard

_HOPELESS = 10  # so many articles given up and none ever read: it isn't the articles


class Pool:
    """Worker processes, as a context; they are gone when it ends.

    Parameters
    ----------
    recipe
        The extractor that each process loads.
    size
        How many processes.
    time_limit
        Processor seconds that an article may take.

    Raises
    ------
    SchemaError, ModelError
        The extractor can't be loaded, or no process stays alive.
    """

    def __init__(self, recipe: Recipe, size: Size, *, time_limit: float) -> None:
        self._crew = Crew(recipe, size.most, time_limit)
        self._size = size
        self._line = Line()
        self._given_up = 0
        self._has_read = False
        self._finished = self._most_finished = 0
        self.fingerprint = ""

    def __enter__(self) -> Self:
        try:
            self._crew.start()
            while not self.fingerprint:
                self._crew.wait()
                self._hear()
                if not len(self._crew):
                    self._crew.start()
        except BaseException:
            self._crew.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._crew.close()

    @property
    def workers(self) -> int:
        """How many processes there were at a time."""
        return self._crew.most

    @property
    def ready(self) -> int:
        """How many processes have loaded their extractor."""
        return self._crew.ready_now

    @property
    def restarts(self) -> int:
        """How many of them ended, or were ended, and were replaced."""
        return self._crew.restarts

    @property
    def queues(self) -> Mapping[str, int]:
        """The most articles at a time that were read ahead, that waited for a worker, and for the record."""
        return {
            "ahead": self._line.most_ahead,
            "for_workers": self._line.most_waiting,
            "for_record": self._most_finished,
        }

    def run(
        self, articles: Iterable[Article], *, known_to_fail: Container[str] = ()
    ) -> Iterator[tuple[Article, Extracted | Failure]]:
        """Extract articles, as a stream in their order; one that ends its process costs that one only.

        Parameters
        ----------
        articles
            A stream; it is read ahead so far and no further.
        known_to_fail
            Origins of articles that failed in an earlier run: each is read alone, and given up at the first sign.
        """
        source = iter(articles)
        is_open = True
        self._most_finished = self._line.most_ahead = self._line.most_waiting = 0
        while is_open or self._line:
            self._hear()
            self._hand_out()
            if job := self._line.done():
                assert job.result is not None
                self._finished -= 1
                yield job.article, job.result
            elif is_open and self._line.has_room:
                article = next(source, None)
                is_open = article is not None
                if article is not None:
                    self._line.add(article, is_known_to_fail=article.origin in known_to_fail)
            else:
                self._crew.wait()

    def _hand_out(self) -> None:
        """Give work to those that have none, and start more where there is more to do."""
        idle = self._crew.idle()
        if self._line.has_trial and not self._crew.has_untouched and len(self._crew) == self._crew.size and idle:
            self._crew.retire(idle.pop())
        for worker in idle:
            batch = self._line.batch(self._crew.size, is_untouched=not worker.has_read)
            if batch is None:
                break
            self._crew.give(worker, batch)
        if len(self._crew) < self._crew.size and self._needs_more():
            self._crew.start()

    def _needs_more(self) -> bool:
        if self._line.has_trial:
            return not self._crew.has_untouched
        return self._size.is_more_worth_it(self._line, len(self._crew))

    def _hear(self) -> None:
        for said in self._crew.heard():
            match said.message:
                case Ready(fingerprint):
                    self._crew.ready(said.worker)
                    self._agree(fingerprint)
                case Refused(error):
                    raise error
                case None:
                    self._bury(said)
                case Took():
                    said.begin()
                    self._batch(said).taken += 1
                case result:
                    said.begin()
                    self._answer(said, result)
        self._crew.end_overdue()

    def _agree(self, fingerprint: str) -> None:
        """Refuse a process whose extractor is another than that of those before: facts of both would be mixed."""
        if self.fingerprint not in ("", fingerprint):
            raise ModelError("the model, the schema or kg itself was changed during the run. Run the same again")
        self.fingerprint = fingerprint

    def _batch(self, said: Heard) -> Batch:
        batch = self._crew.batch(said.worker)
        assert batch is not None, said
        return batch

    def _answer(self, said: Heard, result: Extracted | Failure) -> None:
        batch = self._batch(said)
        batch.answer(result)
        self._finish(1)
        self._has_read = True
        if batch.is_done:
            self._crew.rest(said.worker)

    def _bury(self, said: Heard) -> None:
        """Put back what a process that has ended leaves behind, or give up the article that ended it."""
        batch, worker = self._crew.batch(said.worker), said.worker
        self._crew.gone(worker)
        if batch is None:
            return
        reason = (
            f"took longer than {self._crew.time_limit:g} s; --time-limit gives it more"
            if worker.is_overdue
            else f"killed the process that read it ({worker.ending})"
        )
        self._line.again(batch.after_death(reason, is_overdue=worker.is_overdue))
        was_known = batch.is_last_try and not batch.is_trial
        given_up = sum(isinstance(job.result, Failure) for job in batch.suspects)
        self._finish(given_up)
        self._given_up += not was_known and bool(given_up)
        if self._given_up >= _HOPELESS and not self._has_read:
            raise ModelError(
                f"none of {self._given_up} articles could be read; the last {reason}. The fault is not theirs: "
                "`kg doctor` tells whether the model works"
            )

    def _finish(self, articles: int) -> None:
        self._finished += articles
        self._most_finished = max(self._most_finished, self._finished)
