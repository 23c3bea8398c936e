"""Title, author and date of a PDF: what it says of itself, where that is plausible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.corpus.author import author_line
from kg.corpus.dateline import full_date, is_date_line
from kg.corpus.stamp import is_to_come, stamp_date

if TYPE_CHECKING:
    from pypdf import PdfReader

_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|rtf|indd|qx[dp]|pdf|txt|pptx?|xlsx?|tex|dvi|html?|pages|wpd|cdr|pub)\b", re.IGNORECASE
)
_PROGRAM = re.compile(
    r"^(?:microsoft word|untitled|document\d*$|layout \d|slide \d|about:blank|print|scan|https?:)", re.IGNORECASE
)
# What programs write where nobody has said who the author is; a login is one word.
_NOBODY = re.compile(
    r"\b(?:users?|owner|administrator|admin|unknown|anonymous|author|default|scanner|microsoft|adobe|windows)\b|[@\\_]",
    re.IGNORECASE,
)
_MIN_WORDS, _MAX_TITLE = 3, 300
_TOP = 15  # lines in which a date that stands alone is the text's own
_FIRST_PDF = "1993"
_MAX_AGE = 1  # years by which a text may be older than its file and still be of its day
_YEAR = re.compile(r"(?<![\d.,])(?:1[6-9]|20)\d{2}(?![\d,]|\.\d)")


def own_title(reader: PdfReader, first_lines: Sequence[str]) -> str:
    """Give the title in the file's data, unless it is a file's name or a program's; it may stand in the text too."""
    raw = reader.metadata.title if reader.metadata else None
    title = " ".join(str(raw).replace("\x00", "").split()) if raw else ""
    if not title or len(title) > _MAX_TITLE or _FILE_NAME.search(title) or _PROGRAM.match(title) or "_" in title:
        return ""
    stands_in_text = title.casefold() in " ".join(first_lines).casefold()
    return title if stands_in_text or len(title.split()) >= _MIN_WORDS else ""


def own_author(reader: PdfReader) -> str | None:
    """Give who is said to have written it, unless that is a login or a program's word."""
    raw = reader.metadata.author if reader.metadata else None
    author = author_line(str(raw).replace("\x00", "")) if raw else None
    return author if author and " " in author and not _NOBODY.search(author) else None


def own_date(reader: PdfReader, first_lines: Sequence[str], text: str) -> str | None:
    """Give the day that stands alone at the head of the text, else the day the file was made, if that can be it.

    A file that was made years after everything it tells is a copy of something older: its own day says nothing.
    """
    for line in first_lines[:_TOP]:
        if is_date_line(line):
            return full_date(line)
    raw = reader.metadata.get("/CreationDate") if reader.metadata else None
    made = stamp_date(str(raw)) if raw else None
    if not made or made < _FIRST_PDF or is_to_come(made):
        return None
    # Later years are plans: "the 2030 Agenda".
    years = [int(year) for year in _YEAR.findall(text) if year <= made[:4]]
    return None if years and int(made[:4]) - max(years) > _MAX_AGE else made
