"""What every table is made of: rows, the text of a cell, the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.cli.plain import plain

if TYPE_CHECKING:
    from rich.console import Console

_PIPED_WIDTH = 160

Row = Mapping[str, object]


def cell_text(value: object) -> str:
    """Give a value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(cell_text(item) for item in value)
    if isinstance(value, float):
        return f"{value:.2f}"
    return plain(str(value))


def console(*, stderr: bool = False) -> Console:
    """Give a console for stdout or stderr that interprets nothing in the text; wide where there is no terminal."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(
        file=stream, markup=False, highlight=False, emoji=False, width=None if stream.isatty() else _PIPED_WIDTH
    )
