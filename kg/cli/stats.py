"""`kg stats`: what a workspace holds, and what its runs did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.options import form_option, workspace_argument
from kg.cli.output import JSON, TABLE, chosen_format, print_table, show
from kg.cli.plain import plain

if TYPE_CHECKING:
    from kg.pipeline.stats import Stats
    from kg.workspace.counts import RunSummary

_OPENMETRICS = "openmetrics"
_STATUSES = ("occurred", "planned", "possible", "negated")
_UNITS = ("B", "kB", "MB", "GB", "TB")


@kg_command("stats")
@workspace_argument
@form_option(TABLE, JSON, _OPENMETRICS)
def command(workspace: Path, form: str | None) -> None:
    """Count what WORKSPACE holds and what its runs did: articles, sources, events, runs, sizes on disk.

    It is quick, and works while another process writes: nothing is made anew. Numbers of the graph are those of the
    graph as it was saved last.

    \b
    Examples:
      kg stats my-graph
      kg stats my-graph --format openmetrics > /var/lib/node_exporter/my-graph.prom
    """
    from kg.pipeline.stats import stats

    found, form = stats(workspace), chosen_format(form)
    if form == _OPENMETRICS:
        click.echo(found.openmetrics(), nl=False)
    elif form == TABLE:
        _print(found)
    else:
        show([found.as_dict()], {}, form=form)


def _print(found: Stats) -> None:
    for name, text in _about(found):
        click.echo(f"{name:<18}{plain(text)}")
    if found.graph is not None:
        rows = [[kind, *(by.get(status, 0) for status in _STATUSES)] for kind, by in found.graph.events.items()]
        _print_part(rows, ["event", *_STATUSES])
        _print_part(list(found.graph.entities.items()), ["entity", "number"])
    _print_part(list(found.record.rejected.items()), ["rejected because", "candidates"])
    extractors = [[use.articles, use.code or "?", use.schema or "?", use.model or use.name] for use in found.extractors]
    _print_part(extractors, ["articles", "read by code", "schema", "model"])
    _print_part([[name, _size(size)] for name, size in found.bytes.items()], ["file", "size"])


def _print_part(rows: Sequence[Iterable[object]], headings: Sequence[str]) -> None:
    if rows:
        click.echo()
        print_table(rows, headings)


def _about(found: Stats) -> Iterator[tuple[str, str]]:
    record, graph = found.record, found.graph
    yield "workspace", f"{found.workspace}, format {found.format}{', being written' if found.is_written else ''}"
    sources = f" of {graph.sources:,} sources" if graph else ""
    yield "articles", f"{record.articles:,}{sources}"
    undated = f", {record.undated:,} without a date" if record.undated else ""
    yield "published", f"{_span(record.first, record.last)}{undated}"
    yield "languages", _counts(record.languages)
    if graph:
        late = "" if found.is_current else ", older than the articles: the next `kg build` brings it up to date"
        yield "graph", f"{graph.nodes:,} nodes, {graph.edges:,} edges{late}"
        yield "events", _span(graph.first, graph.last)
    else:
        yield "graph", "none yet"
    for judge, verdicts in record.judgements.items():
        yield f"judged by {judge}", _counts(verdicts)
    yield "failures kept", f"{record.failures:,}"
    cut_off = f", {found.cut_off:,} cut off" if found.cut_off else ""
    yield "runs", f"{record.runs:,}{cut_off}, {record.seconds:,.0f} s in all"
    if record.last_run:
        yield "last run", _run(record.last_run)


def _run(run: RunSummary) -> str:
    if run.finished is None:
        return f"{run.started}, without an end"
    speed = run.articles_per_second
    took = f", {run.seconds:,.1f} s" if run.seconds is not None else ""
    return f"{run.started}{took}" + (f", {run.read:,} read, {speed:,.1f} a second" if speed is not None else "")


def _span(first: str | None, last: str | None) -> str:
    return "–" if first is None else f"{first} to {last}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "none"


def _size(size: float) -> str:
    """Give bytes in a unit that leaves few digits.

    Examples
    --------
    >>> _size(999), _size(1500), _size(23_400_000)
    ('999 B', '1.5 kB', '23.4 MB')
    """
    for unit in _UNITS:
        if size < 1000 or unit == _UNITS[-1]:
            return f"{size:,.0f} {unit}" if unit == "B" else f"{size:,.1f} {unit}"
        size /= 1000
    raise AssertionError
