"""What is read of the inputs, parted into articles, failures and warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.corpus.article import Article
from kg.corpus.read import NamedFile, read_inputs
from kg.pipeline.failure import Failure


class Inputs:
    """The articles of some inputs, as a stream; what is no article is kept aside in `failed` and `warnings`.

    `read` counts all that was met, but for the warnings.
    """

    def __init__(self, inputs: Sequence[str | NamedFile]) -> None:
        self.read = 0
        self.failed: list[Failure] = []
        self.warnings: list[Failure] = []
        self._inputs = inputs

    def __iter__(self) -> Iterator[Article]:
        for item in read_inputs(self._inputs):
            if isinstance(item, Article):
                self.read += 1
                yield item
            elif item.is_error:
                self.read += 1
                self.failed.append(Failure(item.origin, item.message))
            else:
                self.warnings.append(Failure(item.origin, item.message))
