"""A paragraph as words: tokens joined over hyphens, each with what it can be in a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc

from kg.mentions.mention import Mention
from kg.mentions.people.lexicon import (
    ARTICLES_JOINED,
    FUNCTION,
    INSTITUTIONS,
    NOT_NAMES,
    PARTICLES,
    SUFFIXES,
    SURNAMES_TOO,
    TAILS,
)
from kg.mentions.people.spelling import fold
from kg.mentions.people.titles import COURTESY, NOBLE, OFFICES, PERSON_NOUNS, TITLE_PARTS


class Label(Enum):
    """What a word can be in a name."""

    NAME = "capitalised, and nothing speaks against a name"
    INITIAL = "P. or H.W."
    SUFFIX = "Jr. or III"
    PARTICLE = "de, bin, van"
    TITLE = "President, Mr, deputy"
    GEOGRAPHY = "within a country's or place's name"
    ACRONYM = "NATO"
    BARRED = "capitalised, but no part of a name: March, Council, The"
    OTHER = "anything else"


@dataclass(frozen=True, slots=True)
class Word:
    """Tokens `[start, end)`, their text, and the text folded. `geography` is the mention that covers them."""

    start: int
    end: int
    text: str
    key: str
    label: Label
    geography: Mention | None = None

    @property
    def capitalised(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()


_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.-?)+|[A-Z]")
_HYPHENS = frozenset("-‐‑")


def words_of(doc: Doc, geography: Mapping[int, Mention]) -> list[Word]:
    """The words of a paragraph; `geography` gives the country or place mention of a token."""
    words: list[Word] = []
    texts = [token.text_with_ws for token in doc]  # each look into the Doc costs, so one pass
    joins = [at for at, text in enumerate(texts) if text in _HYPHENS and at > 0 and not texts[at - 1].endswith(" ")]
    hyphens = frozenset(joins)
    start, size = 0, len(texts)
    while start < size:
        end = start + 1
        while end + 1 < size and end in hyphens and texts[end + 1].rstrip().lower() not in TAILS:
            end += 2
        text = texts[start] if end == start + 1 else "".join(texts[start:end])
        words.append(_word(text.rstrip() or text, start, end, geography.get(start) or geography.get(end - 1)))
        start = end
    return words


def _word(text: str, start: int, end: int, geography: Mention | None) -> Word:
    if len(text) > 1 and text[-1] in ":;,":  # no blank after it: the tokenizer left it on
        text = text[:-1]
    key = fold(text)
    if geography is not None:
        return Word(start, end, text, key, Label.GEOGRAPHY, geography)
    return Word(start, end, text, key, _label(text, key))


def _label(text: str, key: str) -> Label:
    if text[:1].islower():
        head, _, tail = text.partition("-")
        if tail and tail[0].isupper() and head in ARTICLES_JOINED:
            return Label.NAME  # al-Sisi
        if key in COURTESY or key in NOBLE or key in OFFICES or key in TITLE_PARTS:
            return Label.TITLE
        return Label.PARTICLE if key in PARTICLES else Label.OTHER
    if not text[:1].isupper():
        return Label.OTHER
    return _capitalised(text, key)


def _capitalised(text: str, key: str) -> Label:
    if key in SUFFIXES and (text.isupper() or key in ("jr", "sr", "junior")):
        return Label.SUFFIX
    if key in COURTESY or key in NOBLE or key in OFFICES or key in TITLE_PARTS:
        return Label.TITLE
    if _INITIAL.fullmatch(text) and key not in FUNCTION:
        return Label.INITIAL
    if _INITIAL.fullmatch(text) and text.endswith("."):
        return Label.INITIAL
    if key.endswith("s") and key[:-1] in PERSON_NOUNS and key not in SURNAMES_TOO:
        return Label.BARRED  # "Officers", not a name
    if key in NOT_NAMES or ("-" in key and key.rpartition("-")[2] in INSTITUTIONS):
        return Label.BARRED
    if any(c.isdigit() or c in "&@/_()[]" for c in text):
        return Label.BARRED
    if len(text) > 1 and text.isupper():
        return Label.ACRONYM
    return Label.NAME


def geography_by_token(geography: Sequence[Mention]) -> dict[int, dict[int, Mention]]:
    """Segment -> token -> the mention that covers the token."""
    table: dict[int, dict[int, Mention]] = {}
    for mention in geography:
        tokens = table.setdefault(mention.segment, {})
        tokens.update(dict.fromkeys(range(mention.start, mention.end), mention))
    return table
