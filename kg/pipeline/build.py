"""Articles -> workspace -> graph: composition of the rooms, nothing else."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.corpus.article import Article
from kg.corpus.read import NamedFile
from kg.errors import InputError
from kg.pipeline.current import renewed
from kg.pipeline.extraction import DEFAULT_MODEL, Extractor
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.report import RunReport, Tally
from kg.pipeline.stream import with_facts
from kg.schema.state_names import state_names
from kg.workspace.workspace import Saved, Workspace

Progress = Callable[[int], None]


def build(
    inputs: Iterable[str | Path | NamedFile],
    into: str | Path,
    *,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> RunReport:
    """Read articles, record what each says, and make the graph of all that the workspace holds.

    Every article is one transaction: a run that is killed loses the article it was at, and the next run goes on there.
    Articles that are recorded already are not extracted again.

    Parameters
    ----------
    inputs
        Files, folders, or "-" for standard input; a `NamedFile` is a file under another name.
    into
        The workspace, a folder; made where there is none.
    schema
        A folder of schemas; None: the one that ships with kg.
    model
        Name of a spaCy pipeline.
    progress
        Is told the number of articles done, after each.

    Raises
    ------
    SchemaError, ModelError, WorkspaceError
        Nothing was done. An input that can't be read raises nothing; it is counted in the report.
    """
    began = time.monotonic()
    folder = Path(schema) if schema is not None else None
    extractor = Extractor.load(folder, model)
    tally = Tally()
    with Workspace.open(into, create=True) as workspace:
        run = workspace.begin_run(_now())
        keep_schema(workspace.folder, folder)
        source = Inputs([name if isinstance(name, NamedFile) else str(name) for name in inputs])
        _record(source, workspace, extractor, tally=tally, progress=progress)
        renewal = renewed(workspace, extractor.schema, state_names(folder))
        if renewal.warning:
            source.warnings.append(Failure(str(workspace.folder), renewal.warning))
        report = tally.report(source, renewal, seconds=time.monotonic() - began)
        workspace.finish_run(run, finished=_now(), report=json.dumps(report.as_dict()))
    return report


def _record(
    source: Inputs, workspace: Workspace, extractor: Extractor, *, tally: Tally, progress: Progress | None
) -> None:
    """Record each article that isn't recorded yet, and note what can't be."""

    def unrecorded() -> Iterator[Article]:
        for article in source:
            if workspace.has(article, extractor.fingerprint):
                tally.saved[Saved.UNCHANGED] += 1
                advance()
            else:
                yield article

    def advance() -> None:
        if progress:
            progress(tally.saved.total())

    for article, facts in with_facts(extractor, unrecorded()):
        if isinstance(facts, Failure):
            source.failed.append(facts)
            continue
        try:
            tally.saved[workspace.save(article, facts, extractor.fingerprint)] += 1
        except InputError as fault:
            source.failed.append(Failure(article.origin, str(fault)))
            continue
        tally.count(facts)
        advance()
    for failure in source.failed:
        workspace.note_failure(failure.origin, failure.message)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
