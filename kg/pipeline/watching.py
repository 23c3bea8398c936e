"""A folder's articles into a workspace, as they come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.corpus.columns import Columns
from kg.pipeline.build import build
from kg.pipeline.folder_watch import QUIET, batches
from kg.pipeline.recipe import DEFAULT_MODEL
from kg.pipeline.report import RunReport


def watch(
    folder: str | Path,
    into: str | Path,
    *,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    columns: Columns | None = None,
    workers: int | None = None,
    once: bool = False,
    idle: float | None = None,
    quiet: float = QUIET,
) -> Iterator[RunReport]:
    """Build a folder into a workspace, then its new and changed files again and again; a report of each batch.

    What a file gave stays when the file is removed.

    Parameters
    ----------
    folder
        With all that is below it; an article's id is that which `kg build` gives it in this folder.
    into, schema, model, columns, workers
        As of `build`.
    once, idle, quiet
        As of `kg.pipeline.folder_watch.batches`.

    Raises
    ------
    InputError
        There is no such folder.
    SchemaError, ModelError, WorkspaceError
        A batch can't be built.
    """
    for files in batches(Path(folder), once=once, idle=idle, quiet=quiet):
        yield build(files, into, schema=schema, model=model, columns=columns, workers=workers)
