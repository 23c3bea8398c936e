"""Text -> pieces: paragraphs with the line breaks inside them that a fixed line width made.

Some texts have one line a paragraph, others are wrapped at a width, with or without blank lines between paragraphs.
Which it is shows in the breaks: in a wrapped text, the first word of the next line wouldn't have fitted any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile("([^\n\r\x0b\x0c\x85\u2028\u2029]*)(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\\Z)")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]»]*$")
_FIRST_WORD = re.compile(r"\S+")
BULLET = re.compile(r"(?:[•●▪◦‣·■►*–—-]|#{1,6}|>)\s+(?=\S)")
_MIN_WIDTH, _MAX_WIDTH = 35, 140
_MIN_FULL = 0.6  # share of breaks that a line width explains, in a wrapped text
_MIN_OPEN = 0.3  # share of these that come within a sentence
_MIN_FRAGMENT = 20  # a shorter line isn't taken for the beginning of a sentence that goes on below


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; `block` counts the blank lines before it."""

    start: int
    end: int
    indent: int
    block: int


def split_pieces(text: str, start: int = 0) -> list[tuple[int, int]]:
    r"""Spans of the pieces of `text[start:]`: paragraphs, headings, items of lists.

    Examples
    --------
    >>> wrapped = "Tony Blair arrived in Freetown on Wednesday for his last\nvisit as premier, and met the president."
    >>> len(split_pieces(wrapped)), len(split_pieces("Rome\nParis\nOslo"))
    (1, 3)
    """
    lines = _lines(text, start)
    width = _wrap_width(text, lines)
    pieces: list[tuple[int, int]] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _continues(text, before, line, width):
            pieces[-1] = (pieces[-1][0], line.end)
        else:
            pieces.append((line.start, line.end))
        before = line
    return pieces


def _lines(text: str, start: int) -> list[Line]:
    lines: list[Line] = []
    block = 0
    for match in _LINE.finditer(text, start):
        raw = match.group(1)
        stripped = raw.strip()
        if not stripped:
            block += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        first = match.start() + indent
        lines.append(Line(first, first + len(stripped), indent, block))
    return lines


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """Measure the width at which the text is wrapped, or None where it isn't."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    if not pairs:
        return None
    # Lines that begin a pair: the last line of a block may be any length. One line in fifty may stick out (an address).
    lengths = sorted(max(a.end - a.start, min(b.end - b.start, _MAX_WIDTH)) for a, b in pairs)
    width = lengths[-1 - len(lengths) // 50]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    full = [a for a, b in pairs if _is_full(text, a, b, width)]
    if len(full) < _MIN_FULL * len(pairs):
        return None
    within = sum(not _ends_sentence(text, line) for line in full)
    return width if within >= _MIN_OPEN * len(full) else None


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line wouldn't have fitted on this one.

    Within a sentence an eighth of the width is allowed for: people who wrap by hand keep to no exact width.
    """
    word = _FIRST_WORD.match(text, following.start, following.end)
    needed = line.end - line.start + 1 + (len(word.group()) if word else 0)
    return needed > width or (needed > width - width // 8 and not _ends_sentence(text, line))


def _ends_sentence(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 4), line.end) is not None


def _continues(text: str, line: Line, following: Line, width: int | None) -> bool:
    if line.block != following.block or BULLET.match(text, following.start, following.end):
        return False
    ends = _ends_sentence(text, line)
    if width is not None and _is_full(text, line, following, width):
        return not (ends and following.indent > line.indent + 1)
    # A link or a tag in the page's source leaves breaks within a sentence, too.
    return not ends and text[following.start].islower() and line.end - line.start >= _MIN_FRAGMENT
