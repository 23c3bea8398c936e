"""`kg watch`: what comes into folders, and what is new at addresses, goes into a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import kg_command
from kg.cli.duration import Duration
from kg.cli.interrupts import check
from kg.cli.logging_options import log_options
from kg.cli.met import in_counts, say_met
from kg.cli.metrics import MetricsFile, metrics_option
from kg.cli.options import (
    FOLDER,
    PATH,
    columns_option,
    format_option,
    model_option,
    reading_options,
    schema_option,
    workers_options,
)
from kg.cli.output import TABLE, chosen_format
from kg.cli.progress import BatchProgress, is_watched
from kg.cli.volume import Volume, volume
from kg.corpus.address import is_address
from kg.corpus.reading import Reading
from kg.errors import InputError
from kg.pipeline.defaults import EVERY, PATIENCE, QUIET

if TYPE_CHECKING:
    from kg.corpus.columns import Columns
    from kg.pipeline.report import RunReport


class _Source(click.ParamType):  # type: ignore[type-arg]  # generic in new versions alone
    """A folder, or an address."""

    name = "source"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value if is_address(value) else str(FOLDER.convert(value, param, ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        return FOLDER.shell_complete(ctx, param, incomplete)


@kg_command("watch")
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER|ADDRESS...", type=_Source())
@click.option("--into", required=True, type=PATH, metavar="WORKSPACE", help="Folder of the workspace.")
@click.option("--once", is_flag=True, help="Read what is there, and end.")
@click.option("--idle", type=Duration(), metavar="TIME", help="End when so long nothing new came, such as 1h.")
@click.option(
    "--every",
    type=Duration(10),
    default=EVERY,
    metavar="TIME",
    help="How often to look at an address, such as 10m, 2h or 1d.  [default: 10m]",
)
@click.option(
    "--quiet-for",
    type=Duration(),
    default=QUIET,
    metavar="TIME",
    help="A file that stays as it is for so long is taken for complete.  [default: 2s]",
)
@columns_option
@schema_option
@model_option
@workers_options
@reading_options
@log_options
@metrics_option
@format_option
def command(
    sources: tuple[str, ...],
    into: Path,
    *,
    once: bool,
    idle: float | None,
    every: float,
    quiet_for: float,
    columns: Columns | None,
    schema: Path | None,
    model: str,
    workers: int | None,
    time_limit: float,
    language: str,
    allow_private: bool,
    metrics: Path | None,
    form: str | None,
) -> None:
    """Read folders, feeds and pages into WORKSPACE, then every file that comes or changes, and what is new there.

    Each batch is read as `kg build` does, with a line on stderr; in a pipe, its report is a line of JSON. The model is
    loaded once. A file that is still being written is waited for; of a feed only new entries are fetched. What a file
    or an entry gave stays when that is removed: see `kg retract`. Between batches other commands may write to
    WORKSPACE; one that does so for long is waited for, ten minutes at most. Ctrl-C ends it.

    \b
    Examples:
      kg watch inbox --into my-graph
      kg watch inbox --into my-graph --once
      kg watch inbox other-inbox https://news.example.org/world.xml --into my-graph --every 30m
      kg watch inbox --into my-graph --log watch.log --metrics /var/lib/node_exporter/kg.prom
    """
    from kg.pipeline.builder import Builder
    from kg.pipeline.watching import watch

    reading = Reading(language, allow_private)
    form, failed, counted = chosen_format(form), False, MetricsFile(metrics, into)
    builder = Builder(into, schema, model, columns, workers, time_limit, reading=reading, patience=PATIENCE)
    builder.at_work = counted.at_work
    if is_watched():
        click.echo(f"watching {', '.join(sources)}; Ctrl-C ends it", err=True)
    try:
        with builder, BatchProgress("building") as progress:
            for report in watch(
                sources, builder, once=once, idle=idle, quiet=quiet_for, every=every, progress=progress
            ):
                progress.done()
                counted.add(report)
                _show(report, form=form)
                failed = failed or bool(report.failed)
                check()
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the same `kg watch` goes on where it stopped") from None
    if failed:
        raise click.exceptions.Exit(InputError.exit_status)


def _show(report: RunReport, *, form: str) -> None:
    say_met(report.warnings, report.warned, report.failed)
    if volume() is not Volume.QUIET:
        click.echo(f"{in_counts(report)}; {report.nodes:,} nodes, {report.edges:,} edges", err=True)
    if form != TABLE:
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False))
