"""The plainest engine: one process does all the work of a job, one shard after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.corpus.read import Input
from kg.pipeline.cluster.bundle import bundles
from kg.pipeline.cluster.entry import Manifest
from kg.pipeline.cluster.job import Extraction, Job
from kg.pipeline.recipe import Recipe

FAULTY = "tests.pipeline.workers.faulty:faulty"


def job(facts: Path | str, **how: object) -> Job:
    """A job for the extractor that obeys articles."""
    return Job.of(Recipe(factory=FAULTY), str(facts), **how)  # type: ignore[arg-type]


def extract_here(work: Job, inputs: Sequence[Input]) -> Manifest:
    """Do a job."""
    with Extraction(work) as extraction:
        rows = [row for bundle in bundles(inputs) for row in extraction.rows(work.read(bundle.as_json()))]
    return work.finish(reversed(rows))
