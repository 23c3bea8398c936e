"""Batches of articles for worker processes, and what becomes of one whose process has ended."""

from __future__ import annotations

from dataclasses import dataclass

from kg.corpus.article import Article
from kg.pipeline.failure import Failure
from kg.pipeline.shard import Extracted


@dataclass(slots=True, eq=False)
class Job:
    """An article on its way, and what came of it."""

    article: Article
    result: Extracted | Failure | None = None

    def fail(self, reason: str, kind: str) -> None:
        """Give it up."""
        self.result = Failure.of(self.article, reason, kind)

    @property
    def size(self) -> int:
        """Characters to read."""
        return len(self.article.title) + len(self.article.text)


@dataclass(slots=True, eq=False)
class Batch:
    """Articles given to a worker in one go.

    `taken` counts those that the worker has begun with, `answered` those that it is done with. `is_last_try`: the
    article in it is given up should this process end too. `is_trial`: it is to be read by a process that has read
    nothing else, for it may have been the articles before that filled the memory of the last one.
    """

    jobs: list[Job]
    is_last_try: bool = False
    is_trial: bool = False
    taken: int = 0
    answered: int = 0

    @property
    def is_done(self) -> bool:
        """Whether all is answered."""
        return self.answered == len(self.jobs)

    @property
    def suspects(self) -> list[Job]:
        """Those that the worker is at."""
        return self.jobs[self.answered : self.taken]

    def answer(self, result: Extracted | Failure) -> None:
        """Take what the worker says of the next article."""
        self.jobs[self.answered].result = result
        self.answered += 1

    def after_death(self, reason: str, *, is_overdue: bool) -> list[Batch]:
        """What is to be read again when the worker has ended in the middle; who is to blame is given up.

        An extractor that takes one article after the other leaves one suspect, one that takes several at once leaves
        several, which are halved until one is left. It is read once more, alone, unless it was for its time.
        """
        suspects, rest = self.suspects, self.jobs[max(self.taken, self.answered) :]
        again = [Batch(rest)] if rest else []
        if len(suspects) > 1:
            half = len(suspects) // 2
            return [Batch(suspects[:half]), Batch(suspects[half:]), *again]
        if not suspects:
            return again
        if is_overdue or self.is_last_try:
            suspects[0].fail(reason, "time_limit" if is_overdue else "killed")
            return again
        return [Batch(suspects, is_last_try=True, is_trial=True), *again]
