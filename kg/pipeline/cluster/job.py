"""The work of a run on many machines, as any engine does it: find bundles, read each into shards, extract each shard.

An engine is given a `Job`, which goes wherever pickle or JSON goes; see `kg.pipeline.cluster.on_ray.engine`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Self

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.language import ENGLISH
from kg.errors import ModelError
from kg.pipeline.cluster.bundle import Bundle
from kg.pipeline.cluster.entry import Entry, Manifest
from kg.pipeline.cluster.folder import FactsFolder
from kg.pipeline.cluster.item import decode_items
from kg.pipeline.cluster.outcome import Came, Outcome, of_article, of_other
from kg.pipeline.cluster.shard import ITEMS, Shard, shards
from kg.pipeline.defaults import TIME_LIMIT
from kg.pipeline.recipe import Recipe
from kg.pipeline.runner import Runner, runner

Row = Mapping[str, Any]
"""What an engine passes from step to step: plain numbers, text and bytes."""


@dataclass(frozen=True, slots=True)
class Job:
    """A run.

    `facts` is the folder for facts, a path or URL that all machines see. `fingerprint` is that of the extractor on the
    machine that asks: those of all others have to be the same. A shard has `most` items.

    Examples
    --------
    >>> job = Job(Recipe(), "/mnt/facts", fingerprint="3f")
    >>> job.time_limit
    120.0
    """

    recipe: Recipe
    facts: str
    fingerprint: str
    columns: Columns | None = None
    language: str = ENGLISH
    time_limit: float = TIME_LIMIT
    most: int = ITEMS

    @classmethod
    def of(
        cls,
        recipe: Recipe,
        facts: str,
        *,
        columns: Columns | None = None,
        language: str = ENGLISH,
        time_limit: float = TIME_LIMIT,
    ) -> Self:
        """Make a job with the fingerprint that the extractor has here.

        Raises
        ------
        SchemaError, ModelError
            The extractor can't be loaded.
        """
        with runner(recipe, workers=1) as here:
            return cls(recipe, facts, here.fingerprint, columns, language, time_limit, ITEMS)

    def read(self, bundle: str) -> Iterator[dict[str, Any]]:
        """Read a bundle (its JSON) into shards, a row each."""
        found = Bundle.from_json(bundle)
        for shard in shards(found.number, found.items(self.language, self.columns), most=self.most):
            yield {"bundle": shard.bundle, "number": shard.number, "name": shard.name, "items": shard.items}

    def finish(self, rows: Iterable[Row]) -> Manifest:
        """Put the manifest of all shards in place, from the rows that `Extraction.rows` gave.

        Raises
        ------
        InputError
            It can't be written.
        """
        ordered = sorted(rows, key=lambda row: (row["bundle"], row["number"]))
        entries = tuple(Entry.parse(row["entry"].encode(), name=self.facts) for row in ordered)
        manifest = Manifest(fingerprint=self.fingerprint, shards=entries)
        FactsFolder(self.facts).finish(manifest)
        return manifest


class Extraction:
    """Who extracts shards, one after the other: a process with the extractor, which is replaced when it dies.

    Usually a context; where whoever made it is ended, the process ends by itself.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._folder = FactsFolder(job.facts)
        self._open = ExitStack()
        self._runner: Runner | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def rows(self, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
        """Extract and commit shards, as `Job.read` gave them: for each its place, its entry, and new processes.

        Raises
        ------
        ModelError, SchemaError
            The extractor can't be loaded, or is another than that of the job.
        InputError
            The facts can't be written.
        """
        for row in rows:
            shard = Shard(row["bundle"], row["number"], row["name"], row["items"])
            before = self._runner.restarts if self._runner else 0
            entry = self.commit(shard)
            restarts = self._runner.restarts - before if self._runner else 0
            place = {"bundle": shard.bundle, "number": shard.number}
            yield {**place, "entry": entry.as_bytes().decode(), "restarts": restarts}

    def commit(self, shard: Shard) -> Entry:
        """Extract a shard unless that was done; what failed then is tried again alone."""
        there = self._folder.committed(shard, self._job.fingerprint)
        if there is not None and not there[0].failures:
            return there[0]
        kept = there[1] if there is not None else []
        return self._folder.commit(shard, self._job.fingerprint, list(self._outcomes(shard, kept)))

    def _outcomes(self, shard: Shard, kept: list[Outcome]) -> Iterator[Outcome]:
        """Give what came of each item, in their order; but for what failed, as it was kept."""
        items = decode_items(shard.items)
        kept = kept if len(kept) == len(items) else []
        known = {outcome.origin for outcome in kept if outcome.came is Came.FAILED}
        again = [item for number, item in enumerate(items) if not kept or kept[number].came is Came.FAILED]
        results = self._ready().run((item for item in again if isinstance(item, Article)), known_to_fail=known)
        for number, item in enumerate(items):
            if kept and kept[number].came is not Came.FAILED:
                yield kept[number]
            elif isinstance(item, Article):
                yield of_article(*next(results))
            else:
                yield of_other(item)

    def _ready(self) -> Runner:
        """Give who reads, started at first need: what is committed needs none."""
        if self._runner is None:
            recipe, limit = self._job.recipe, self._job.time_limit
            self._runner = self._open.enter_context(runner(recipe, workers=1, time_limit=limit))
            if self._runner.fingerprint != self._job.fingerprint:
                raise ModelError(
                    "a machine has another kg, model or schema than this one. Install the same on all, and run it again"
                )
        return self._runner
