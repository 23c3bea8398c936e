"""Which language a text is in: kg reads English, and says what it leaves aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kg.corpus.article import Article
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
ANY = "any"
LANGUAGES = (ENGLISH, ANY)
# Below that nothing is certain: "Met with President Obasanjo, senior Nigerian officials" could be anything.
_MIN_LETTERS, _MIN_WIDE_LETTERS = 160, 60
# Of 1,233 English texts of that length the least English-looking one was another language with 0.65.
_MIN_PROBABILITY = 0.9
_LOOKED_AT = 2000
_THE = re.compile(r"the\b(?<!\wthe)")  # begins with letters alone: found many times as quickly
_MIN_THE = 0.03  # of the words; no other language has the word


def language_of(text: str) -> str | None:
    """Language of a text as an ISO 639 code; None where it is too short or too mixed to be certain.

    Examples
    --------
    >>> language_of("Der Kanzler traf am Montag in Paris den Präsidenten, um mit ihm über Fische zu sprechen. " * 3)
    'de'
    >>> language_of("Der Kanzler traf den Präsidenten.") is None
    True
    """
    part = text[:_LOOKED_AT]
    if not _has_letters(part, _MIN_LETTERS) and not (_has_letters(part, _MIN_WIDE_LETTERS) and _is_wide(part)):
        return None
    # Nearly every English article is told by this, and the model isn't even loaded.
    if len(_THE.findall(part.lower())) >= _MIN_THE * len(part.split()):
        return ENGLISH
    language, probability = _identifier().classify(part)
    return str(language) if probability >= _MIN_PROBABILITY else None


def _has_letters(part: str, number: int) -> bool:
    """Whether there are so many letters; it looks no further than it must, for every article is looked at."""
    return next(islice(filter(str.isalpha, part), number - 1, None), None) is not None


def _is_wide(part: str) -> bool:
    """Whether the script is one that writes a word in a letter or two, and says as much in a third of the length."""
    return sum(unicodedata.east_asian_width(letter) == "W" for letter in part) > len(part) / 3


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def in_language(article: Article, wanted: str) -> Article | Unreadable:
    """Let an article pass, with its language; or set it aside where it isn't in the one that is wanted.

    Where every language is, an article passes with the language it has.
    """
    found = language_of(article.text)
    if found is None or found == article.language:
        return article
    if wanted == ANY:
        return replace(article, language=found)
    return unreadable(article.origin, UnreadableReason.OTHER_LANGUAGE, f"'{found}', not '{wanted}'", language=found)
