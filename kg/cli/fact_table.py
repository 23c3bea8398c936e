"""A table of facts: what can be compared stands in columns, the sentence that says so beneath each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kg.cli.console import Row, cell_text, console

_GAP = "  "
_INDENT = 4
_WIDE = ("who", "where", "document")  # wrapped where the line is full; an id, a date or a status never is
_NARROWEST = 10
_LONGEST_WORD = 20  # longer ones may be cut


def print_facts(rows: Sequence[Row], columns: Mapping[str, str], *, beneath: str) -> None:
    """Print rows with a line of running text beneath each. A column without any value is left out.

    Parameters
    ----------
    columns
        Key -> heading.
    beneath
        Key of the text that stands beneath a row.
    """
    out = console()
    texts = [{key: cell_text(row.get(key)) for key in (*columns, beneath)} for row in rows]
    shown = {key: heading for key, heading in columns.items() if any(text[key] for text in texts)}
    widths = _widths(texts, shown, out.width)
    _print(out, _lines(shown, widths, out), style="bold")
    out.print(Text("─" * min(out.width, sum(widths.values()) + len(_GAP) * (len(widths) - 1))))
    for text in texts:
        _print(out, _lines(text, widths, out), style="bold")
        for line in Text(text[beneath]).wrap(out, max(out.width - _INDENT, _NARROWEST)):
            out.print(Text(" " * _INDENT) + line)


def _widths(texts: Sequence[Mapping[str, str]], shown: Mapping[str, str], available: int) -> dict[str, int]:
    """Give each column what its widest cell takes; where that is too much, take it from the widest that may wrap."""
    widths = {key: max(cell_len(row[key]) for row in (*texts, shown)) for key in shown}
    least = {key: min(_LONGEST_WORD, _longest_word(row[key] for row in texts)) for key in _WIDE if key in widths}
    for _ in range(sum(widths.values()) + len(_GAP) * (len(widths) - 1) - available):
        wide = [key for key in least if widths[key] > least[key]]
        if not wide:
            break
        widths[max(wide, key=lambda key: widths[key])] -= 1
    return widths


def _longest_word(texts: Iterable[str]) -> int:
    return max((cell_len(word) for text in texts for word in text.split()), default=_NARROWEST)


def _lines(row: Mapping[str, str], widths: Mapping[str, int], out: Console) -> Iterator[str]:
    cells = [[line.plain.rstrip() for line in Text(row[key]).wrap(out, width)] for key, width in widths.items()]
    for parts in zip_longest(*cells, fillvalue=""):
        line = _GAP.join(set_cell_size(part, width) for part, width in zip(parts, widths.values(), strict=True))
        yield line.rstrip()


def _print(out: Console, lines: Iterator[str], *, style: str) -> None:
    for line in lines:
        out.print(Text(line, style=style), no_wrap=True, overflow="ignore", crop=False)
