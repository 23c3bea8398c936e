"""`kg rebuild`: a workspace's articles extracted again, and what that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.effect_table import print_effect
from kg.cli.faults import say
from kg.cli.logging_options import log_options
from kg.cli.options import PATH, format_option, model_option, schema_option, workers_options, workspace_argument
from kg.cli.output import TABLE, chosen_format, print_table, show
from kg.cli.plain import plain
from kg.cli.progress import article_progress
from kg.cli.volume import warn
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.pipeline.rebuilding.changes import EventChange
    from kg.pipeline.rebuilding.report import RebuildReport

_FATES = ("added", "removed", "changed")


@kg_command("rebuild")
@workspace_argument
@click.option("--dry-run", is_flag=True, help="Extract and compare, and write nothing into WORKSPACE.")
@click.option("--output", type=PATH, metavar="FILE", help="Add every change to FILE, a line of JSON for each article.")
@schema_option
@model_option
@workers_options
@log_options
@format_option
def command(
    workspace: Path,
    *,
    dry_run: bool,
    output: Path | None,
    schema: Path | None,
    model: str,
    workers: int | None,
    time_limit: float,
    form: str | None,
) -> None:
    """Extract the articles in WORKSPACE again with this kg, schema and model, and say what changed and why.

    Articles whose facts are of this very extractor aren't read. Each is one transaction: a run that is cut off goes on
    with the next. What was decided by `kg resolve` stays. Without --schema the workspace keeps the schema it has.

    \b
    Examples:
      kg rebuild my-graph --dry-run
      kg rebuild my-graph --output changes.jsonl
      kg rebuild my-graph --schema my-schemas --workers 4
    """
    from kg.pipeline.rebuilding.rebuild import rebuild

    try:
        with article_progress("rebuilding") as progress:
            report = rebuild(
                workspace,
                schema=schema,
                model=model,
                workers=workers,
                time_limit=time_limit,
                dry_run=dry_run,
                output=output,
                progress=progress,
            )
    except KeyboardInterrupt:
        if dry_run:  # nothing was kept with which another could go on
            raise
        raise KeyboardInterrupt("the same `kg rebuild` goes on where it stopped") from None
    if report.warning:
        warn(report.warning)
    for failure in report.failed:
        say(failure.message)
    form = chosen_format(form)
    if form == TABLE:
        _print(report)
    else:
        show([report.as_dict()], {}, form=form)
    if report.failed:
        raise click.exceptions.Exit(InputError.exit_status)


def _print(report: RebuildReport) -> None:
    for line in _lines(report):
        click.echo(line)
    if report.events:
        click.echo()
        rows = [[kind, *(fates.get(fate, 0) for fate in _FATES)] for kind, fates in report.events.items()]
        print_table(rows, ["event", *_FATES])
    _print_counts(report.aspects, ["in those changed, another", "events"])
    _print_counts(report.rejected, ["removed, since now rejected because", "events"])
    _print_counts(report.others, ["other facts that differ", "articles"])
    for example in report.examples:
        click.echo()
        for line in _example(example):
            click.echo(line)
    if report.effect is not None:
        click.echo()
        print_effect(report.effect)
        click.echo(f"the graph has {report.nodes:,} nodes and {report.edges:,} edges")


def _lines(report: RebuildReport) -> Iterator[str]:
    counts = {
        "by this extractor already": report.current,
        "read again": report.read,
        "failed": len(report.failed),
        "gone meanwhile": report.gone,
    }
    told = ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)
    yield f"{report.articles:,} articles" + (f": {told}" if told else "")
    if report.read:
        unreadable = f", {report.unreadable:,} with old facts that this kg can't read" if report.unreadable else ""
        yield f"{report.same:,} with the same events, {report.changed:,} with others{unreadable}"
        yield f"another than before: {'; '.join(f'{what} ({count:,})' for what, count in report.causes.items())}"
    yield f"{report.seconds:,.1f} s" + (f", {report.workers} workers" if report.workers > 1 else "")
    if report.is_dry_run:
        yield "nothing was written"


def _print_counts(counts: Mapping[str, int], headings: list[str]) -> None:
    if counts:
        click.echo()
        print_table(counts.items(), headings)


def _example(change: EventChange) -> Iterator[str]:
    from kg.pipeline.rebuilding.changes import shown

    state = change.after or change.before
    assert state is not None
    who = ", ".join(name for _, name in state.participants)
    yield plain(f"{change.kind}: {change.type}, {state.status}, {state.date or 'no date'}, {who} ({change.article})")
    for aspect, before, now in shown(change):
        yield f"  {aspect}: {plain(before)} → {plain(now)}"
    if change.rejected:
        yield f"  {'now' if change.after is None else 'before'} rejected: {change.rejected}"
    yield f"  “{plain(state.sentence)}”"
