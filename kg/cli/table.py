"""Tables: columns as wide as what stands in them, wrapped where the line is full; a running text beneath a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kg.cli.console import Row, cell_text, console

_GAP = "  "
_INDENT = 4
_NARROWEST = 8
_LONGEST_WORD = 20  # longer ones may be cut
_NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?")
# What didn't happen, or not yet, is told from what did by more than its word.
_STYLES = {"planned": "cyan", "possible": "yellow", "negated": "red"}

Line = Sequence[str]


def print_facts(rows: Sequence[Row], columns: Mapping[str, str], *, beneath: str) -> None:
    """Print rows with a line of running text beneath each. A column without any value is left out.

    Parameters
    ----------
    columns
        Key -> heading.
    beneath
        Key of the text that stands beneath a row.
    """
    texts = [{key: cell_text(row.get(key)) for key in (*columns, beneath)} for row in rows]
    shown = {key: heading for key, heading in columns.items() if any(text[key] for text in texts)}
    print_lines(
        [[text[key] for key in shown] for text in texts],
        list(shown.values()),
        beneath=[text[beneath] for text in texts],
    )


def print_lines(lines: Sequence[Line], headings: Line, *, beneath: Sequence[str] | None = None) -> None:
    """Print texts in columns beneath headings; with a text beneath each line, the lines are bold."""
    out = console()
    columns = list(zip(headings, *lines, strict=True))
    widths = _widths(columns, out.width)
    right = [bool(cells[1:]) and all(_NUMBER.fullmatch(cell) for cell in cells[1:] if cell) for cells in columns]
    _print(out, headings, widths, right, style="bold", styles={})
    out.print(Text("─" * min(out.width, sum(widths) + len(_GAP) * (len(widths) - 1))))
    for place, line in enumerate(lines):
        _print(out, line, widths, right, style="bold" if beneath else "")
        if beneath:
            for part in Text(beneath[place]).wrap(out, max(out.width - _INDENT, _NARROWEST)):
                out.print(Text(" " * _INDENT) + Text(part.plain.rstrip(), style="not bold"))


def _widths(columns: Sequence[Line], available: int) -> list[int]:
    """Give each column what its widest cell takes; where that is too much, take it from the widest that may wrap.

    Running text wraps between words. Where that isn't enough, everything is cut.
    """
    widths = [max(map(cell_len, cells)) for cells in columns]
    in_words = [
        min(_LONGEST_WORD, max(_longest_word(cells), _NARROWEST)) if _is_text(cells[1:]) else width
        for cells, width in zip(columns, widths, strict=True)
    ]
    for least in (in_words, [_NARROWEST] * len(widths)):
        while sum(widths) + len(_GAP) * (len(widths) - 1) > available:
            wide = [place for place, width in enumerate(widths) if width > least[place]]
            if not wide:
                break
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _is_text(cells: Line) -> bool:
    """Whether a column may wrap: it has words, and isn't of dates, ids or numbers."""
    return any(" " in cell or cell_len(cell) > 2 * _LONGEST_WORD for cell in cells)


def _longest_word(cells: Iterable[str]) -> int:
    return max((cell_len(word) for cell in cells for word in cell.split()), default=0)


def _print(
    out: Console,
    line: Line,
    widths: Sequence[int],
    right: Sequence[bool],
    *,
    style: str,
    styles: Mapping[str, str] = _STYLES,
) -> None:
    for parts in _wrapped(line, widths, out):
        text = Text(style=style)
        for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
            sized = " " * (width - cell_len(part)) + part if right[place] else set_cell_size(part, width)
            text.append(_GAP if place else "").append(sized, style=styles.get(part, ""))
        text.rstrip()
        out.print(text, no_wrap=True, overflow="ignore", crop=False)


def _wrapped(line: Line, widths: Sequence[int], out: Console) -> Iterator[Line]:
    cells = [
        [part.plain.rstrip() for part in Text(cell).wrap(out, width)] for cell, width in zip(line, widths, strict=True)
    ]
    return zip_longest(*cells, fillvalue="")
