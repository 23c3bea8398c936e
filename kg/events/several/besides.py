"""Events told as one more: beside a larger one ("also met", "on the sidelines"), or before it ("had last met")."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.syntax import governing_verb

MARGINS = frozenset({"sideline", "sidelines", "margin", "margins"})
ALSO = frozenset({"also", "separately", "separate"})
EARLIER = frozenset({"last", "previously", "first"})


def is_besides(token: Token) -> bool:
    """Whether an event's word is told as one more.

    Parameters
    ----------
    token : Token
        The word that tells of the event.
    """
    verb = governing_verb(token)
    near = [*token.children, *(verb.children if verb is not None else ())]
    if any(c.lower_ in ALSO for c in near):
        return True
    return any(t.lower_ in MARGINS for t in token.sent)


def is_prior(token: Token) -> bool:
    """Whether an event's word is told as one before that of the story: "last met", "previously held talks".

    Parameters
    ----------
    token : Token
        The word that tells of the event.
    """
    verb = token if token.pos_ == "VERB" else governing_verb(token)
    return verb is not None and verb.i > verb.sent.start and verb.nbor(-1).lower_ in EARLIER
