"""--metrics: counters of runs into a file that a collector reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.options import PATH
from kg.cli.volume import warn

if TYPE_CHECKING:
    from kg.pipeline.report import RunReport

Command = TypeVar("Command", bound=Callable[..., Any])


def metrics_option(command: Command) -> Command:
    """Add --metrics, for a command that makes runs."""
    help_text = "Write counters to FILE after each run, as OpenMetrics text; the file is replaced at once."
    return click.option("--metrics", type=PATH, metavar="FILE", help=help_text)(command)


class MetricsFile:
    """The file that --metrics names; nothing is done where it names none.

    Parameters
    ----------
    file
        It is replaced with each report.
    workspace
        Stands in every line.
    """

    def __init__(self, file: Path | None, workspace: Path) -> None:
        self._file = file
        if file is not None:
            from kg.pipeline.run_metrics import RunMetrics

            self._metrics = RunMetrics(workspace)

    def add(self, report: RunReport) -> None:
        """Write what the runs did so far, this one among them; where that fails the work goes on all the same."""
        if self._file is None:
            return
        from kg.stores.whole_file import write_whole

        self._metrics.add(report)
        try:
            write_whole(self._file, [self._metrics.text()])
        except OSError as fault:
            warn(f"{self._file}: the metrics can't be written: {fault.strerror or fault}")
