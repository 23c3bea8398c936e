"""Amounts and ordinals, in digits and in words."""

from __future__ import annotations

import re

from kg.mentions.dates.lexer import Words
from kg.mentions.dates.words import ONES, ORDINAL_ONES, ORDINALS, TENS

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_HALVES = {"half": 0.5, "quarter": 0.25}
_VAGUE = frozenset({"several", "many", "few", "numerous", "some", "couple"})


def amount(words: Words, i: int) -> tuple[float | None, int] | None:
    """How many, and the word after it; None for how many means an unknown number ("several").

    Examples
    --------
    >>> [amount(Words(text), 0) for text in ("three", "twenty-one", "two and a half", "a couple of", "several", "may")]
    [(3.0, 1), (21.0, 3), (2.5, 4), (2.0, 3), (None, 1), None]
    """
    word = words.at(i)
    if word in _VAGUE:
        return (None, i + 1)
    if word in ("a", "an"):
        return _after_article(words, i + 1)
    if word == "single":
        return 1.0, i + 1
    if word == "half" and words.at(i + 1) in ("a", "an"):
        return 0.5, i + 2
    found = _whole(words, i)
    if found is None:
        return None
    number, j = found
    sep = j + 1 if words.at(j) == "-" else j
    if words.at(sep) == "and":
        after = sep + 2 if words.at(sep + 1) in ("-", "a") else sep + 1
        after += words.at(after) in ("a", "-")
        after += words.at(after) == "-"
        if words.at(after) in _HALVES and words.at(after - 1) in ("a", "-", "and"):
            return number + _HALVES[words.at(after)], after + 1
    return number, j


def _after_article(words: Words, i: int) -> tuple[float | None, int] | None:
    word = words.at(i)
    if word == "couple":
        return 2.0, i + 1 + (words.at(i + 1) == "of")
    if word in ("few", "number", "handful"):
        return None, i + 1 + (words.at(i + 1) == "of")
    if word == "dozen":
        return 12.0, i + 1
    if word == "hundred":
        return 100.0, i + 1
    if word == "half" and words.at(i + 1) == "-":
        return 0.5, i + 2
    if word == "single":
        return 1.0, i + 1
    return 1.0, i


def _whole(words: Words, i: int) -> tuple[float, int] | None:
    word = words.at(i)
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", "")), i + 1
    if word in TENS:
        j = i + 2 if words.at(i + 1) == "-" else i + 1
        one = ONES.get(words.at(j), 0)
        return (float(TENS[word] + one), j + 1) if 1 <= one <= 9 else (float(TENS[word]), i + 1)
    if word in ONES:
        if words.at(i + 1) in ("dozen", "hundred"):
            return ONES[word] * (12.0 if words.at(i + 1) == "dozen" else 100.0), i + 2
        return float(ONES[word]), i + 1
    if word in ("dozen", "hundred"):
        return (12.0 if word == "dozen" else 100.0), i + 1
    return None


def ordinal(words: Words, i: int) -> tuple[int, int] | None:
    """Which one ("third", "21st", "twenty-first"), and the word after it.

    Examples
    --------
    >>> [ordinal(Words(text), 0) for text in ("third", "21st", "twenty-first", "20th", "three")]
    [(3, 1), (21, 1), (21, 3), (20, 1), None]
    """
    word = words.at(i)
    if match := _ORDINAL.fullmatch(word):
        return int(match[1]), i + 1
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word in TENS:
        j = i + 2 if words.at(i + 1) == "-" else i + 1
        if words.at(j) in ORDINAL_ONES:
            return TENS[word] + ORDINAL_ONES[words.at(j)], j + 1
    return None
