"""Rows of text as tables: aligned for a terminal, as HTML for a notebook, and values as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError

if TYPE_CHECKING:
    from pandas import DataFrame


def aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Give lines of cells as lines of text, each column as wide as its longest cell.

    Examples
    --------
    >>> aligned([["who", "times"], ["Ban Ki-moon", "3"]])
    ['who          times', 'Ban Ki-moon  3']
    """
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines]


def printable(text: str) -> str:
    """Give a text with blanks for the characters that a terminal would obey or that turn text around."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


class Html(str):
    """HTML that was made of escaped text, and is not to be escaped again."""

    __slots__ = ()


def html_table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Html:
    """Give a table in HTML; every text is escaped, what is `Html` already is taken as it is.

    Examples
    --------
    >>> html_table(["who"], [["<b>"]])
    '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return Html(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def _cell(text: str) -> str:
    return text if isinstance(text, Html) else escape(text)


def data_frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] | None, *, instead: str = "") -> DataFrame:
    """Give rows as a pandas DataFrame; `instead` says what there is without pandas.

    Raises
    ------
    QueryError
        pandas isn't installed; kg itself doesn't need it.
    """
    try:
        import pandas as pd
    except ImportError:
        told = f"a DataFrame needs pandas, which isn't installed. `pip install pandas`{instead}"
        raise QueryError(told) from None
    return pd.DataFrame([dict(row) for row in rows], columns=columns)
