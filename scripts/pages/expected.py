"""Compare what was printed with what a page shows."""

from __future__ import annotations

import re

_ANYTHING = "[...]"
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # bold type and the like
_TIMED = re.compile(r"\b\d+\.\d s\b(, \d+\.\d articles/s)?")  # differs from run to run


def matches(shown: str, printed: str) -> bool:
    r"""Whether a page shows what was printed, but for times; `[...]` stands for anything, also for lines.

    Examples
    --------
    >>> matches("17 articles\n[...]\n", "17 articles\nand so on\n")
    True
    >>> matches("1 article\n", "2 articles\n")
    False
    """
    shown, printed = (_TIMED.sub("TIME", text) for text in (shown, printed))
    pattern = ".*".join(map(re.escape, shown.split(_ANYTHING)))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def kept(shown: str, printed: str) -> str:
    """Give what the page should show: what it does, where that matches, else what was printed."""
    return shown if matches(tidy(shown), printed) else printed


def tidy(printed: str) -> str:
    """Give lines without style and blanks at their ends, and without empty lines before and after them."""
    lines = [line.rstrip() for line in _STYLE.sub("", printed).replace("\r\n", "\n").splitlines()]
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""
