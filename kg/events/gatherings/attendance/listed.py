"""Lists of those who were there: "Also attending were X and Y", "guests included X", "eleven leaders, among them X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.events.context import ArticleContext
from kg.events.several.lists import fellows
from kg.mentions.mention import ORGANIZATION, PERSON, Mention
from kg.predicates.syntax import VERBAL, nominal_conjuncts

#: Parts of speech between "were" and the first name: its title, its state.
BEFORE_A_NAME = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PART", "NUM", "PUNCT", "ADV"})
LEADING = frozenset({"of", "from", "for"})
LONGEST_TITLE = 14


def members(context: ArticleContext, segment: int, token: Token) -> list[int]:
    """The heads of all names in a list that begins with the phrase of a token, in order."""
    found = [t.i for t in nominal_conjuncts(token)]
    for index in list(found):
        found += [fellow for fellow in fellows(context, segment, index) if fellow not in found]
    return sorted(found)


def listed_after(context: ArticleContext, segment: int, start: int, end: int) -> list[int]:
    """The heads of the people and bodies of the list that begins at a token, nothing but titles before it."""
    doc = context.segment(segment).doc
    first = next((m for m in _actors(context, segment) if start <= m.start < end), None)
    if first is None or first.start - start > LONGEST_TITLE:
        return []
    between = doc[start : first.start]
    if not all(t.pos_ in BEFORE_A_NAME or t.lower_ in LEADING or t.tag_ == "PRP$" for t in between):
        return []
    heads = [m.head for m in _actors(context, segment) if m.start < end]
    return [i for i in members(context, segment, doc[first.head]) if i in heads]


def named_among(context: ArticleContext, segment: int, sentence: Span) -> list[int]:
    """The people that a sentence names as examples: "leaders including X and Y", "eleven leaders, among them X"."""
    found: list[int] = []
    for token in sentence:
        start = _opening(token)
        if start is not None:
            people = listed_after(context, segment, start, sentence.end)
            found += [i for i in people if _is_person(context, segment, i) and i not in found]
    return found


def _opening(token: Token) -> int | None:
    """Where a list of examples begins, None where a word opens none."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.lower_ == "including" and token.head.pos_ not in VERBAL:
        return token.i + 1
    if token.lower_ == "among" and following is not None and following.lower_ in ("them", "these", "whom"):
        return token.i + 2
    return None


def _actors(context: ArticleContext, segment: int) -> Iterator[Mention]:
    for mention in context.mentions_of.get(segment, ()):
        if context.entity(mention.entity).type in (PERSON, ORGANIZATION):
            yield mention


def _is_person(context: ArticleContext, segment: int, token: int) -> bool:
    mention = context.mention(segment, token)
    return mention is not None and context.entity(mention.entity).type == PERSON
