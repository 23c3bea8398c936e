"""Lengths of time as people write them: 90, 90s, 10m, 2h, 1d."""

from __future__ import annotations

import re
from typing import Any

import click

_WRITTEN = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ?([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}


class Duration(click.ParamType):  # type: ignore[type-arg]  # generic in new versions alone
    """A length of time, in seconds; at least so many.

    Examples
    --------
    >>> Duration().convert("10m", None, None), Duration().convert("1.5 h", None, None)
    (600.0, 5400.0)
    """

    name = "time"

    def __init__(self, least: float = 0) -> None:
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read what is written; a number has been read already."""
        if isinstance(value, int | float):
            return float(value)
        found = _WRITTEN.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"{value!r} is no length of time. Write 90s, 10m, 2h or 1d", param, ctx)
        seconds = float(found[1]) * _SECONDS[found[2]]
        if seconds < self._least:
            self.fail(f"{value!r} is too short: {self._least:g}s at least", param, ctx)
        return seconds
