"""Headings: short lines without a sentence's end."""

from __future__ import annotations

import re

_MAX_HEADING, _MAX_HEADING_WORDS, _MAX_PLAIN_WORDS = 110, 14, 8
_MAX_HEADLINE, _MAX_HEADLINE_WORDS = 250, 40
_OPEN_END = frozenset(".!?…,;:-–—")
_QUOTES = "\"'”’)]»"
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]\.){2}|\b(?:Jr|Sr|Inc|Co|Ltd)\.)$")
_SPEAKER = re.compile(r"(?:Q[.:]?|A[.:]|QUESTION[.:]?|ANSWER[.:])\s|[A-Z][\w .'’-]{0,40}:\s")
_CHRONOLOGY = re.compile(r"(?:\d{4}|\w{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \w{3,9}(?: \d{4})?)\s*(?::|-|–|—)\s")
_MIN_LONG, _CAPITALS = 4, 0.75


def is_heading(line: str) -> bool:
    """Whether a line that stands alone is a heading rather than a sentence.

    Lines in title case or in capitals may have up to 14 words, others up to 8.

    Examples
    --------
    >>> is_heading("Deepening Economic Ties"), is_heading("TUESDAY, JUNE 12"), is_heading("Mandela flew to Oslo.")
    (True, True, False)
    """
    words = line.split()
    if len(line) > _MAX_HEADING or len(words) > _MAX_HEADING_WORDS or _ends_open(line):
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "\"“‘'([¿"):
        return False
    if _SPEAKER.match(line) or _CHRONOLOGY.match(line):
        return False
    return len(words) <= _MAX_PLAIN_WORDS or _in_title_case(words)


def is_headline(line: str) -> bool:
    """Whether the first line of a text without a title can be its headline."""
    if len(line) > _MAX_HEADLINE or len(line.split()) > _MAX_HEADLINE_WORDS:
        return False
    if line[-1] == "?" or (line[-1] in _QUOTES and line.rstrip(_QUOTES)[-1:] not in _OPEN_END):
        return True
    return not _ends_open(line)


def _ends_open(line: str) -> bool:
    """Whether a line ends like a sentence, or in the middle of one."""
    last = line.rstrip(_QUOTES)[-1:]
    return last in _OPEN_END and not _ABBREVIATION.search(line)


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) >= _MIN_LONG and word[0].isalpha()]
    return not long or sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)
