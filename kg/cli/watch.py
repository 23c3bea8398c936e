"""`kg watch`: what comes into a folder goes into a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.faults import say
from kg.cli.interrupts import check
from kg.cli.options import FOLDER, PATH, columns_option, format_option, model_option, schema_option
from kg.cli.output import TABLE, chosen_format
from kg.cli.volume import Volume, volume, warn
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.corpus.columns import Columns
    from kg.pipeline.report import RunReport


@kg_command("watch")
@click.argument("folder", type=FOLDER)
@click.option("--into", required=True, type=PATH, metavar="WORKSPACE", help="Folder of the workspace.")
@click.option("--once", is_flag=True, help="Read what is there, and end.")
@click.option("--idle", type=click.FloatRange(min=0), metavar="SECONDS", help="End when so long nothing changed.")
@click.option(
    "--quiet-for",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="A file that stays as it is for so long is taken for complete.",
)
@columns_option
@schema_option
@model_option
@format_option
def command(
    folder: Path,
    into: Path,
    *,
    once: bool,
    idle: float | None,
    quiet_for: float,
    columns: Columns | None,
    schema: Path | None,
    model: str,
    form: str | None,
) -> None:
    """Read a folder into WORKSPACE, then every file that comes or changes, until Ctrl-C.

    Each batch is read as `kg build` does, with a line on stderr; in a pipe, its report is a line of JSON. A file that
    is still being written is waited for. What a file gave stays when it is removed: see `kg retract`.

    \b
    Examples:
      kg watch inbox --into my-graph
      kg watch inbox --into my-graph --once
    """
    from kg.pipeline.watching import watch

    form, failed = chosen_format(form), False
    reports = watch(folder, into, schema=schema, model=model, columns=columns, once=once, idle=idle, quiet=quiet_for)
    try:
        for report in reports:
            _show(report, form=form)
            failed = failed or bool(report.failed)
            check()
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the same `kg watch` goes on where it stopped") from None
    if failed:
        raise click.exceptions.Exit(InputError.exit_status)


def _show(report: RunReport, *, form: str) -> None:
    for warning in report.warnings:
        warn(warning.message)
    for failure in report.failed:
        say(failure.message)
    if volume() is not Volume.QUIET:
        counts = {"new": report.new, "unchanged": report.unchanged, "replaced": report.replaced}
        counts |= {"extracted again": report.extracted_again, "failed": len(report.failed)}
        what = ", ".join(f"{count} {word}" for word, count in counts.items() if count or word == "new")
        click.echo(f"{report.read} read: {what}; {report.nodes} nodes, {report.edges} edges", err=True)
    if form != TABLE:
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False))
