"""`kg build`: articles into a workspace, with a report of what was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.effect_table import print_effect
from kg.cli.logging_options import log_options
from kg.cli.met import in_counts, say_met
from kg.cli.metrics import MetricsFile, metrics_option
from kg.cli.options import (
    PATH,
    columns_option,
    format_option,
    model_option,
    reading_options,
    schema_option,
    workers_options,
)
from kg.cli.output import TABLE, chosen_format, print_table, show
from kg.cli.progress import article_progress
from kg.cli.runners import check_choice, runner_options
from kg.cli.set_aside import set_aside
from kg.cli.volume import detail
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.corpus.columns import Columns
    from kg.pipeline.report import RunReport


@kg_command("build")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--into", required=True, type=PATH, metavar="WORKSPACE", help="Folder of the workspace.")
@columns_option
@schema_option
@model_option
@workers_options
@reading_options
@log_options
@metrics_option
@runner_options
@format_option
def command(
    inputs: tuple[str, ...],
    into: Path,
    *,
    columns: Columns | None,
    schema: Path | None,
    model: str,
    workers: int | None,
    time_limit: float,
    language: str,
    allow_private: bool,
    metrics: Path | None,
    runner: str,
    address: str | None,
    facts: str | None,
    form: str | None,
) -> None:
    """Read articles and add what they say to the graph in WORKSPACE.

    INPUT is a file with articles (text, HTML, PDF, JSON, CSV, Parquet, WARC, feeds, archives of such), a folder, the
    address of a page or a feed (https://…), or - for standard input. Articles that are there already are not read
    again; a run that was interrupted goes on where it stopped. Articles that aren't in English are set aside, and
    counted.

    \b
    Examples:
      kg build articles.jsonl --into my-graph
      kg build news/ more.txt page.html report.pdf --into my-graph
      kg build https://news.example.org/world.xml --into my-graph
      kg build news/ --into my-graph --workers 4 --time-limit 300
      kg build /mnt/news --into my-graph --runner ray --address 10.0.0.5:6379 --facts /mnt/facts
      kg build --facts s3://news/facts --into my-graph
    """
    check_choice(inputs, runner=runner, address=address, facts=facts, workers=workers, allow_private=allow_private)
    from kg.pipeline.build import build

    counted = MetricsFile(metrics, into)
    try:
        with article_progress("building") as progress:
            report = build(
                inputs,
                into,
                columns=columns,
                schema=schema,
                model=model,
                workers=workers,
                time_limit=time_limit,
                progress=progress,
                language=language,
                allow_private=allow_private,
                runner=runner,
                address=address,
                facts=facts,
                at_work=counted.at_work,
            )
    except KeyboardInterrupt:
        raise KeyboardInterrupt("the same `kg build` goes on where it stopped") from None
    counted.add(report)
    show_report(report, form=chosen_format(form))


def show_report(report: RunReport, *, form: str) -> None:
    """Print a run report, as tables or JSON, and on stderr what failed; an input that failed ends the command."""
    say_met(report.warnings, report.warned, report.failed)
    if form == TABLE:
        _print_report(report)
    else:
        show([report.as_dict()], {}, form=form)
    if report.failed:
        raise click.exceptions.Exit(InputError.exit_status)


def _processes(report: RunReport) -> str:
    """Say who read, where it is worth a word."""
    workers = f", {report.workers} workers" if report.workers > 1 else ""
    return workers + (f", {report.restarts} restarted" if report.restarts else "")


def _print_report(report: RunReport) -> None:
    click.echo(in_counts(report))
    click.echo(f"{report.seconds:,.1f} s, {report.articles_per_second:,.1f} articles/s{_processes(report)}")
    if report.stages:
        detail(", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in report.stages.items()))
    click.echo(f"{report.mentions:,} mentions in what was read anew")
    click.echo(f"the graph has {report.nodes:,} nodes and {report.edges:,} edges")
    if report.set_aside:
        click.echo("\n".join(set_aside(report.set_aside, report.set_aside_origins)))
    if report.sources < report.articles:
        click.echo(f"its {report.articles:,} articles are of {report.sources:,} sources, the others copies")
    if report.replaced or report.extracted_again:
        print_effect(report.effect)
    if report.events:
        statuses = ("occurred", "planned", "possible", "negated")
        rows = ([kind, *(count.get(status, 0) for status in statuses)] for kind, count in report.events.items())
        click.echo()
        print_table(rows, ["event", *statuses])
    if report.rejected:
        click.echo()
        print_table(report.rejected.items(), ["rejected because", "candidates"])
