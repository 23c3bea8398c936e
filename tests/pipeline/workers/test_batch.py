"""A batch whose process ended: every article is answered, given up or read again, once; blame falls on those taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.pipeline.failure import Failure
from kg.pipeline.workers.batch import Batch, Job
from kg.pipeline.workers.line import BATCH, BATCH_CHARACTERS, Line


@given(counts=st.tuples(*[st.integers(0, 12)] * 3), is_overdue=st.booleans(), is_last_try=st.booleans())
def test_nothing_is_lost_and_nothing_comes_twice(
    counts: tuple[int, int, int], *, is_overdue: bool, is_last_try: bool
) -> None:
    answered, taken, _rest = counts
    jobs = [Job(Article(str(number), "text")) for number in range(sum(counts))]
    batch = Batch(jobs, is_last_try=is_last_try, taken=answered + taken, answered=answered)
    again = [job for part in batch.after_death("died", is_overdue=is_overdue) for job in part.jobs]
    given_up = [job for job in jobs if isinstance(job.result, Failure)]
    assert sorted(map(id, [*again, *given_up])) == sorted(map(id, jobs[answered:]))
    assert bool(given_up) == (taken == 1 and (is_overdue or is_last_try))
    assert jobs[answered + taken :] == [job for job in again if job in jobs[answered + taken :]]


@given(sizes=st.lists(st.integers(0, 2 * BATCH_CHARACTERS), max_size=60), hands=st.integers(1, 4))
def test_batches_are_bounded_and_in_order(sizes: list[int], hands: int) -> None:
    line = Line()
    for number, size in enumerate(sizes):
        line.add(Article(str(number), "x" * size))
    given: list[Job] = []
    while (batch := line.batch(hands, is_untouched=False)) is not None:
        assert 1 <= len(batch.jobs) <= BATCH
        assert len(batch.jobs) == 1 or sum(job.size for job in batch.jobs) <= BATCH_CHARACTERS
        given += batch.jobs
    assert [job.article.id for job in given] == [str(number) for number in range(len(sizes))]
    assert line.waiting_characters == 0
    for job in reversed(given):
        job.result = Failure("", "told")
    handed = [done for _ in sizes if (done := line.done())]
    assert handed == given
    assert not line
