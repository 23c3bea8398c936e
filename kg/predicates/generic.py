"""Statements about no particular event: habits, rules, frequencies."""

from __future__ import annotations

from spacy.tokens import Token

HABITUAL = frozenset("often regularly usually always generally normally typically frequently routinely annually rarely seldom sometimes".split())


def is_generic(token: Token) -> bool:
    """Whether a predicate is told as a habit ("leaders often meet", "every visit").

    A habitual adverb with a simple past still tells of events, but of no one of them.
    """
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in HABITUAL:
            return True
        if child.dep_ == "det" and child.lower_ in ("any", "every", "each", "such"):
            return True
    return False
