"""The articles of a workspace extracted again by the extractor as it is now, and both compared."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kg import __version__
from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.logs import Log
from kg.pipeline.current import Renewal, renewed
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.failure import Failure
from kg.pipeline.kept_schema import keep_schema, kept_schema
from kg.pipeline.rebuilding.changes import ArticleChange, changes
from kg.pipeline.rebuilding.listing import Listing
from kg.pipeline.rebuilding.report import Comparison, RebuildReport, cause
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.runner import Runner, runner
from kg.pipeline.shard import Extracted
from kg.pipeline.stages import Stage, Stages
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.workspace.codec import decode_facts
from kg.workspace.extractions import Extraction
from kg.workspace.runs import now
from kg.workspace.workspace import Workspace

#: Is told how many articles are done, and how many of them failed.
Progress = Callable[[int, int], None]

_log = Log("pipeline")


def rebuild(
    path: str | Path,
    *,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
    dry_run: bool = False,
    output: str | Path | None = None,
    progress: Progress | None = None,
    extractor: str = KG,
) -> RebuildReport:
    """Extract the articles of a workspace again where another extractor did, and tell what changed and why.

    Every article is one transaction: a run that is killed loses none, and the next one goes on there; articles that
    are by this extractor already aren't read. What people have judged stays.

    Parameters
    ----------
    path
        The workspace.
    schema
        A folder of schemas, which becomes the workspace's; None: the one that it has.
    model
        Name of a spaCy pipeline.
    workers, time_limit, progress, extractor
        As of `kg.build`.
    dry_run
        Extract and compare, and write nothing into the workspace.
    output
        A file that gets each article with changes as a line of JSON; what is in it stays.

    Raises
    ------
    OSError
        `output` can't be written.
    SchemaError, ModelError, WorkspaceError
        Nothing was done; a damaged article ends it, and what was read before stays.

    Examples
    --------
    >>> import kg
    >>> kg.rebuild("no-such-folder")
    Traceback (most recent call last):
    kg.errors.WorkspaceError: no-such-folder: no such folder. `kg build INPUT --into no-such-folder` makes one
    """
    began = time.monotonic()
    with Workspace.read(path) as record:  # said before a model is loaded
        folder = Path(schema) if schema is not None else kept_schema(record.folder)
    types = load_schema(folder)
    recipe = Recipe(folder, model, extractor)
    with (
        runner(recipe, workers=workers, time_limit=time_limit) as reading,
        Workspace.read(path) if dry_run else Workspace.open(path) as record,
        Listing(output) as listing,
    ):
        run = _Run(record, reading, listing, is_dry=dry_run, began=began)
        run.begin()
        if schema is not None and not dry_run:
            keep_schema(record.folder, folder)
        run.read(progress)
        renewal = None if dry_run else renewed(record, types, state_names(folder), stages=run.stages)
        return run.end(renewal)


class _Run:
    """A rebuild while it runs."""

    def __init__(self, record: Workspace, reading: Runner, listing: Listing, *, is_dry: bool, began: float) -> None:
        self.stages = Stages()
        self._began = began
        self._record = record
        self._reading = reading
        self._listing = listing
        self._is_dry = is_dry
        self._found = Comparison()
        self._articles = len(record)
        self._waiting = record.extractions.not_by(reading.fingerprint)
        self._number: int | None = None

    def begin(self) -> None:
        """Note the beginning."""
        if not self._is_dry:
            self._number = self._record.runs.begin(now())
        _log.info(
            "rebuild began",
            run=self._number,
            workspace=str(self._record.folder),
            kg=__version__,
            extractor=self._reading.fingerprint,
            articles=len(self._waiting),
        )

    def read(self, progress: Progress | None) -> None:
        """Extract, compare and keep, one article after the other."""
        failed_before = {origin for origin, _ in self._record.failed_inputs.all()}
        for article, result in self._reading.run(self._articles_again(), known_to_fail=failed_before):
            if isinstance(result, Failure):
                self._fail(result)
            else:
                self.stages.add(result.seconds)
                self._take(article, result)
            if progress:
                progress(self._found.read, len(self._found.failed))

    def end(self, renewal: Renewal | None) -> RebuildReport:
        """Note the end."""
        report = self._report(renewal)
        if self._number is not None:
            self._record.runs.finish(self._number, finished=now(), report=json.dumps(report.as_dict()))
        _log.info(
            "rebuild ended",
            run=self._number,
            read=report.read,
            changed=report.changed,
            failed=len(report.failed),
            dry_run=self._is_dry,
            seconds=round(report.seconds, 3),
        )
        return report

    def _articles_again(self) -> Iterator[Article]:
        for article_id in self._waiting:
            found = self._record.extractions.get(article_id)
            if found is None:
                self._found.gone += 1
            else:
                yield found.article

    def _take(self, article: Article, result: Extracted) -> None:
        before = self._record.extractions.get(article.id)
        if before is None or before.article != article:  # another process may write beside a dry run
            self._found.gone += 1
            return
        with self.stages.time(Stage.COMPARING):
            change = _compared(before, result)
        self._found.count(change, cause(before.extractor, self._reading.fingerprint))
        if change:
            self._listing.add(self._number, change)
        if not self._is_dry:
            with self.stages.time(Stage.RECORDING):
                self._record.save_encoded(article, result.encoded, self._reading.fingerprint)

    def _fail(self, failure: Failure) -> None:
        self._found.failed.append(failure)
        _log.warning("article failed", origin=failure.origin, kind=failure.kind)
        if not self._is_dry:
            self._record.failed_inputs.note(failure.origin, failure.message)

    def _report(self, renewal: Renewal | None) -> RebuildReport:
        found = self._found
        return RebuildReport(
            articles=self._articles,
            current=self._articles - len(self._waiting),
            read=found.read,
            same=found.same,
            changed=found.changed,
            unreadable=found.unreadable,
            gone=found.gone,
            failed=tuple(found.failed),
            causes=dict(sorted(found.causes.items())),
            events={kind: dict(sorted(found.events[kind].items())) for kind in sorted(found.events)},
            aspects=dict(found.aspects.most_common()),
            rejected=dict(found.rejected.most_common()),
            others=dict(found.others.most_common()),
            examples=found.examples,
            extractor=self._reading.fingerprint,
            effect=renewal.effect if renewal else None,
            nodes=len(renewal.graph.nodes) if renewal else None,
            edges=len(renewal.graph.edges) if renewal else None,
            is_dry_run=self._is_dry,
            workers=self._reading.workers,
            restarts=self._reading.restarts,
            seconds=time.monotonic() - self._began,
            stages=self.stages.seconds,
            warning=renewal.warning if renewal else None,
        )


def _compared(before: Extraction, result: Extracted) -> ArticleChange | None:
    """Compare; None where the old facts aren't such as this kg writes."""
    try:
        old = decode_facts(before.encoded)
    except WorkspaceError:
        return None
    return changes(before.article, old, decode_facts(result.encoded))
