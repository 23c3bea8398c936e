"""Sentences about long ago: those told of only there are not whom today's groups mean."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.syntax import clause_of

# How long ago is long ago, in years.
_LONG = 15
_NUMBER = re.compile(r"\d{2,3}$")
_YEAR = re.compile(r"1[5-9]\d\d$|20\d\d$")
_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"])
_SPANS = frozenset({"years", "decades", "century", "centuries"})
_AFTER = frozenset({"after", "since", "ago", "earlier", "before"})


def is_aside(site: Site, discourse: Discourse) -> bool:
    """Whether a word stands in a clause about long ago: "80 years after X and Y met", "X and Y met in 1945"."""
    sentence = site.token.sent
    mark = _mark(sentence)
    if mark is not None and site.token.i > mark:
        return True
    years = [token for token in sentence if _is_long_ago(token, discourse)]
    own = clause_of(site.token) if years else site.token
    return any(clause_of(year) == own for year in years)


def bygone(discourse: Discourse) -> frozenset[str]:
    """The people whom the article names only in asides about long ago."""
    now: set[str] = set()
    asides: set[str] = set()
    for mention in discourse.found.mentions:
        if mention.entity in discourse.profiles.people and mention.entity not in now:
            aside = is_aside(discourse.site(mention.segment, mention.head), discourse)
            (asides if aside else now).add(mention.entity)
    return frozenset(asides - now)


def _mark(sentence: Span) -> int | None:
    """Where "80 years after" ends."""
    for token in sentence[1:-1]:
        if token.lower_ in _SPANS and token.nbor(1).lower_ in _AFTER and _is_long(token):
            return int(token.i) + 1
    return None


def _is_long(unit: Token) -> bool:
    if unit.lower_ != "years":
        return True
    before = unit.nbor(-1)
    return before.lower_.partition("-")[0] in _TENS or (
        _NUMBER.match(before.text) is not None and int(before.text) >= _LONG
    )


def _is_long_ago(token: Token, discourse: Discourse) -> bool:
    if _YEAR.match(token.text) is None:
        return False
    layout = discourse.article.layout
    published = layout.published or layout.article.published or ""
    return published[:4].isdigit() and int(published[:4]) - int(token.text) >= _LONG
