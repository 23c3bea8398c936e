"""Whom somebody speaks to at an event: "told Rice during a meeting", "agreed with Lula at talks in Lima"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.lexicon import ADDRESSING
from kg.predicates.syntax import VERBAL, children, nominal_conjuncts, prepositions

AT_AN_EVENT = frozenset({"in", "during", "at", "on", "over", "by", "via", "after", "through"})
OF_ITS_OWN = frozenset({"with", "between", "among", "of", "to", "from", "possessive"})
TOWARDS = frozenset({"to", "with"})
MAX_CLIMB = 3


def addressees(noun: Token) -> list[Token]:
    """Those to whom the verb of speaking above an event noun is directed; none where the noun isn't its occasion.

    Parameters
    ----------
    noun : Token
        An event noun such as "meeting" or "call".
    """
    if noun.dep_ != "pobj" or noun.head.lower_ not in AT_AN_EVENT:
        return []
    verb = noun.head.head
    for _ in range(MAX_CLIMB):
        if verb.pos_ in VERBAL or verb.head == verb:
            break
        verb = verb.head  # "told Rice during a meeting": the parser may hang the meeting on Rice
    if verb.pos_ not in VERBAL or verb.lemma_ not in ADDRESSING:
        return []
    found = [n for c in children(verb, "dobj", "dative") for n in nominal_conjuncts(c) if c.pos_ != "ADP"]
    found += [n for word, n in prepositions(verb) if word in TOWARDS and n.i < noun.i]
    return [n for n in found if n != noun]
