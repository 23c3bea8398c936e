"""What was signed: the words of the noun phrase."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.mentions.mention import COUNTRY, PERSON

#: Labels under a document's head that are no part of its name.
CUT = frozenset({"relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "case"})
#: Prepositions that belong to a document's name ("treaty on", "agreement of"); "with", "in", "at" tell of the event.
INSIDE = frozenset({"of", "on", "for", "about", "against", "to", "between", "concerning", "regarding", "under"})
MAX_WORDS = 25
#: How many words a document's purpose may add.
PURPOSE = 6


def document_of(context: ArticleContext, segment: int, token: int) -> tuple[str, bool] | None:
    """The words for a document and whether they are a proper name; None where the phrase is a person or a state."""
    doc = context.segment(segment).doc
    head = doc[token]
    mention = context.mention(segment, token)
    if mention is not None and mention.head == token and context.entity(mention.entity).type in (PERSON, COUNTRY):
        return None
    if head.pos_ == "PRON" or head.ent_type_ == "PERSON":
        return None
    first, last = _bounds(context, segment, head)
    words = doc[first:last]
    text = _closed(words.text)
    named = head.pos_ == "PROPN" or sum(t.is_title for t in words) >= 2
    return (text, named) if text else None


def _closed(text: str) -> str:
    """The words without quotation marks that have lost their other half."""
    text = text.strip(" ,;'")
    for opening, closing in (('"', '"'), ("“", "”")):
        marks = sum(text.count(mark) for mark in {opening, closing})
        if marks % 2:
            text = (
                text.replace(opening, "").replace(closing, "")
                if not text.startswith(opening)
                else text.strip(opening + closing)
            )
    return text


def _bounds(context: ArticleContext, segment: int, head: Token) -> tuple[int, int]:
    first, last = head.i, head.i + 1
    for child in head.children:
        if child.i < head.i and child.dep_ in ("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod"):
            first = min(first, child.left_edge.i)
        elif child.i > head.i and child.dep_ == "acl" and child.tag_ == "VB" and last == head.i + 1:
            last = min(_right(child), head.i + PURPOSE)  # "a pact to fight piracy"
        elif (
            child.i > head.i
            and child.dep_ == "prep"
            and child.lower_ in INSIDE
            and not _is_date(context, segment, child)
        ):
            last = max(last, _right(child))
    while first < head.i and (head.doc[first].is_punct or head.doc[first].pos_ == "DET"):
        first += 1
    return first, min(last, first + MAX_WORDS)


def _right(token: Token) -> int:
    """The right end of a phrase without what only tells about it."""
    end = token.i + 1
    for child in token.children:
        if child.i > token.i and child.dep_ not in CUT - {"cc", "conj"}:
            end = max(end, _right(child))
    return end


def _is_date(context: ArticleContext, segment: int, preposition: Token) -> bool:
    return any(d.start <= c.i < d.end for d in context.dates.get(segment, ()) for c in preposition.children)
