"""Who else takes part: companions of a subject, and those who attend an event."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.arguments import agents
from kg.predicates.lexicon import ACCOMPANYING, ATTENDING
from kg.predicates.syntax import children, objects_of


def is_attended(noun: Token) -> bool:
    """Whether an event noun is what somebody attends, joins or takes part in."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "in":
        verb = head.head if head.head.lemma_ != "part" else head.head.head
        return verb.lemma_ in ("participate", "take")
    return noun.dep_ in ("dobj", "nsubjpass") and head.lemma_ in ATTENDING and head.lemma_ != "take"


def companions(subject: Token) -> list[Token]:
    """Who is put beside a subject: "X, accompanied by Y", "X, along with Y"."""
    found = [n for c in children(subject, "acl", "advcl") if c.lemma_ in ACCOMPANYING for n in agents(c)]
    for child in children(subject, "prep"):
        beside = child.lower_ == "alongside" or (
            child.lower_ in ("along", "together") and any(c.lower_ == "with" for c in child.children)
        )
        if beside:
            found.extend(noun for _, noun in objects_of(child))
    return found
