"""`kg doctor`: what kg needs, whether it is there, and what to do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from kg.cli.checks.finding import Check, Finding, Level, guarded
from kg.cli.command import kg_command
from kg.cli.console import cell_text, console
from kg.cli.options import PATH, credentials_option, format_option, model_option
from kg.cli.output import TABLE, chosen_format, show
from kg.cli.progress import waiting


@kg_command("doctor")
@click.argument("workspace", type=PATH, required=False)
@click.option("--neo4j", metavar="URI", help="Check this server too, such as neo4j://localhost:7687.")
@credentials_option
@model_option
@format_option
@click.pass_context
def command(
    context: click.Context,
    workspace: Path | None,
    *,
    neo4j: str | None,
    model: str,
    form: str | None,
) -> None:
    """Check Python, the language model, the databases, the settings, the disk, and WORKSPACE where one is given.

    For all that isn't as it should be it says what to do. Advice is about what only some need; a fault ends it with the
    exit status of its kind.

    \b
    Examples:
      kg doctor
      kg doctor my-graph --neo4j neo4j://localhost:7687
    """
    checks = _checks(context.find_root().command, workspace, model, neo4j)
    findings = list(_run(checks))
    _show(findings, chosen_format(form))
    raise click.exceptions.Exit(next((finding.status for finding in findings if finding.status), 0))


def _checks(group: click.Command, workspace: Path | None, model: str, server: str | None) -> dict[str, Check]:
    from kg.cli.checks import databases, installation, language_model, machine, pages, settings
    from kg.cli.checks.workspace import workspace as of_workspace

    checks: dict[str, Check] = {
        "packages": installation.installation,
        "language model": partial(language_model.language_model, model),
        "ArcadeDB": databases.arcadedb,
        "Neo4j": partial(databases.neo4j, server),
        "scripts of the pages": pages.pages,
        "Chromium": pages.browser,
        "settings": partial(settings.settings, group),
        "disk": partial(machine.disk, workspace),
        "terminal": partial(machine.terminal, sys.stdout.encoding),
    }
    if workspace is not None:
        checks["workspace"] = partial(of_workspace, workspace)
    return checks


def _run(checks: dict[str, Check]) -> Iterator[Finding]:
    with waiting("") as tell:  # the model takes seconds
        for what, check in checks.items():
            tell(f"checking: {what}")
            yield from guarded(what, check)


def _show(findings: list[Finding], form: str) -> None:
    if form != TABLE:
        show([asdict(finding) for finding in findings], {}, form=form)
        return
    from rich.table import Table
    from rich.text import Text

    styles = {Level.OK: "green", Level.ADVICE: "yellow", Level.FAULT: "bold red"}
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        told = cell_text(finding.found) + (f"\n→ {cell_text(finding.advice)}" if finding.advice else "")
        table.add_row(Text(finding.level, style=styles[finding.level]), finding.what, Text(told))
    console().print(table)
    counts = Counter(finding.level for finding in findings)
    click.echo(f"faults: {counts[Level.FAULT]}; advice: {counts[Level.ADVICE]}")
