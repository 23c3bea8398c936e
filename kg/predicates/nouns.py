"""Event nouns as predicates: those whose talks, visit or signing it is."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.addressees import OF_ITS_OWN, addressees
from kg.predicates.clause_words import is_scheduled
from kg.predicates.companions import companions
from kg.predicates.generic import is_of_its_kind
from kg.predicates.identity import identified, owners
from kg.predicates.lexicon import HOLDING
from kg.predicates.making import add, made
from kg.predicates.noun_modality import noun_modality
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.subjects import controllers, surface_subject
from kg.predicates.syntax import (
    RELATIVES,
    children,
    nominal_conjuncts,
    prepositions,
)

DEFINING = frozenset({"be", "include", "comprise"})
PLACING = frozenset({"in", "to", "at"})
PARTIES = frozenset({"by", "between", "with"})
NOMINAL_MODIFIERS = ("compound", "amod", "nmod", "nummod")


def noun_predicate(segment: Segment, noun: Token) -> Predicate:
    """An event noun with those whose event it is, by its phrases and what governs it."""
    slots: dict[str, list[Token]] = {}
    add(slots, "possessive", [n for c in children(noun, "poss") for n in nominal_conjuncts(c)])
    add(slots, "compound", _modifiers(noun))
    _add_noun_phrases(slots, noun)
    _add_shared_phrases(slots, noun)
    if is_of_its_kind(noun):
        slots.pop("by", None)
    add(slots, "identity", identified(noun))
    add(slots, "owner", owners(noun))
    governor = [] if is_of_its_kind(noun) and noun.dep_ == "attr" else controllers(noun)
    add(slots, "controller", [*governor, *(c for g in governor for c in companions(g))])
    if noun.dep_ == "nsubj" and noun.head.lemma_ in DEFINING:  # "the signatories were A and B"
        add(slots, "complement", [n for c in children(noun.head, "attr", "dobj") for n in nominal_conjuncts(c)])
    if not slots.keys() & OF_ITS_OWN:
        add(slots, "addressee", addressees(noun))
    for clause in children(noun, "relcl"):
        _relative(slots, clause)
    lemma = noun.lemma_.lower()
    names = (lemma, *(f"{c.lower_} {lemma}" for c in noun.children if c.dep_ in NOMINAL_MODIFIERS and c.i < noun.i))
    modality = noun_modality(noun)
    timetable = not segment.is_heading and noun.dep_ == "pobj" and is_scheduled(noun.head.head)
    if modality is Modality.ASSERTED and timetable:
        modality = Modality.PLANNED  # "leaves on Monday for a tour of Peru"
    return made(segment, noun, PredicateKind.NOUN, names, slots, modality)


def _add_noun_phrases(slots: dict[str, list[Token]], noun: Token) -> None:
    """The prepositional phrases on a noun, and those of its own that the parser hangs on what they hold."""
    for word, other in prepositions(noun):
        add(slots, word, [other])
        if word == "of":  # "the signing of a treaty by A and B": the parser hangs the last phrase on the treaty
            for inner, third in prepositions(other):
                if inner in PARTIES:
                    add(slots, inner, [third])
        elif word in PLACING and other.pos_ == "PROPN":  # "the arrival in Baku of X", "a visit to Lima by X"
            for inner, third in prepositions(other):
                if inner in ("of", "by") and third.ent_type_ == "PERSON":
                    add(slots, inner, [third])


def _add_shared_phrases(slots: dict[str, list[Token]], noun: Token) -> None:
    """Those with whom an event is held, where the parser hangs them on the verb ("held talks on Monday with Rao")."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass") or verb.lemma_ not in HOLDING:
        return
    for word, other in prepositions(verb):
        if word in ("with", "between", "among"):
            add(slots, word, [other])
        for inner, third in prepositions(other):
            if inner == "with" and other.pos_ == "PROPN":  # "held talks in Paris with Rao"
                add(slots, inner, [third])


def _relative(slots: dict[str, list[Token]], clause: Token) -> None:
    """What a clause on an event noun tells of it: "the meeting that he had with her", "a trip Kohl called off"."""
    subject = [t for t in surface_subject(clause) if t.lower_ not in RELATIVES and t != clause.head]
    if not subject:
        return
    slots.pop("controller", None)
    add(slots, "controller", subject)
    chain = [
        clause,
        *children(clause, "xcomp"),
        *(inner for c in children(clause, "xcomp") for inner in children(c, "xcomp")),
    ]
    for verb in chain:
        for word, noun in prepositions(verb):
            add(slots, word, [noun])


def _modifiers(noun: Token) -> list[Token]:
    """All words that modify a noun from before, modifiers of modifiers too ("US-China trade talks")."""
    found: list[Token] = []
    todo = [c for c in noun.children if c.dep_ in NOMINAL_MODIFIERS]
    while todo:
        token = todo.pop()
        if token.i < noun.i:
            found.append(token)
            todo.extend(c for c in token.children if c.dep_ in (*NOMINAL_MODIFIERS, "conj", "npadvmod"))
    return sorted(found, key=lambda t: t.i)
