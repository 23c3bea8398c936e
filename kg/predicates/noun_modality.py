"""Modality of an event noun: its determiner and adjectives, clauses on it, and what governs it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.factuality import noun_governance, verb_modality
from kg.predicates.lexicon import (
    NEGATED_ADJECTIVES,
    NEGATIONS,
    PLANNED_ADJECTIVES,
    POSSIBLE_ADJECTIVES,
    clause_modality,
)
from kg.predicates.predicate import Modality
from kg.predicates.syntax import SUBJECTS, particle

A, P, M, N = Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED


def noun_modality(noun: Token) -> Modality:
    """The modality of an event noun: its determiner and adjectives, and what governs it."""
    return max((noun_governance(noun, 0), *(_modifier_modality(child) for child in noun.children)))


def _relative_modality(clause: Token) -> Modality:
    """What a clause on an event noun makes of it, its object being that noun: "a trip that Kohl called off"."""
    subject = [c for c in clause.children if c.dep_ in SUBJECTS]
    if not subject or subject[0].lower_ in ("which", "that", "who") or subject[0].dep_ == "nsubjpass":
        return A
    return max(verb_modality(clause), clause_modality(clause.lemma_, particle(clause)))


def _modifier_modality(child: Token) -> Modality:
    word = child.lower_
    if child.dep_ == "relcl":
        return _relative_modality(child)
    if child.dep_ in ("det", "neg"):
        return N if word in NEGATIONS else A
    if child.dep_ not in ("amod", "acl", "compound", "advmod"):
        return A
    if word in NEGATED_ADJECTIVES:
        return N
    if word in POSSIBLE_ADJECTIVES:
        return M
    if word in PLANNED_ADJECTIVES:
        return P
    return clause_modality(child.lemma_, particle(child)) if child.dep_ == "acl" and child.tag_ == "VBN" else A
