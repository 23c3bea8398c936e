"""`kg evaluate`: scores against gold, with intervals and errors by class."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.console import Row
from kg.cli.faults import say
from kg.cli.options import PATH, format_option, model_option, schema_option
from kg.cli.output import TABLE, chosen_format, json_line, show
from kg.cli.progress import article_progress
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.evaluation.mistakes import Mistake
    from kg.evaluation.result import Evaluation

_SCORES = {
    "measure": "measure",
    "figure": "figure",
    "value": "value",
    "interval": "95 % interval",
    "precision": "precision",
    "recall": "recall",
    "gold": "gold",
    "found": "found",
}
_ERRORS = {"weight": "weight", "number": "errors", "error": "class", "why": "why"}


@kg_command("evaluate")
@click.argument("gold", type=PATH)
@click.argument("articles", nargs=-1)
@click.option("--facts", type=PATH, metavar="FILE", help="Score this file of facts; no article is extracted.")
@click.option("--errors", type=PATH, metavar="FILE", help="Write every error to this file, a JSON object a line.")
@schema_option
@model_option
@format_option
def command(
    gold: Path,
    articles: tuple[str, ...],
    *,
    facts: Path | None,
    errors: Path | None,
    schema: Path | None,
    model: str,
    form: str | None,
) -> None:
    """Extract ARTICLES and score what comes out against GOLD, annotations in the form of facts.

    Intervals are of 1,000 resamples of the articles. The errors in a file come with sentence, rule and the candidates
    that were rejected in the sentence of a missed event, each with its reason.

    \b
    Examples:
      kg evaluate gold.jsonl articles.jsonl --errors errors.jsonl
      kg evaluate gold.jsonl --facts facts.jsonl
    """
    from kg.evaluation.evaluate import evaluate, evaluate_facts

    if bool(articles) == (facts is not None):
        raise click.UsageError("Give either ARTICLES, which are extracted, or --facts.")
    if facts is not None:
        result = evaluate_facts(gold, facts)
    else:
        with article_progress("extracting") as progress:
            result = evaluate(gold, articles, schema=schema, model=model, progress=progress)
    if errors is not None:
        _write(errors, result.mistakes)
    _print(result, chosen_format(form))
    for failure in result.failed:
        say(failure.message)
    if result.failed:
        raise click.exceptions.Exit(InputError.exit_status)


def _print(result: Evaluation, form: str) -> None:
    if form != TABLE:
        show([result.as_dict()], {}, form=form)
        return
    show([], _SCORES, cells=[_cells(row) for row in result.rows()], form=form)
    click.echo()
    show([], _ERRORS, cells=result.errors(), form=form, empty="no errors")
    for text, number in result.notes.items():
        say(f"{text} ({number})")


def _cells(row: Row) -> Row:
    """Give figures three digits: F1s differ in the third."""
    cells = {key: f"{value:.3f}" if isinstance(value, float) else value for key, value in row.items()}
    sizes = {key: f"{row[key]:.1f}" for key in ("gold", "found") if key in row}
    return {**cells, **sizes, "interval": f"{row['low']:.3f} to {row['high']:.3f}"}


def _write(path: Path, mistakes: Iterable[Mistake]) -> None:
    with path.open("w", encoding="utf-8", errors="surrogatepass") as stream:
        stream.writelines(json_line(one.as_dict()) + "\n" for one in mistakes)
