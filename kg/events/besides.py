"""Events told as one more, beside a larger one: "also met", "on the sidelines", "held a separate meeting"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.syntax import governing_verb

MARGINS = frozenset({"sideline", "sidelines", "margin", "margins"})
ALSO = frozenset({"also", "separately", "separate"})


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
