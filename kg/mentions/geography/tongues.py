"""Demonyms that name a language: "in English", "speaks fluent Russian"."""

from __future__ import annotations

import re

_LANGUAGES_TEXT = """
    Albanian Armenian Azerbaijani Azeri Belarusian Bosnian Bulgarian Burmese Cantonese Catalan Chinese Croatian
    Czech Danish Dutch English Estonian Finnish French Georgian German Greek Hungarian Icelandic Indonesian
    Irish Italian Japanese Kazakh Korean Kyrgyz Lao Latvian Lithuanian Macedonian Maltese Mongolian Nepali
    Norwegian Persian Polish Portuguese Romanian Russian Serbian Slovak Slovene Slovenian Somali Spanish
    Swedish Tajik Thai Tibetan Turkish Turkmen Ukrainian Uzbek Vietnamese Welsh"""
_LANGUAGES = frozenset(_LANGUAGES_TEXT.split())
_SPEAK = r"[Ss]p(?:eak(?:s|ing)?|oke|oken)|understand(?:s|ing)?|learn(?:s|ed|ing)?|teach(?:es|ing)?|taught|[Kk]nows?"
_WELL = r"good|some|perfect|broken|excellent|flawless|halting|fluent|native|only|no|little|both|in|heavily accented"
_SAID_IN = re.compile(
    rf"\b(?:in|into|{_SPEAK}|stud(?:y|ied|ies|ying)|fluent(?: in)?|translated (?:from|to)|perfect|broken|accented|"
    rf"conversational)(?: (?:[a-z]+ly|{_WELL}))* (?:[A-Z][a-z]+,? (?:(?:and|or) )?)*$"
)
# What may follow a language: no noun, so that "in Russian cities" stays a mention of the state.
_ENDS = re.compile(
    r"$|[.,;:!?)\]\"]|'(?!s)|'s? $| -| (?:and|or|but|nor|as|at|to|with|by|before|after|for|from|on|that|which|who|when|"
    r"while|during|is|was|were|are|than|only|too|well|fluently|because|so|if|through|via|without|upon|about|rather|"
    r"instead|last|this)\b"
)
_LISTED = re.compile(r",? (?:and|or) (?:[A-Z]\w+)(?: [a-z]{3,}|-)")
_WORDS_OF = re.compile(
    r" (?:names?|words?|versions?|translations?|translators?|interpreters?|texts?|transcripts?|subtitles|lessons?|"
    r"class(?:es)?|proficiency|spelling|grammar|alphabet|dialects?|phrases?|idioms?|accents?)\b"
)


def is_language(demonym: str, text: str, start: int, end: int) -> bool:
    """Whether the demonym at `[start, end)` is the name of a language.

    Examples
    --------
    >>> text = "He spoke in Russian, though not in Russian cities."
    >>> is_language("Russian", text, 12, 19), is_language("Russian", text, 35, 42)
    (True, False)
    """
    if demonym not in _LANGUAGES:
        return False
    if _WORDS_OF.match(text, end):
        return True
    if not _SAID_IN.search(text, max(0, start - 60), start) or not _ENDS.match(text, end):
        return False
    listed = _LISTED.match(text, end)
    return listed is None or text[end : listed.end()].endswith((" as", " at", " with", " before", " for"))
