"""Text -> words with their offsets; the grammar reads these and never the text itself."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"""
    \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-])     # 2023-09-12, with a time perhaps
  | \d{4}/\d\d?/\d\d?(?![\d/])                               # 2023/09/12
  | \d{4}-W\d\d(?!\d)                                       # 2024-W12
  | \d\d?([./-])\d\d?\1(?:\d{4}|\d\d)(?![\d/])               # 12/09/2023, 12.9.23
  | \d\d?[:.]\d\d(?::\d\d)?(?=\s?(?:[ap]\.?\s?m\b|hrs|GMT|UTC)) | \d\d?:\d\d(?::\d\d)?(?![\d:])
  | \d+(?:st|nd|rd|th)\b
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?
  | \d+\.\d+
  | (?:1\d|20)?\d0['’]?s\b                               # 1990s, 90's
  | \d+
  | [ap]\.\s?m\b\.? | [AP]\.\s?M\b\.?
  | [Qq][1-4]\b | [Hh][12]\b
  | ['’‘`]s\b
  | [^\W\d_]+
  | \S
    """,
    re.VERBOSE,
)


class Words:
    """The words of a text, as parallel lists: lower-case form, form, first and last character.

    Reading beyond either end gives the empty word, so that rules need no bounds.

    Examples
    --------
    >>> words = Words("On May 8-9, 2025")
    >>> words.low[:5]
    ['on', 'may', '8', '-', '9']
    """

    __slots__ = ("depth", "end", "low", "memo", "n", "names", "raw", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.memo: dict[int, object] = {}  # what the grammar read where
        self.names: frozenset[str] = frozenset()  # months that are people in this article
        self.depth = 0  # of the rule being read
        matches = list(_WORD.finditer(text))
        self.n = len(matches)
        self.raw = [match.group() for match in matches] + [""] * 4
        self.low = [word.lower() for word in self.raw]
        self.start = [match.start() for match in matches] + [len(text)] * 4
        self.end = [match.end() for match in matches] + [len(text)] * 4

    def at(self, i: int) -> str:
        """The lower-case word at `i`; empty outside the text."""
        return self.low[i] if 0 <= i < self.n else ""

    def form(self, i: int) -> str:
        """The word at `i` as written; empty outside the text."""
        return self.raw[i] if 0 <= i < self.n else ""

    def joined(self, i: int) -> bool:
        """Whether nothing stands between word `i` and the next."""
        return 0 <= i < self.n - 1 and self.end[i] == self.start[i + 1]

    def capital(self, i: int) -> bool:
        """Whether the word at `i` begins with a capital letter."""
        return self.form(i)[:1].isupper()
