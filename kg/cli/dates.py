"""`kg dates`: the dates of a text, found and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import kg_command
from kg.cli.console import Row
from kg.cli.faults import say
from kg.cli.options import format_option
from kg.cli.output import chosen_format, show
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.corpus.article import Article
    from kg.mentions.dates.date_mention import DateMention

_COLUMNS = {"article": "article", "text": "words", "type": "type", "value": "value", "from": "from", "to": "to"}
_STDIN = "-"
_FILE_NAME = re.compile(r"\S+\.(?:txt|text|md|markdown|jsonl|ndjson|json)")


@kg_command("dates")
@click.argument("what", metavar="[TEXT|FILE|-]", default=_STDIN)
@click.option(
    "--published",
    metavar="DATE",
    help="Day that relative dates count from: 2024-03-19, 2024-03 or 2024. Goes before what the file says.",
)
@format_option
def command(what: str, published: str | None, form: str | None) -> None:
    """Find the dates of a text and say which days they mean, as TIMEX3 value and as first and last day.

    Without an argument, or with -, the text comes from standard input. The argument is a file or folder where there is
    one of that name, else the text itself. Offsets are Python characters into the text (or the title).

    \b
    Examples:
      kg dates "The pope left Erbil on Monday." --published 2021-03-10
      kg dates articles.jsonl --format jsonl
    """
    faults: list[str] = []
    rows = list(_rows(what, published, faults))
    if rows or not faults:
        _show(rows, chosen_format(form))
    for message in faults:
        say(message)
    if faults:
        raise click.exceptions.Exit(InputError.exit_status)


def _show(rows: list[Row], form: str) -> None:
    several = len({row["article"] for row in rows}) > 1
    columns = {key: heading for key, heading in _COLUMNS.items() if key != "article" or several}
    show(rows, columns, form=form, empty="no dates")


def _rows(what: str, published: str | None, faults: list[str]) -> Iterator[Row]:
    import kg

    for article in _articles(what, faults):
        anchor = published or _own_date(article)
        for field, text in (("title", article.title), ("text", article.text)):
            for date in kg.dates(text, published=anchor):
                yield {"article": article.id, "field": field, **_cells(date)}


def _articles(what: str, faults: list[str]) -> Iterator[Article]:
    from kg.corpus.article import Article
    from kg.corpus.read import read_inputs

    if not (what == _STDIN or _is_file_name(what)):
        yield Article("text", what)
        return
    for item in read_inputs([what]):
        if isinstance(item, Article):
            yield item
        else:
            faults.append(item.message)


def _own_date(article: Article) -> str | None:
    """The date that an article has, or that its text begins with."""
    from kg.corpus.layout import lay_out

    return article.published or lay_out(article).published


def _is_file_name(what: str) -> bool:
    """Whether a file or folder is meant: there is one, or a single word ends like a file name (mistyped then)."""
    try:
        return Path(what).exists() or _FILE_NAME.fullmatch(what) is not None
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


def _cells(date: DateMention) -> Row:
    return {
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "type": date.kind.value,
        "value": date.value,
        "from": date.first.isoformat() if date.first else None,
        "to": date.last.isoformat() if date.last else None,
        "precision": date.precision.value if date.precision else None,
        "basis": date.basis.value if date.basis else None,
        "edtf": date.edtf,
    }
