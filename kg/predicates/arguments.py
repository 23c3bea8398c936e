"""Subjects and objects of verbs by meaning, whatever the voice of the verb."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.agents import agents
from kg.predicates.subjects import antecedent, surface_subject
from kg.predicates.syntax import RELATIVES, SUBJECTS, children, is_passive, nominal_conjuncts, prepositions


def deep_arguments(verb: Token) -> tuple[list[Token], list[Token]]:
    """Subject and object by meaning: in "Xi was received by Lula" the subject is Lula, the object Xi."""
    surface = surface_subject(verb)
    if is_passive(verb):
        by = agents(verb)
        if not by:
            by = [noun for child in children(verb, "prep") if child.lower_ == "by" for noun in _pobj(child)]
        if not by:  # "was met on arrival by X": the parser hangs the agent on the arrival
            nouns = [noun for child in children(verb, "prep") for noun in _pobj(child)]
            by = [n for noun in nouns for word, n in prepositions(noun) if word == "by" and noun.pos_ == "NOUN"]
        if verb.dep_ == "acl" and not surface:
            surface = [verb.head]
        return by, surface
    direct = children(verb, "dobj") or [c for c in children(verb, "npadvmod") if _is_person_after(c, verb)]
    objects = [noun for child in direct for noun in nominal_conjuncts(child)]
    if not objects and verb.dep_ == "relcl" and children(verb, *SUBJECTS):
        objects = _gap(verb)
    elif verb.dep_ == "relcl":
        objects = [n for o in objects for n in (antecedent(verb) if o.lower_ in RELATIVES else [o])]
    return surface, objects


def _is_person_after(token: Token, verb: Token) -> bool:
    """Whether the parser takes the name of a person behind a verb for an adverb, as it does with long titles."""
    return token.i > verb.i and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def _gap(verb: Token) -> list[Token]:
    """The antecedent as the object: "the leaders he met", "whom he met"; not "where he met"."""
    subject = children(verb, *SUBJECTS)[0]
    if subject.lower_ in RELATIVES:
        return []
    adverbial = any(c.lower_ in ("where", "when", "why", "how") for c in verb.children)
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in verb.children)
    return [] if adverbial or stranded else antecedent(verb)


def _pobj(preposition: Token) -> list[Token]:
    return [noun for child in children(preposition, "pobj") for noun in nominal_conjuncts(child)]
