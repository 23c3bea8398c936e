"""Who reads the articles of a run: worker processes, or this one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

from kg.corpus.article import Article
from kg.errors import InputError
from kg.pipeline.defaults import TIME_LIMIT
from kg.pipeline.failure import Failure
from kg.pipeline.recipe import NamedExtractor, Recipe
from kg.pipeline.shard import Extracted, extract_shard
from kg.pipeline.workers.pool import Pool
from kg.pipeline.workers.size import Size


class Runner(Protocol):
    """What a run needs of those who read."""

    @property
    def fingerprint(self) -> str:
        """Name of the extractor."""
        ...

    @property
    def workers(self) -> int:
        """How many processes read; 0: none but this one."""
        ...

    @property
    def restarts(self) -> int:
        """How many of them ended in the middle and were replaced."""
        ...

    @property
    def queues(self) -> Mapping[str, int]:
        """How many articles waited at most, by what for; nothing where none do."""
        ...

    def run(
        self, articles: Iterable[Article], *, known_to_fail: Container[str] = ()
    ) -> Iterator[tuple[Article, Extracted | Failure]]:
        """Extract articles, as a stream in their order."""
        ...


def runner(
    recipe: Recipe, *, workers: int | None = None, time_limit: float = TIME_LIMIT
) -> AbstractContextManager[Runner]:
    """Start those who read.

    Parameters
    ----------
    recipe
        The extractor.
    workers
        How many processes; None: as many as are of use; 0: none, this one reads. Nothing protects it then from an
        article that crashes it or takes for ever.
    time_limit
        Processor seconds that an article may take, or five times as many by the clock.

    Raises
    ------
    InputError
        A number that can't be.
    SchemaError, ModelError
        The extractor can't be loaded.
    """
    if workers == 0:
        return nullcontext(Here(recipe.load()))
    if workers is not None and workers < 0:
        raise InputError(f"{workers} workers can't be. 1 or more; 0 reads in this process")
    if time_limit <= 0:
        raise InputError(f"a time limit of {time_limit:g} s leaves no time to read. Give more")
    return Pool(recipe, Size.of(workers), time_limit=time_limit)


@dataclass(frozen=True, slots=True)
class Here:
    """The process that asks reads by itself."""

    extractor: NamedExtractor
    workers: int = 0
    restarts: int = 0
    queues: Mapping[str, int] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Name of the extractor."""
        return self.extractor.fingerprint

    def run(
        self,
        articles: Iterable[Article],
        *,
        known_to_fail: Container[str] = (),  # noqa: ARG002 - all are read alone
    ) -> Iterator[tuple[Article, Extracted | Failure]]:
        """Extract articles, as a stream in their order."""
        return extract_shard(self.extractor, articles)
