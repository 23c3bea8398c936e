"""The lines of a PDF's pages -> paragraphs: a PDF knows letters and their places, and nothing of paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

_MARGIN = 2  # lines at the top and at the bottom of a page that can be headers and footers
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_REPEATED = 0.5  # of the pages; articles as printed have a header on every page, or on every second
_WIDE = 1.35  # times the usual distance of lines: between paragraphs
_SHORT = 0.8  # of the usual length: a paragraph's last line, where it ends a sentence
_HEAD = 15  # lines of a text's beginning in which title, place and day stand, each in a line of its own
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]»]*$")
_HYPHENATED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOFT_HYPHEN = "\u00ad"
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}  # ﬁ and the like


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its height on the page (more is higher) and the size of its letters, in points."""

    text: str
    y: float
    size: float


def page_lines(page: PageObject) -> list[Line]:
    """Give the lines of a page, in the order in which they were written."""
    lines: list[Line] = []
    pieces: list[str] = []
    place = (0.0, 0.0)

    def end() -> None:
        text = " ".join("".join(pieces).replace("\x00", "").split())
        if text:
            lines.append(Line(text, *place))
        pieces.clear()

    def take(text: str, matrix: Any, text_matrix: Any, font: Any, size: Any) -> None:  # noqa: ARG001
        nonlocal place
        for number, part in enumerate(text.split("\n")):
            if number:
                end()
            if part.strip() and not any(piece.strip() for piece in pieces):
                scale = abs(float(text_matrix[3]) * float(matrix[3])) or 1.0
                place = (float(text_matrix[5]) * float(matrix[3]) + float(matrix[5]), float(size or 0) * scale)
            pieces.append(part)

    page.extract_text(visitor_text=take)
    end()
    return lines


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and lines that stand on top or at the bottom of most pages."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _margins(page)})
    least = max(2, _REPEATED * len(pages)) if len(pages) > 2 else 2
    repeated = {key for key, count in counts.items() if count >= least}

    def is_margin(line: Line) -> bool:
        return _key(line) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None

    kept = []
    for page in pages:
        margins = {id(line) for line in _margins(page) if is_margin(line)}
        kept.append([line for line in page if id(line) not in margins])
    return kept


def _margins(page: Sequence[Line]) -> list[Line]:
    """Lines at the edges by their place, or by the order where a page gives no places."""
    ordered = sorted(page, key=lambda line: -line.y)
    return [*ordered[:_MARGIN], *ordered[_MARGIN:][-_MARGIN:]]


def _key(line: Line) -> str:
    return _NUMBER.sub("#", line.text.casefold())


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    r"""Put lines together to paragraphs, across pages too, and words that were parted at a line's end.

    Examples
    --------
    >>> page = [Line("Kohl met Mitterrand in Strasbourg to talk about the cur-", 700, 10),
    ...         Line("rency of the Union.", 688, 10), Line("They dined.", 660, 10)]
    >>> paragraphs([page])
    ['Kohl met Mitterrand in Strasbourg to talk about the currency of the Union.', 'They dined.']
    """
    lines = list(chain.from_iterable(pages))
    if not lines:
        return []
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    gap = _usual_gap(pages)
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.8)]
    made = [lines[0].text]
    head = _head(lines, width)
    for number, (before, line) in enumerate(pairwise(lines), start=1):
        if _parts(before, line, gap, width) or number <= head:
            made.append(line.text)
        else:
            made[-1] = _joined(made[-1], line.text, words)
    return [text.replace(_SOFT_HYPHEN, "").translate(_LIGATURES) for text in made]


def _head(lines: Sequence[Line], width: int) -> int:
    """Count the lines before the running text: each ends though the next line's first word would have fitted."""
    count = 0
    for before, line in pairwise(lines[: _HEAD + 1]):
        word = line.text.split()[0]
        if len(before.text) + 1 + len(word) > _SHORT * width or not (word[0].isupper() or word[0].isdigit()):
            break
        count += 1
    return count


def _usual_gap(pages: Sequence[Sequence[Line]]) -> float:
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if 0 < a.y - b.y < 100]
    return median(gaps) if gaps else 0.0


def _parts(before: Line, line: Line, gap: float, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if before.size and line.size and not 0.87 < before.size / line.size < 1.15:
        return True  # a heading, a caption
    distance = before.y - line.y
    if gap and distance > _WIDE * gap:
        # A page, or a column, may begin lower; a sentence that goes on shows it.
        return _ends(before) or not line.text[:1].islower()
    return _ends(before) and len(before.text) < _SHORT * width


def _ends(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _joined(text: str, more: str, words: Counter[str]) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + more
    parted, rest = _HYPHENATED.search(text), _FIRST_PART.match(more)
    if not parted or not rest:
        return f"{text} {more}"
    if not more[0].islower():  # "el-Sisi"
        return text + more
    whole, hyphened = _forms(parted.group(1), rest.group())
    # "co-operation" keeps its hyphen where the text writes it so elsewhere.
    keeps = words[hyphened] > words[whole]
    return (text if keeps else text[:-1]) + more


def _forms(first: str, second: str) -> tuple[str, str]:
    return f"{first}{second}".casefold(), f"{first}-{second}".casefold()
