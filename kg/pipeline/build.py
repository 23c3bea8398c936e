"""Articles -> workspace -> graph: composition of the rooms, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.corpus.columns import Columns
from kg.corpus.language import ENGLISH
from kg.corpus.read import Input
from kg.corpus.reading import Reading
from kg.pipeline.builder import Builder, Progress
from kg.pipeline.choice import LOCAL, Choice
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.report import RunReport
from kg.pipeline.work import AtWork


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
    runner: str = LOCAL,
    address: str | None = None,
    facts: str | Path | None = None,
    at_work: AtWork | None = None,
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
        Processor seconds that an article may take, or five times as many by the clock; one that takes longer fails.
        Without effect where `workers` is 0.
    progress
        Is told the number of articles done, after each, and of inputs that failed.
    extractor
        Import path of what makes the extractor, such as "module:function"; see `kg.pipeline.recipe.Recipe`.
    language
        Articles that are certainly in another language are set aside, and counted; "any" reads them all the same.
    allow_private
        Whether addresses in this machine or its own network may be fetched.
    runner
        "local": this machine reads. "ray": a cluster does, with the same result; `workers` are all of its processes.
    address
        Of a running Ray cluster; None: Ray is started on this machine.
    facts
        A folder or URL (of any file system that fsspec knows) in which the cluster keeps facts until they are recorded,
        and from which it goes on; None: in the workspace. Without inputs and with the runner "local": facts that are
        there are taken in.
    at_work
        Is given what counts the work so far, after each article; of a cluster's, after each shard.

    Raises
    ------
    InputError
        What was chosen doesn't go together, or the cluster can't be used.
    SchemaError, ModelError, WorkspaceError
        Nothing was done. An input that can't be read raises nothing; it is counted in the report.
    """
    names = [str(name) if isinstance(name, Path) else name for name in inputs]
    choice = Choice(runner, address, str(facts) if facts is not None else None)
    choice.checked(has_inputs=bool(names), workers=workers, allow_private=allow_private)
    folder = Path(schema) if schema is not None else None
    if not choice.is_local:
        from kg.pipeline.cluster.filling import fill

        recipe = Recipe(folder, model, extractor)
        return fill(
            Path(into),
            names,
            choice,
            recipe=recipe,
            columns=columns,
            language=language,
            time_limit=time_limit,
            workers=workers,
            progress=progress,
            at_work=at_work,
        )
    builder = Builder(
        Path(into),
        folder,
        model,
        columns=columns,
        workers=workers,
        time_limit=time_limit,
        extractor=extractor,
        reading=Reading(language, allow_private),
        at_work=at_work,
    )
    with builder:
        return builder.add(names, progress=progress)
