"""Builds articles into a workspace, once or again and again: what reads them is loaded once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.read import Input
from kg.corpus.reading import Reading
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.inputs import Inputs
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.record_all import record_all
from kg.pipeline.recording import Filled, recorded
from kg.pipeline.remembered import Remembered
from kg.pipeline.report import RunReport, Tally
from kg.pipeline.runner import Runner, runner
from kg.pipeline.work import AtWork
from kg.schema.fingerprint import schema_fingerprint
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.schema.types import Schema
from kg.workspace.workspace import Workspace

#: Is told how many articles are done, and how many inputs have failed so far.
Progress = Callable[[int, int], None]
#: Is told of each article when it was read from the inputs, before anything is extracted; None: there are no more.
Met = Callable[[Article | None], None]


@dataclass(slots=True)
class Builder:
    """Builds into one workspace, as a context; see `kg.pipeline.build.build` for what can be chosen.

    Worker processes, with the model in them, are started by the first `add` and stay for all that follow; when the
    schema was changed in between, others take their place. The workspace is held only while `add` writes to it; another
    writer is waited for up to `patience` seconds.
    """

    into: Path
    schema: Path | None = None
    model: str = DEFAULT_MODEL
    columns: Columns | None = None
    workers: int | None = None
    time_limit: float = TIME_LIMIT
    extractor: str = KG
    reading: Reading = field(default_factory=Reading)
    patience: float = 0.0
    at_work: AtWork | None = None
    _loaded: _Loaded | None = field(default=None, init=False)
    _open: ExitStack = field(default_factory=ExitStack, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
        self._loaded = None

    def add(
        self, inputs: Iterable[Input | Path], *, progress: Progress | None = None, met: Met | None = None
    ) -> RunReport:
        """Read articles, record what each says, and make the graph of all that the workspace holds.

        Parameters
        ----------
        inputs
            What is read; gone through once nobody else can write to the workspace.
        progress, met
            As said there.

        Raises
        ------
        SchemaError, ModelError, WorkspaceError
            As of `kg.pipeline.build.build`. Of a builder that has raised one, nothing more is to be asked.
        """
        began = time.monotonic()
        loaded = self._ready()
        return recorded(
            self.into,
            self.schema,
            loaded.types,
            partial(self._fill, reading=loaded.runner, inputs=inputs, progress=progress, met=met),
            extractor=loaded.runner.fingerprint,
            began=began,
            patience=self.patience,
        )

    def _fill(
        self,
        record: Workspace,
        tally: Tally,
        *,
        reading: Runner,
        inputs: Iterable[Input | Path],
        progress: Progress | None,
        met: Met | None,
    ) -> Filled:
        names = [str(name) if isinstance(name, Path) else name for name in inputs]
        remembered = Remembered(record, reading.fingerprint, self.reading.language)
        source, restarts = Inputs(names, self.reading, columns=self.columns), reading.restarts
        advance = _advance(tally, source, progress, self.at_work)
        articles = source.recalled(remembered) if met is None else _shown(source, met)
        record_all(articles, source, record, remembered, reading, tally=tally, advance=advance)
        return Filled(source, reading.workers, reading.restarts - restarts, reading.queues)

    def _ready(self) -> _Loaded:
        """Give what reads; loaded at first, and again where the schema was changed since."""
        if self._loaded is None or self._loaded.schema != schema_fingerprint(self.schema):
            self._open.close()
            types = load_schema(self.schema or shipped_schemas())
            schema = schema_fingerprint(self.schema)
            recipe = Recipe(self.schema, self.model, self.extractor)
            reading = self._open.enter_context(runner(recipe, workers=self.workers, time_limit=self.time_limit))
            self._loaded = _Loaded(schema, types, reading)
        return self._loaded


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What takes its time to load, and the fingerprint of the schema that it was loaded with."""

    schema: str
    types: Schema
    runner: Runner


def _advance(tally: Tally, source: Inputs, progress: Progress | None, at_work: AtWork | None) -> Callable[[], None]:
    """Give what is to be called after each article."""

    def advance() -> None:
        if progress:
            progress(tally.saved.total(), source.failures)
        if at_work:
            at_work(lambda: tally.work(source))

    return advance


def _shown(source: Inputs, met: Met) -> Iterator[Article]:
    """Tell of each article; those that are in the record are read for it."""
    for article in source:
        met(article)
        yield article
    met(None)
