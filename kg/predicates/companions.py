"""Who else takes part: companions of a subject, and those who attend an event."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.agents import agents
from kg.predicates.lexicon import ACCOMPANYING, ATTENDING
from kg.predicates.syntax import children, is_passive, objects_of

BESIDE = frozenset({"alongside", "beside"})
TOGETHER = frozenset({"along", "together"})


def is_attended(noun: Token) -> bool:
    """Whether an event noun is what somebody attends, joins or takes part in."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "in":
        verb = head.head if head.head.lemma_ != "part" else head.head.head
        return verb.lemma_ in ("participate", "take")
    return noun.dep_ in ("dobj", "nsubjpass") and head.lemma_ in ATTENDING and head.lemma_ != "take"


def companions(subject: Token) -> list[Token]:
    """Who is put beside somebody: "X, accompanied by Y", "X, who was joined by Y", "X, along with Y"."""
    clauses = children(subject, "acl", "advcl", "relcl")
    found = [n for c in clauses if c.lemma_ in ACCOMPANYING and is_passive(c) for n in agents(c)]
    for child in children(subject, "prep"):
        if _is_beside(child):
            found.extend(noun for _, noun in objects_of(child))
    return found


def _is_beside(preposition: Token) -> bool:
    """Whether a preposition puts somebody beside another: "alongside", "together with", "with X at his side"."""
    if preposition.lower_ in BESIDE:
        return True
    inner = {c.lower_ for c in preposition.children}
    if preposition.lower_ in TOGETHER:
        return "with" in inner
    if preposition.lower_ != "with":
        return False
    there = any(c.lower_ in ("side", "attendance", "tow") for t in preposition.children for c in t.children)
    nested = any(c.lower_ in ("side", "attendance", "tow") for t in preposition.head.children for c in t.children)
    return bool(inner & TOGETHER) or there or (nested and preposition.head.pos_ == "PROPN")
