"""Which document is meant where the text only points at one: "it", "the deal", or nothing ("refused to sign")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.events.candidate import Document
from kg.events.context import ArticleContext
from kg.events.signings.documents import document_of
from kg.events.signings.phrases import is_topic
from kg.events.signings.words import DOCUMENTS, TELLING, may_be
from kg.predicates.predicate import Predicate, PredicateKind

#: How many words back a document may have been told of.
REACH = 400


def meant(context: ArticleContext, predicate: Predicate, found: Sequence[Document]) -> tuple[list[Document], bool]:
    """The documents of a signing, one told of before in place of a word that points at it, and whether it is so."""
    known = list(dict.fromkeys(found))
    if len(known) > 1:  # "cooperation and investment agreements" are not two
        known = [d for d in known if d.head in DOCUMENTS or d.named] or known
    if len(known) > 1 or (known and not known[0].bare):
        return known, False
    if not known and predicate.kind is PredicateKind.NOUN and not predicate.slots.get("complement"):
        return [], False  # "the signing" points at a signing, not at a document
    before = remembered(context, predicate.segment, predicate.token, known[0] if known else None)
    return ([before], True) if before is not None else (known, False)


def remembered(context: ArticleContext, segment: int, token: int, pointer: Document | None) -> Document | None:
    """The last document told of before a word that the pointer may mean, the last with more than a noun if any.

    Parameters
    ----------
    context : ArticleContext
        The article.
    segment, token : int
        The word of the signing: nothing behind it is meant.
    pointer : Document or None
        "The deal"; None where a pronoun stands, or nothing.
    """
    nearest: Document | None = None
    for found in _before(context, segment, token):
        if not (may_be(found.head, pointer.head) if pointer is not None else found.named or found.head in TELLING):
            continue
        if " " in found.text or found.named:
            return found
        nearest = nearest or found
        pointer = pointer or found
    return nearest


def _before(context: ArticleContext, segment: int, token: int) -> Iterator[Document]:
    """The documents that the text told of before a word, nearest first."""
    left = REACH
    for index in range(segment, -1, -1):
        if context.segment(index).is_heading:
            continue
        doc = context.segment(index).doc
        end = token if index == segment else len(doc)
        for i in range(end - 1, max(end - left, 0) - 1, -1):
            if _tells_of_one(doc[i]) and (found := document_of(context, index, i)) is not None:
                yield found
        left -= end
        if left <= 0:
            return


def _tells_of_one(token: Token) -> bool:
    if token.lemma_.lower() not in DOCUMENTS or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ == "statement" and token.dep_ == "pobj" and token.head.lower_ == "in":
        return False  # "said in a statement"
    if is_topic(token):
        return False
    if token.dep_ == "appos" and token.head.lemma_.lower() in DOCUMENTS:
        return False
    return token.dep_ not in ("compound", "nmod", "poss") and not any(c.lower_ in ("no", "any") for c in token.children)
