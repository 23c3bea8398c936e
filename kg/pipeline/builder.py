"""Builds articles into a workspace, once or again and again: what reads them is loaded once."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from kg import __version__
from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.read import Input
from kg.corpus.reading import Reading
from kg.errors import InputError
from kg.logs import Log
from kg.pipeline.current import renewed
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.report import RunReport, Tally
from kg.pipeline.runner import Runner, runner
from kg.pipeline.stages import Stage
from kg.pipeline.work import AtWork
from kg.schema.fingerprint import schema_fingerprint
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.schema.state_names import state_names
from kg.schema.types import Schema
from kg.workspace.workspace import Saved, Workspace

#: Is told how many articles are done, and how many inputs have failed so far.
Progress = Callable[[int, int], None]
#: Is told of each article when it was read from the inputs, before anything is extracted; None: there are no more.
Met = Callable[[Article | None], None]

_log = Log("pipeline")


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

        Raises
        ------
        SchemaError, ModelError, WorkspaceError
            As of `kg.pipeline.build.build`. Of a builder that has raised one, nothing more is to be asked.
        """
        began = time.monotonic()
        loaded, tally = self._ready(), Tally()
        reading, restarts = loaded.runner, loaded.runner.restarts
        with Workspace.open(self.into, create=True, patience=self.patience) as record:
            run = record.runs.begin(_now())
            _log.info("run began", run=run, workspace=str(self.into), kg=__version__, extractor=reading.fingerprint)
            keep_schema(record.folder, self.schema)
            names = [str(name) if isinstance(name, Path) else name for name in inputs]
            source = Inputs(names, self.reading, columns=self.columns)
            _record(
                _shown(source, met),
                source,
                record,
                reading,
                tally=tally,
                advance=_advance(tally, source, progress, self.at_work),
            )
            renewal = renewed(record, loaded.types, state_names(self.schema), stages=tally.stages)
            if renewal.warning:
                source.warnings.append(Failure(str(record.folder), renewal.warning, "database"))
            report = tally.report(
                source,
                renewal,
                reading=reading,
                restarts=reading.restarts - restarts,
                seconds=time.monotonic() - began,
            )
            record.runs.finish(run, finished=_now(), report=json.dumps(report.as_dict()))
        _log.info("run ended", run=run, **report.counts(), seconds=round(report.seconds, 3))
        return report

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


def _shown(source: Inputs, met: Met | None) -> Iterator[Article]:
    for article in source:
        if met:
            met(article)
        yield article
    if met:
        met(None)


def _record(
    articles: Iterable[Article],
    source: Inputs,
    workspace: Workspace,
    reading: Runner,
    *,
    tally: Tally,
    advance: Callable[[], None],
) -> None:
    """Record each article that isn't recorded yet, and note what can't be."""
    numbers = deque[int]()  # the places in the input of those that are being read
    failed_before = {origin for origin, _ in workspace.failed_inputs.all()}

    def unrecorded() -> Iterator[Article]:
        for article in tally.stages.timed(Stage.READING, articles):
            if workspace.has(article, reading.fingerprint):
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
                    tally.saved[workspace.save_encoded(article, result.encoded, reading.fingerprint)] += 1
            except InputError as fault:
                source.fail(number, Failure(article.origin, str(fault), "unkeepable"))
            else:
                tally.count(result.counts)
                _log.debug("article recorded", article=article.id)
        advance()
    for failure in source.failed:
        workspace.failed_inputs.note(failure.origin, failure.message)
    workspace.failed_inputs.forget(source.sound)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
