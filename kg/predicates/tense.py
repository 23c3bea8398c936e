"""The tense of a clause."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.predicate import Tense
from kg.predicates.syntax import VERBAL

MAX_CLIMB = 6


def tense(token: Token) -> Tense:
    """The tense of the clause that a word stands in."""
    verb = token if token.pos_ in VERBAL else next((a for a in token.ancestors if a.pos_ in VERBAL), None)
    hops = 0
    while verb is not None and hops <= MAX_CLIMB:
        own = finite_tense(verb)
        if own is not None:
            return own
        verb = next((a for a in verb.ancestors if a.pos_ in VERBAL), None)
        hops += 1
    return Tense.NONE


def finite_tense(verb: Token) -> Tense | None:
    """The tense that a verb itself shows, None for an infinitive or a participle without auxiliary."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass"):
            if child.tag_ == "MD":
                return Tense.FUTURE
            if child.tag_ == "VBD":
                return Tense.PAST
            if child.tag_ in ("VBZ", "VBP"):
                return Tense.PAST if child.lemma_ == "have" else Tense.PRESENT
    if verb.tag_ == "VBD":
        return Tense.PAST
    if verb.tag_ in ("VBZ", "VBP"):
        return Tense.PRESENT
    return None
