"""What fills a workspace with facts that a cluster makes now, or that lie in a folder."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from kg.corpus.columns import Columns
from kg.corpus.read import Input
from kg.pipeline.builder import Progress
from kg.pipeline.choice import Choice
from kg.pipeline.cluster.advance import Advance
from kg.pipeline.cluster.bundle import Bundle, bundles
from kg.pipeline.cluster.entry import Entry, Manifest
from kg.pipeline.cluster.file_systems import is_remote, local_path
from kg.pipeline.cluster.folder import FactsFolder
from kg.pipeline.cluster.job import Job
from kg.pipeline.cluster.on_ray.engine import extract
from kg.pipeline.cluster.on_ray.session import check_ray
from kg.pipeline.cluster.table import check_installed
from kg.pipeline.cluster.taking import take_in
from kg.pipeline.inputs import Met
from kg.pipeline.recipe import Recipe
from kg.pipeline.recording import Filled, recorded
from kg.pipeline.report import RunReport, Tally
from kg.pipeline.work import AtWork
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.workspace.workspace import Workspace

FOLDER = "facts"  # of a workspace, where no other place is said


def place_of(facts: str | None, workspace: str | Path) -> str:
    """Give the place of a run's facts in words that any machine understands.

    Examples
    --------
    >>> place_of("s3://news/facts", "my-graph"), place_of(None, "/srv/my-graph")
    ('s3://news/facts', '/srv/my-graph/facts')
    """
    if facts is not None and is_remote(facts):
        return facts
    return str((Path(local_path(facts)) if facts is not None else Path(workspace) / FOLDER).absolute())


def fill(
    into: Path,
    inputs: Sequence[Input],
    choice: Choice,
    *,
    recipe: Recipe,
    columns: Columns | None,
    language: str,
    time_limit: float,
    workers: int | None,
    progress: Progress | None,
    at_work: AtWork | None,
) -> RunReport:
    """Build as `kg.pipeline.build.build` does, where not this machine alone reads.

    Raises
    ------
    InputError
        Something is missing, an input is one that other machines can't read, or there is no manifest of facts.
    SchemaError, ModelError
        The extractor can't be loaded here.
    WorkspaceError
        The workspace can't be opened or written.
    """
    began = time.monotonic()
    check_installed()
    types = load_schema(recipe.schema or shipped_schemas())
    place = place_of(choice.facts, into)
    if choice.takes_in:
        folder = FactsFolder(place)
        manifest = folder.manifest()
        extractor = manifest.fingerprint
        filler = partial(from_facts, folder=folder, manifest=manifest, progress=progress, at_work=at_work)
    else:
        found = list(bundles(inputs))
        check_ray()
        here = replace(recipe, schema=recipe.schema.absolute()) if recipe.schema else recipe
        job = Job.of(here, place, columns=columns, language=language, time_limit=time_limit)
        extractor = job.fingerprint
        run = _Run(job, found, inputs, choice.address, workers)
        filler = partial(by_ray, run=run, progress=progress, at_work=at_work)
    return recorded(into, recipe.schema, types, filler, extractor=extractor, began=began)


@dataclass(frozen=True, slots=True)
class _Run:
    """A job, what is to be read of which inputs, and on which cluster."""

    job: Job
    bundles: Sequence[Bundle]
    inputs: Sequence[Input]
    address: str | None
    workers: int | None


def by_ray(record: Workspace, tally: Tally, *, run: _Run, progress: Progress | None, at_work: AtWork | None) -> Filled:
    """Extract bundles on a cluster, then record what came of them."""
    met = Met(run.inputs)
    advance = Advance(progress, at_work, met=met, tally=tally)
    restarts = 0

    def tell(row: dict[str, Any]) -> None:
        nonlocal restarts
        restarts += row["restarts"]
        advance.committed(Entry.parse(row["entry"].encode(), name=run.job.facts))

    extracted = extract(run.job, run.bundles, address=run.address, workers=run.workers, done=tell)
    manifest = run.job.finish(extracted.rows)
    take_in(FactsFolder(run.job.facts), manifest, record, met=met, tally=tally, advance=advance.show)
    return Filled(met, extracted.workers, restarts)


def from_facts(
    record: Workspace,
    tally: Tally,
    *,
    folder: FactsFolder,
    manifest: Manifest,
    progress: Progress | None,
    at_work: AtWork | None,
) -> Filled:
    """Record what lies in a folder of facts."""
    met = Met(())
    advance = Advance(progress, at_work, met=met, tally=tally)
    take_in(folder, manifest, record, met=met, tally=tally, advance=advance.show)
    return Filled(met)
