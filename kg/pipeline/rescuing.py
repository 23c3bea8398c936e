"""What is whole in a damaged workspace, into a new one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.pipeline.current import renewed
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.failure import Failure
from kg.pipeline.kept_schema import keep_schema, kept_schema
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.runner import runner
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.workspace.failures import told
from kg.workspace.opening import FILE
from kg.workspace.salvage.finds import Finds, Lost, Whole
from kg.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rescue:
    """What could be saved: articles with their facts as they were, articles read again, judgements of people.

    `lost` are articles of which there is a trace and no whole text; one of which no trace is left is not among them.
    `unreadable` is the number of pages that the disk didn't give.
    """

    saved: int
    read_again: int
    judgements: int
    lost: tuple[Lost, ...]
    failed: tuple[Failure, ...]
    nodes: int
    edges: int
    unreadable: int = 0
    warning: str | None = None


def rescue(
    damaged: str | Path,
    into: str | Path,
    *,
    model: str = DEFAULT_MODEL,
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
    extractor: str = KG,
) -> Rescue:
    """Copy what is whole in a damaged workspace into a new one, and make its graph.

    Nothing is taken on trust: an article is copied where its text has the hash with which it was saved, its facts
    where they have theirs. The facts of other whole articles are extracted again. The damaged one is only read; what
    the disk doesn't give is passed over. Where this fails, nothing is left in the new one.

    Parameters
    ----------
    damaged
        A workspace, or what is left of it: a folder with its record.
    into
        A folder that is new or empty.
    model, workers, time_limit, extractor
        As of `kg.pipeline.build.build`, for articles that have to be read again.

    Raises
    ------
    WorkspaceError
        There is no record, none of it can be read, or the new folder isn't empty or can't be written to.
    """
    source, target = Path(damaged), Path(into)
    if not (source / FILE).is_file():
        raise WorkspaceError(f"{source}: no workspace: there is no {FILE} in it")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WorkspaceError(f"{target}: not empty. Name a new folder for what is saved")
    schema = kept_schema(source)
    with _new(target) as record, _scratch(target) as scratch, closing(Finds(source, scratch)) as finds:
        saved, without, lost = _copied(finds, record)
        recipe = Recipe(schema, model, extractor)
        failed = _read_again(finds, record, recipe, workers=workers, time_limit=time_limit) if without else ()
        judgements = 0
        for judgement in finds.judgements():
            if judgement.is_of_a_person:
                record.judgements.put(judgement)
                judgements += 1
        keep_schema(target, schema)
        renewal = renewed(record, load_schema(schema), state_names(schema))
    counts = renewal.graph.counts
    again = without - len(failed)
    return Rescue(
        saved,
        again,
        judgements,
        tuple(lost),
        failed,
        counts.nodes,
        counts.edges,
        unreadable=finds.unreadable,
        warning=renewal.warning,
    )


@contextmanager
def _new(folder: Path) -> Iterator[Workspace]:
    """Make a workspace; where what is done with it fails, the folder is again as it was, so that one can try anew."""
    was_there = folder.exists()
    record = Workspace.open(folder, create=True)
    try:
        with record:
            yield record
    except BaseException:
        for path in [*folder.iterdir()] if was_there else [folder]:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        raise


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give the name of a file for what is found, where there must be room for it anyway."""
    with told(folder):
        made = tempfile.TemporaryDirectory(dir=folder, prefix=".finds-")
    with made as name:
        yield Path(name) / "finds.sqlite"


def _copied(finds: Finds, record: Workspace) -> tuple[int, int, list[Lost]]:
    """Copy what has its facts; gives how many did and how many have none, and what is lost."""
    saved = without = 0
    lost = []
    for found in finds.articles():
        if isinstance(found, Lost):
            lost.append(found)
        elif found.encoded is None:
            without += 1
        else:
            record.save_encoded(found.article, found.encoded, found.fingerprint)
            saved += 1
    return saved, without, lost


def _read_again(
    finds: Finds, record: Workspace, recipe: Recipe, *, workers: int | None, time_limit: float
) -> tuple[Failure, ...]:
    """Extract the facts of whole articles that have none; gives what fails."""

    def without_facts() -> Iterator[Article]:
        return (one.article for one in finds.articles() if isinstance(one, Whole) and one.encoded is None)

    failed = []
    with runner(recipe, workers=workers, time_limit=time_limit) as reading:
        for article, result in reading.run(without_facts()):
            if isinstance(result, Failure):
                failed.append(result)
                record.failed_inputs.note(result.origin, result.message)
            else:
                record.save_encoded(article, result.encoded, reading.fingerprint)
    return tuple(failed)
