"""Names that share a verb with one before them: "met A in Rome on Monday and B in Paris", "met A and, later, B"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.events.context import ArticleContext
from kg.mentions.mention import COUNTRY, PERSON, PLACE, Mention
from kg.predicates.syntax import SUBJECTS, VERBAL

#: Words that put what they introduce after (or before) what was told.
SEQUENCE = frozenset({"then", "later", "afterwards", "afterward", "subsequently", "next", "earlier", "finally"})
HINGES = frozenset({"and", ",", ";"})
BEFORE_TIME = frozenset({"in", "at", "on", "near", "outside"})
TITLE = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PART"})
LONGEST_TITLE = 8
TIMES = frozenset({"DATE", "TIME"})


def gapped(context: ArticleContext, segment: int, token: int) -> list[int]:
    """The heads of the people whom a verb reaches over the date or place of the one at a token.

    Source: gapping and right-node coordination as in Huddleston and Pullum (2002), chapter 15.
    """
    found: list[int] = []
    own = context.mention(segment, token)
    position = own.end if own is not None else token + 1
    while (fellow := _next(context, segment, position)) is not None:
        found.append(fellow.head)
        position = fellow.end
    return found


def _next(context: ArticleContext, segment: int, position: int) -> Mention | None:
    doc = context.segment(segment).doc
    after = skip_circumstances(context, segment, position)
    hinge, ordered = _hinge(doc, after)
    if hinge == after or (after == position and not ordered):
        return None
    fellow = _person(context, segment, hinge)
    if fellow is None or _is_subject(doc[fellow.head]):
        return None
    parallel = skip_circumstances(context, segment, fellow.end) > fellow.end
    return fellow if parallel or ordered else None


def skip_circumstances(context: ArticleContext, segment: int, position: int) -> int:
    """The first token after the dates and places that stand at a position ("in Rome on Monday")."""
    doc = context.segment(segment).doc
    while position < len(doc):
        start = position + 1 if doc[position].lower_ in BEFORE_TIME else position
        end = _circumstance(context, segment, start, prepositional=start > position)
        if end is None:
            return position
        position = end
    return position


def _circumstance(context: ArticleContext, segment: int, start: int, *, prepositional: bool) -> int | None:
    for date in context.dates.get(segment, ()):
        if date.start == start:
            return date.end
    doc = context.segment(segment).doc
    end = start
    while end < len(doc) and doc[end].ent_type_ in TIMES:  # a day that nothing tells the year of
        end += 1
    if end > start:
        return end
    if not prepositional or start >= len(doc):
        return None
    if doc[start].lower_ == "the" and start + 1 < len(doc):
        start += 1
    mention = context.mention(segment, start)
    is_place = mention is not None and context.entity(mention.entity).type in (PLACE, COUNTRY)
    return mention.end if mention is not None and is_place else None


def _hinge(doc: Doc, position: int) -> tuple[int, bool]:
    """Where the next name begins after "and", "and then", ", later": its position, and whether an order is told."""
    ordered, joined = False, False
    while position < len(doc) and not doc[position].is_sent_start:
        word = doc[position].lower_
        ordered |= word in SEQUENCE
        joined |= word in HINGES
        if word not in HINGES and word not in SEQUENCE:
            break
        position += 1
    return position, ordered and joined


def _person(context: ArticleContext, segment: int, position: int) -> Mention | None:
    """The person named from a position on, behind no more than a title."""
    doc = context.segment(segment).doc
    for index in range(position, min(position + LONGEST_TITLE, len(doc))):
        mention = context.mention(segment, index)
        if mention is not None and context.entity(mention.entity).type == PERSON:
            return mention
        if doc[index].pos_ not in TITLE and doc[index].lower_ != "of":
            return None
    return None


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.pos_ in VERBAL
