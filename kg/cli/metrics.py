"""--metrics: counters of runs into a file that a collector reads."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.options import PATH
from kg.cli.volume import warn

if TYPE_CHECKING:
    from kg.pipeline.report import RunReport
    from kg.pipeline.work import Work

_EVERY = 15.0  # seconds; collectors look about as often

Command = TypeVar("Command", bound=Callable[..., Any])


def metrics_option(command: Command) -> Command:
    """Add --metrics, for a command that makes runs."""
    help_text = "Write counters to FILE while it works, as OpenMetrics text; the file is replaced at once."
    return click.option("--metrics", type=PATH, metavar="FILE", help=help_text)(command)


class MetricsFile:
    """The file that --metrics names; nothing is done where it names none.

    While a run goes on, what it has done so far is written every few seconds.

    Parameters
    ----------
    file
        It is replaced with each report.
    workspace
        Stands in every line.
    """

    def __init__(self, file: Path | None, workspace: Path) -> None:
        self._file = file
        self._written = time.monotonic()
        if file is not None:
            from kg.pipeline.run_metrics import RunMetrics

            self._metrics = RunMetrics(workspace)

    def add(self, report: RunReport) -> None:
        """Write what the runs did so far, this one among them; where that fails the work goes on all the same."""
        if self._file is not None:
            self._metrics.add(report)
            self._write(self._file, None)

    def at_work(self, so_far: Callable[[], Work]) -> None:
        """Write what a run did so far, where that was long ago."""
        if self._file is not None and time.monotonic() - self._written >= _EVERY:
            self._write(self._file, so_far())

    def _write(self, file: Path, running: Work | None) -> None:
        from kg.stores.whole_file import write_whole

        self._written = time.monotonic()
        try:
            write_whole(file, [self._metrics.text(running)])
        except OSError as fault:
            warn(f"{file}: the metrics can't be written: {fault.strerror or fault}")
