"""A run from its beginning to its report, whoever reads the articles."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg import __version__
from kg.logs import Log
from kg.pipeline.current import renewed
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Met
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.report import RunReport, Tally
from kg.schema.state_names import state_names
from kg.schema.types import Schema
from kg.workspace.runs import now
from kg.workspace.workspace import Workspace

_log = Log("pipeline")


@dataclass(frozen=True, slots=True)
class Filled:
    """What was met on the way, how many processes read side by side, and how many of them were replaced."""

    met: Met
    workers: int = 0
    restarts: int = 0
    queues: Mapping[str, int] = field(default_factory=dict)


def recorded(
    into: Path,
    schema: Path | None,
    types: Schema,
    fill: Callable[[Workspace, Tally], Filled],
    *,
    extractor: str,
    began: float,
    patience: float = 0.0,
) -> RunReport:
    """Open the workspace, fill it, make the graph of all that it holds, and report.

    Parameters
    ----------
    into
        The workspace, made where there is none.
    schema, types
        The folder of schemas (None: the shipped one), and what is in it.
    fill
        Records articles and counts them.
    extractor
        Name of what extracts them, or did.
    began
        When the run began, by `time.monotonic`.
    patience
        Seconds to wait for another process that is writing.

    Raises
    ------
    WorkspaceError
        The workspace can't be opened or written.
    """
    tally = Tally()
    with Workspace.open(into, create=True, patience=patience) as record:
        run = record.runs.begin(now())
        _log.info("run began", run=run, workspace=str(into), kg=__version__, extractor=extractor)
        keep_schema(record.folder, schema)
        filled = fill(record, tally)
        renewal = renewed(record, types, state_names(schema), stages=tally.stages)
        if renewal.warning:
            filled.met.warnings.append(Failure(str(record.folder), renewal.warning, "database"))
        report = tally.report(filled.met, renewal, reading=filled, seconds=time.monotonic() - began)
        record.runs.finish(run, finished=now(), report=json.dumps(report.as_dict()))
    _log.info("run ended", run=run, **report.counts(), seconds=round(report.seconds, 3))
    return report
