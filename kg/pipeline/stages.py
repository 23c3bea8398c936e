"""Where the time of a run goes: seconds of each stage of the work."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


class Stage(StrEnum):
    """The stages, in the order in which an article goes through them. Those of extraction are added up over workers."""

    READING = "reading"  # files and addresses -> articles
    PARSING = "parsing"
    MENTIONS = "mentions"  # of people, states, places, dates
    EVENTS = "events"
    RECORDING = "recording"  # one transaction an article
    RECALLING = "recalling"  # the record of all articles, read back for the graph
    RESOLUTION = "resolution"  # who is one
    GRAPH = "graph"
    COMPARING = "comparing"  # with the graph saved before
    SAVING = "saving"
    DATABASE = "database"  # the one that answers Cypher


class Stages:
    """A watch with a hand for each stage.

    Examples
    --------
    >>> stages = Stages()
    >>> with stages.time(Stage.GRAPH):
    ...     pass
    >>> list(stages.seconds)
    ['graph']
    """

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds of each stage that there was, in the order of the stages."""
        return {stage.value: round(self._seconds[stage], 3) for stage in Stage if stage in self._seconds}

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what another watch has measured."""
        for stage, more in seconds.items():
            self._seconds[stage] = self._seconds.get(stage, 0.0) + more

    def taken(self) -> dict[str, float]:
        """Give what was measured, and begin anew."""
        seconds, self._seconds = self._seconds, {}
        return seconds

    @contextmanager
    def time(self, stage: Stage) -> Iterator[None]:
        """Measure a stage, also one that fails."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.add({stage.value: time.perf_counter() - began})

    def timed(self, stage: Stage, items: Iterable[T]) -> Iterator[T]:
        """Hand on a stream, and measure what it takes to give each item."""
        source = iter(items)
        while True:
            with self.time(stage):
                try:
                    item = next(source)
                except StopIteration:
                    return
            yield item


@runtime_checkable
class Timed(Protocol):
    """An extractor that measures its stages."""

    @property
    def stages(self) -> Stages:
        """Its watch."""
        ...
