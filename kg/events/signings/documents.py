"""What was signed: the words of the noun phrase."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.candidate import Document
from kg.events.context import ArticleContext
from kg.events.signings.phrases import bounds, is_topic
from kg.events.signings.words import BODIES, DOCUMENTS
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON

QUANTITIES = frozenset({"number", "series", "set", "package", "string", "raft", "host", "dozen", "range", "couple"})
#: How many documents beside the first are told apart.
MOST = 3


def document_of(context: ArticleContext, segment: int, token: int) -> Document | None:
    """The document at a token; None where the phrase is a pronoun, a person, a state or a body."""
    head = context.segment(segment).doc[token]
    if head.pos_ == "PRON" or head.ent_type_ == "PERSON" or _is_actor(context, segment, head):
        return None
    first, last = bounds(context, segment, head)
    words = head.doc[first:last]
    text = _closed(words.text)
    if not text:
        return None
    named = head.pos_ == "PROPN" or sum(t.is_title for t in words) >= 2
    noun = _counted(head)
    return Document(
        text,
        noun.lemma_.lower(),
        named,
        last - first == 1 and not named and (_points(head) or _is_mere_paper(head)),
        noun.tag_ in ("NNS", "NNPS"),
        not any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in head.children),
    )


def _counted(head: Token) -> Token:
    """The noun that is counted: "accords" of "a series of accords"."""
    if head.lemma_ not in QUANTITIES:
        return head
    return next((n for c in head.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"), head)


def _is_mere_paper(head: Token) -> bool:
    """Whether a word says that there is something written, not what: "put pen to paper"."""
    return head.lower_ == "paper" and head.n_lefts == 0


def _points(head: Token) -> bool:
    """Whether a lone noun is definite, and no clause behind it says which it is ("the pact they signed in May")."""
    if any(c.dep_ in ("relcl", "acl") and head.doc[head.i + 1].lower_ != "," for c in head.children if c.i > head.i):
        return False
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.children)


def documents_of(context: ArticleContext, segment: int, token: int) -> list[Document]:
    """The document at a token and those that the parser hung into its phrase: "a treaty on trade and two protocols".

    Bare plurals are no documents of their own ("accords and contracts").
    """
    first = document_of(context, segment, token)
    head = context.token(segment, token)
    if first is None or (head.dep_ == "conj" and not _is_another(head, head.head)):
        return []
    near = (*head.subtree, *head.head.children)  # a small model may hang the second one on the verb
    beside = [t for t in near if t.i > token and t.dep_ == "conj" and _is_another(t, head)]
    return [first, *(d for t in beside[:MOST] if (d := document_of(context, segment, t.i)) is not None)]


def _is_another(token: Token, head: Token) -> bool:
    """Whether a noun inside a document's phrase is a document signed beside it."""
    if token.lemma_.lower() not in DOCUMENTS:
        return False
    if any(a.pos_ == "VERB" and head.i < a.i < token.i for a in token.ancestors):
        return False
    if is_topic(token):
        return False
    return any(c.dep_ in ("nummod", "prep", "compound", "amod") or c.lower_ in ("a", "an") for c in token.children)


def _is_actor(context: ArticleContext, segment: int, head: Token) -> bool:
    """Whether a phrase is a person, a state, or a body with a name: "the Communist Party"."""
    mention = context.mention(segment, head.i)
    if mention is None or mention.head != head.i:
        return False
    kind = context.entity(mention.entity).type
    return kind in (PERSON, COUNTRY) or (kind == ORGANIZATION and head.lemma_.lower() in BODIES)


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
