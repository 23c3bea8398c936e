"""Articles in line: read ahead so far and no further, given out in batches, handed over in the order they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from kg.corpus.article import Article
from kg.pipeline.workers.batch import Batch, Job

#: So many articles, and so many characters of them, are between the reader and the record at most. Enough that nobody
#: waits while one article takes its time; it bounds the memory of the run.
AHEAD = 2000
AHEAD_CHARACTERS = 8_000_000

#: A batch: work for some tenths of a second. A long article is one by itself, and what follows goes to others.
BATCH = 16
BATCH_CHARACTERS = 20_000


class Line:
    """The articles between the reader and the record."""

    def __init__(self) -> None:
        self._in_order = deque[Job]()
        self._waiting = deque[Job]()
        self._again = deque[Batch]()
        self._characters = 0
        self.waiting_characters = 0
        self.most_ahead = 0
        self.most_waiting = 0

    def __bool__(self) -> bool:
        return bool(self._in_order)

    @property
    def has_room(self) -> bool:
        """Whether the reader may go on."""
        return len(self._in_order) < AHEAD and self._characters < AHEAD_CHARACTERS

    @property
    def waiting(self) -> int:
        """How many articles and batches nobody has begun with."""
        return len(self._waiting) + len(self._again)

    @property
    def has_trial(self) -> bool:
        """Whether a batch waits for a process that has read nothing yet."""
        return any(batch.is_trial for batch in self._again)

    def add(self, article: Article, *, is_known_to_fail: bool = False) -> None:
        """Put an article at the end; one that failed before is given out alone, so that it costs no other any time."""
        job = Job(article)
        self._in_order.append(job)
        self._characters += job.size
        if is_known_to_fail:
            self._again.append(Batch([job], is_last_try=True))
        else:
            self._waiting.append(job)
            self.waiting_characters += job.size
        self.most_ahead = max(self.most_ahead, len(self._in_order))
        self.most_waiting = max(self.most_waiting, len(self._waiting))

    def again(self, batches: Iterable[Batch]) -> None:
        """Put back what a worker couldn't finish, before all else: others may wait for it to be handed over."""
        self._again.extendleft(reversed(list(batches)))

    def batch(self, hands: int, *, is_untouched: bool) -> Batch | None:
        """Give out the next articles; less at a time when there are few, so that all `hands` end at the same time.

        Trials are for an untouched process.
        """
        batch = next((batch for batch in self._again if is_untouched or not batch.is_trial), None)
        if batch is not None:
            self._again.remove(batch)
            return batch
        share = min(BATCH, max(1, len(self._waiting) // (2 * hands)))
        jobs: list[Job] = []
        size = 0
        while self._waiting and len(jobs) < share and (not jobs or size + self._waiting[0].size <= BATCH_CHARACTERS):
            jobs.append(self._waiting.popleft())
            size += jobs[-1].size
        self.waiting_characters -= size
        return Batch(jobs) if jobs else None

    def done(self) -> Job | None:
        """Hand over the article that came first, if something came of it by now."""
        if not self._in_order or self._in_order[0].result is None:
            return None
        job = self._in_order.popleft()
        self._characters -= job.size
        return job
