"""Articles -> workspace -> graph: composition of the rooms, nothing else."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.language import ENGLISH
from kg.corpus.read import Input
from kg.corpus.reading import Reading
from kg.errors import InputError
from kg.pipeline.current import renewed
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.recipe import DEFAULT_MODEL, KG, Recipe
from kg.pipeline.report import RunReport, Tally
from kg.pipeline.runner import TIME_LIMIT, Runner, runner
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.schema.state_names import state_names
from kg.workspace.workspace import Saved, Workspace

#: Is told how many articles are done, and how many inputs have failed so far.
Progress = Callable[[int, int], None]


def build(
    inputs: Iterable[Input | Path],
    into: str | Path,
    *,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    columns: Columns | None = None,
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
    progress: Progress | None = None,
    extractor: str = KG,
    language: str = ENGLISH,
    allow_private: bool = False,
) -> RunReport:
    """Read articles, record what each says, and make the graph of all that the workspace holds.

    Every article is one transaction: a run that is killed loses the articles it was at, and the next run goes on there.
    Articles that are recorded already are not extracted again. They are recorded in the order of the inputs, and the
    same comes out however many processes read.

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
    columns
        What the columns of tables and the fields of rows are called; None: their names are guessed.
    workers
        How many processes read side by side; None: as many as the machine has room for and the articles are worth;
        0: this process reads, without any protection from an article that crashes it or takes for ever.
    time_limit
        Seconds that an article may take; one that takes longer fails. Without effect where `workers` is 0.
    progress
        Is told the number of articles done, after each, and of inputs that failed.
    extractor
        Import path of what makes the extractor, such as "module:function"; see `kg.pipeline.recipe.Recipe`.
    language
        Articles that are certainly in another language are set aside, and counted; "any" reads them all the same.
    allow_private
        Whether addresses in this machine or its own network may be fetched.

    Raises
    ------
    SchemaError, ModelError, WorkspaceError
        Nothing was done. An input that can't be read raises nothing; it is counted in the report.
    """
    began = time.monotonic()
    folder = Path(schema) if schema is not None else None
    types = load_schema(folder or shipped_schemas())
    recipe = Recipe(folder, model, extractor)
    tally = Tally()
    with runner(recipe, workers=workers, time_limit=time_limit) as reading, Workspace.open(into, create=True) as record:
        run = record.begin_run(_now())
        keep_schema(record.folder, folder)
        names = [str(name) if isinstance(name, Path) else name for name in inputs]
        source = Inputs(names, Reading(language, allow_private), columns=columns)
        _record(source, record, reading, tally=tally, progress=progress)
        renewal = renewed(record, types, state_names(folder))
        if renewal.warning:
            source.warnings.append(Failure(str(record.folder), renewal.warning))
        report = tally.report(source, renewal, reading, seconds=time.monotonic() - began)
        record.finish_run(run, finished=_now(), report=json.dumps(report.as_dict()))
    return report


def _record(source: Inputs, workspace: Workspace, reading: Runner, *, tally: Tally, progress: Progress | None) -> None:
    """Record each article that isn't recorded yet, and note what can't be."""
    numbers = deque[int]()  # the places in the input of those that are being read
    failed_before = {origin for origin, _ in workspace.failures()}

    def unrecorded() -> Iterator[Article]:
        for article in source:
            if workspace.has(article, reading.fingerprint):
                tally.saved[Saved.UNCHANGED] += 1
                advance()
            else:
                numbers.append(source.read)
                yield article

    def advance() -> None:
        if progress:
            progress(tally.saved.total(), source.failures)

    for article, result in reading.run(unrecorded(), known_to_fail=failed_before):
        number = numbers.popleft()
        if isinstance(result, Failure):
            source.fail(number, result)
        else:
            try:
                tally.saved[workspace.save_encoded(article, result.encoded, reading.fingerprint)] += 1
            except InputError as fault:
                source.fail(number, Failure(article.origin, str(fault)))
            else:
                tally.count(result.counts)
        advance()
    for failure in source.failed:
        workspace.note_failure(failure.origin, failure.message)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
