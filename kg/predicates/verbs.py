"""Verbs as predicates: the subject, the objects, and the phrases on them."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.arguments import deep_arguments
from kg.predicates.bystanders import is_bystander
from kg.predicates.clause_words import is_scheduled
from kg.predicates.companions import companions
from kg.predicates.factuality import verb_modality
from kg.predicates.making import add, made
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.syntax import (
    children,
    nominal_conjuncts,
    particle,
    prepositions,
)

CIRCUMSTANCES = frozenset({"by", "on", "over", "in", "at", "via", "to", "from", "through"})
#: The labels of what completes a verb.
COMPLEMENTS = ("oprd", "attr")
PHONES = frozenset({"phone", "telephone"})
HONOUR = frozenset({"honor", "honour"})


def verb_predicate(segment: Segment, verb: Token) -> Predicate:
    """A verb with its subject, its objects and the phrases on them."""
    subject, objects = deep_arguments(verb)
    slots: dict[str, list[Token]] = {}
    add(slots, "subject", [*subject, *(c for s in subject for c in companions(s))])
    add(slots, "object", [*objects, *(c for o in objects for c in companions(o))])
    add(slots, "owner", [n for s in subject for c in children(s, "poss") for n in nominal_conjuncts(c)])
    add(slots, "complement", children(verb, *COMPLEMENTS))
    add(slots, "dative", [n for c in children(verb, "dative") if c.pos_ != "ADP" for n in nominal_conjuncts(c)])
    _add_phrases(slots, verb)
    for thing in objects:
        if thing.head == verb or thing.dep_ == "conj":
            _add_object_phrases(slots, thing)
    modality = verb_modality(verb)
    if modality is Modality.ASSERTED and not segment.is_heading and is_scheduled(verb):
        modality = Modality.PLANNED
    return made(segment, verb, PredicateKind.VERB, names_of(verb), slots, modality)


def names_of(verb: Token) -> tuple[str, ...]:
    """What a verb may be listed under: its lemma, and that with its particle."""
    lemma, down = verb.lemma_.lower(), particle(verb)
    return (lemma, f"{lemma} {down}") if down else (lemma,)


def _add_phrases(slots: dict[str, list[Token]], verb: Token) -> None:
    """The prepositional phrases on a verb, and those on what completes it."""
    for word, noun in prepositions(verb):
        if word == "with" and is_bystander(noun):
            continue
        add(slots, word, [noun])
        for inner, other in prepositions(noun):
            # "spoke by phone with Rice", "with Rice by phone": the parser hangs the one on the other
            if (
                inner == "with" and (word in CIRCUMSTANCES or noun.ent_type_ in ("TIME", "DATE"))
            ) or other.lemma_ in PHONES:
                add(slots, inner, [other])
            elif noun.lower_ in HONOUR and inner == "of":  # "gave a dinner in honor of Rao"
                add(slots, "for", [other])
    for complement in children(verb, "acomp", "prt", "advmod"):  # "is due in Sydney", "was back in Rome"
        for word, noun in prepositions(complement) if complement.pos_ in ("ADJ", "ADV") else ():
            add(slots, word, [noun])
        if complement.lower_ in ("there", "here"):
            add(slots, "to", [complement])


def _add_object_phrases(slots: dict[str, list[Token]], thing: Token) -> None:
    for word, noun in prepositions(thing):
        if word == "with" and is_bystander(noun):
            continue
        add(slots, f"object.{word}", [noun])
        if word == "of" or noun.lemma_ in PHONES:  # "led a delegation of ministers to Lima", "views by phone with Rao"
            for inner, other in prepositions(noun):
                add(slots, f"object.{inner}", [other])
        if noun.lower_ in HONOUR:
            add(slots, "for", [other for inner, other in prepositions(noun) if inner == "of"])
