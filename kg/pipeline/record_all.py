"""The articles of a run into the record, but for those that are there already."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from kg.corpus.article import Article
from kg.corpus.recall import Known
from kg.errors import InputError
from kg.logs import Log
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.remembered import Remembered
from kg.pipeline.report import Tally
from kg.pipeline.runner import Runner
from kg.pipeline.stages import Stage
from kg.workspace.workspace import Saved, Workspace

_log = Log("pipeline")


def record_all(
    articles: Iterable[Article | Known],
    source: Inputs,
    record: Workspace,
    remembered: Remembered,
    reading: Runner,
    *,
    tally: Tally,
    advance: Callable[[], None],
) -> None:
    """Record each article that isn't recorded yet, and note what can't be."""
    numbers = deque[int]()  # the places in the input of those that are being read
    failed_before = {origin for origin, _ in record.failed_inputs.all()}

    def unrecorded() -> Iterator[Article]:
        for article in tally.stages.timed(Stage.READING, articles):
            if isinstance(article, Known) or record.has(article, reading.fingerprint):
                if isinstance(article, Article):
                    remembered.unchanged(article)
                tally.saved[Saved.UNCHANGED] += 1
                advance()
            else:
                numbers.append(source.read)
                yield article

    for article, result in reading.run(unrecorded(), known_to_fail=failed_before):
        number = numbers.popleft()
        if isinstance(result, Failure):
            source.fail(number, result)
        else:
            tally.stages.add(result.seconds)
            try:
                with tally.stages.time(Stage.RECORDING):
                    tally.saved[record.save_encoded(article, result.encoded, reading.fingerprint)] += 1
            except InputError as fault:
                source.fail(number, Failure(article.origin, str(fault), "unkeepable"))
            else:
                tally.count(result.counts)
                _log.debug("article recorded", article=article.id)
        advance()
    remembered.flush()
    for failure in source.failed:
        record.failed_inputs.note(failure.origin, failure.message)
    record.failed_inputs.forget(source.sound)
