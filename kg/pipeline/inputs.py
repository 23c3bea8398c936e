"""What is read of the inputs, parted into articles, failures and warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.corpus.addresses import Looked
from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.read import Input, read_inputs
from kg.corpus.reading import Reading
from kg.corpus.recall import Known, Memory
from kg.corpus.unreadable import Unreadable, UnreadableReason
from kg.logs import Log
from kg.pipeline.failure import Failure

NAMED = 100  # articles that were set aside of which a report says which they are, for each language
WARNINGS = 1000  # of each kind that a report holds: a table of millions may have a date in each row that is none
_USUAL = Reading()
_log = Log("pipeline")


class Met:
    """What was met in the inputs, counted; what is no article is kept in `failed` and `warnings`.

    `read` counts all that was met, but for the warnings. `set_aside` counts articles in other languages, by language;
    `set_aside_origins` names the first of them. `warned` counts the warnings by kind, of which the first are kept.
    """

    def __init__(self, inputs: Sequence[Input]) -> None:
        self.read = 0
        self.set_aside: Counter[str] = Counter()
        self.set_aside_origins: dict[str, list[str]] = {}
        self.warnings: list[Failure] = []
        self.warned: Counter[str] = Counter()
        self._failed: list[tuple[int, Failure]] = []
        self._inputs = inputs

    @property
    def failed(self) -> tuple[Failure, ...]:
        """What failed, in the order of the inputs, however late it was found out."""
        return tuple(failure for _, failure in sorted(self._failed, key=lambda found: found[0]))

    @property
    def failures(self) -> int:
        """How many failed so far."""
        return len(self._failed)

    @property
    def sound(self) -> list[str]:
        """The inputs that are named, a file or an address each, of which nothing failed."""
        failed = {failure.origin for _, failure in self._failed}
        names = (one.address if isinstance(one, Looked) else one for one in self._inputs)
        return [name for name in names if isinstance(name, str) and name not in failed]

    def fail(self, number: int, failure: Failure) -> None:
        """Note that the input that was the `number`th of `read` failed."""
        self._failed.append((number, failure))
        _log.warning("article failed", origin=failure.origin, kind=failure.kind)

    def put_aside(self, language: str, origin: str) -> None:
        """Note that an article is in another language."""
        self.set_aside[language] += 1
        named = self.set_aside_origins.setdefault(language, [])
        if len(named) < NAMED:
            named.append(origin)
        _log.debug("article set aside", origin=origin, language=language)

    def warn(self, warning: Failure) -> None:
        """Note what is worth a word, and costs no article."""
        self.warned[warning.kind] += 1
        if self.warned[warning.kind] <= WARNINGS:
            self.warnings.append(warning)
        _log.info("input remarked on", origin=warning.origin, kind=warning.kind)


class Inputs(Met):
    """The articles of some inputs, as a stream; what else is met on the way is counted."""

    def __init__(self, inputs: Sequence[Input], reading: Reading = _USUAL, *, columns: Columns | None = None) -> None:
        super().__init__(inputs)
        self._columns = columns
        self._reading = reading

    def __iter__(self) -> Iterator[Article]:
        return (article for article in self.recalled(None) if isinstance(article, Article))

    def recalled(self, memory: Memory | None) -> Iterator[Article | Known]:
        """Give the articles, and in place of those that are in the record, as a memory knows, that they are."""
        for item in read_inputs(self._inputs, columns=self._columns, reading=self._reading, memory=memory):
            if isinstance(item, Article) or (isinstance(item, Known) and item.reason is UnreadableReason.KNOWN):
                self.read += 1
                yield item
            elif item.is_error:
                self.read += 1
                self.fail(self.read, failure_of(item))
            elif item.reason is UnreadableReason.OTHER_LANGUAGE:
                self.read += 1
                self.put_aside(item.language, item.origin)
            else:
                self.warn(failure_of(item))


def failure_of(item: Unreadable) -> Failure:
    """Say of what could not be read what a report says."""
    return Failure(item.origin, item.message, item.reason.name.lower())
