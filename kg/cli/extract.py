"""`kg extract`: articles in, one line of facts an article out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.logging_options import log_options
from kg.cli.met import say_met
from kg.cli.options import (
    columns_option,
    confidence_option,
    model_option,
    reading_options,
    schema_option,
    workers_options,
)
from kg.cli.progress import article_progress
from kg.cli.set_aside import set_aside
from kg.cli.volume import remark
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.corpus.columns import Columns


@kg_command("extract")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--output", "-o", required=True, metavar="FACTS.jsonl", help="Where the facts go; - is standard output.")
@confidence_option
@columns_option
@schema_option
@model_option
@reading_options
@workers_options
@log_options
def command(
    inputs: tuple[str, ...],
    output: str,
    *,
    min_confidence: float,
    columns: Columns | None,
    schema: Path | None,
    model: str,
    language: str,
    allow_private: bool,
    workers: int | None,
    time_limit: float,
) -> None:
    """Write what each article says, one JSON object a line, in the order of the articles.

    INPUT is a file or folder of articles, the address of a page or a feed, or - for standard input; see `kg build`.

    \b
    Examples:
      kg extract articles.jsonl --output facts.jsonl
      kg extract articles.jsonl --output sure.jsonl --min-confidence 0.9
      cat articles.jsonl | kg extract - --output - | head
    """
    from kg.corpus.reading import Reading
    from kg.pipeline.facts_file import write_facts

    with article_progress("extracting") as progress:
        read = write_facts(
            inputs,
            output,
            columns=columns,
            schema=schema,
            model=model,
            min_confidence=min_confidence,
            workers=workers,
            time_limit=time_limit,
            progress=progress,
            reading=Reading(language, allow_private),
        )
    say_met(read.warnings, read.warned, read.failed)
    if read.set_aside:
        for line in set_aside(read.set_aside, read.set_aside_origins):
            remark(line)
    if read.failed:
        raise click.exceptions.Exit(InputError.exit_status)
