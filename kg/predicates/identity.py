"""What a noun is said to be, and whose the thing is that it is a part of."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.syntax import SUBJECTS, VERBAL, children, nominal_conjuncts

PARTS_OF = frozenset({"of", "on", "in", "during"})


def identified(noun: Token) -> list[Token]:
    """What a noun is the same as: "Zagreb was the first stop", "the first stop was Zagreb", "Zagreb, the first stop".

    Examples
    --------
    In "He flew to Zagreb, the first stop on the trip" it is "Zagreb" for "stop".
    """
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be":
        return [n for c in children(verb, *SUBJECTS) for n in nominal_conjuncts(c)]
    if noun.dep_ in SUBJECTS and verb.lemma_ == "be" and verb.pos_ in VERBAL:
        return [n for c in children(verb, "attr") for n in nominal_conjuncts(c)]
    first = noun.left_edge.i
    if first > 1 and noun.doc[first - 1].text == ",":
        before = noun.doc[first - 2]
        return [before] if before.pos_ == "PROPN" else []
    return []


def owners(noun: Token) -> list[Token]:
    """Whose the whole is that a noun is a part of: "the last leg of Baker's tour"."""
    return [
        owner
        for preposition in children(noun, "prep")
        if preposition.lower_ in PARTS_OF
        for whole in children(preposition, "pobj")
        for child in children(whole, "poss")
        for owner in nominal_conjuncts(child)
    ]
