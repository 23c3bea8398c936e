"""Subjects of verbs and of nouns that tell of doing, also those that the syntax leaves unsaid."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.agents import agents
from kg.predicates.lexicon import ATTENDING, OBJECT_CONTROL, SAYING
from kg.predicates.syntax import (
    RELATIVES,
    SUBJECTS,
    VERBAL,
    children,
    is_passive,
    misread_subject,
    nominal_conjuncts,
    word_before,
)

MAX_CLIMB = 8
BACK = frozenset({"back", "fresh"})
INVITATIONS = frozenset({"invitation", "invite"})
#: Verbs whose subject gives what their object is.
GIVING = frozenset({"extend", "issue", "give", "send", "offer", "deliver", "convey", "renew", "repeat", "hand", "make"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The subject in the text's own syntax, or the one that control, coordination or a participle implies.

    Sources: control and raising as in Huddleston and Pullum (2002), chapter 14.
    """
    if depth > MAX_CLIMB:
        return []
    misread = misread_subject(verb)
    if misread is not None:
        return [misread]
    own = children(verb, *SUBJECTS)
    if own:
        subject = own[0]
        if subject.lower_ in RELATIVES and verb.dep_ == "relcl":
            return antecedent(verb)
        return nominal_conjuncts(subject)
    return _implied_subject(verb, depth + 1) or _swallowed_subject(verb)


def _swallowed_subject(verb: Token) -> list[Token]:
    """The name right before a finite verb that has no subject: a list before it has swallowed the name.

    "After talks between Rome and Paris, President X is to visit ...": the parser takes X for a third of them.
    """
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    finite = [t for t in (verb, *helpers) if t.tag_ in FINITE]
    first = min((t.i for t in (verb, *helpers)), default=verb.i)
    if not finite or first == 0:
        return []
    name = verb.doc[first - 1]
    return [name] if name.pos_ == "PROPN" and name.dep_ in ("conj", "appos", "pobj") and name.sent == verb.sent else []


def antecedent(verb: Token) -> list[Token]:
    """What a relative clause is about: the noun it modifies."""
    return [verb.head] if verb.head.pos_ not in VERBAL else []


def _implied_subject(verb: Token, depth: int) -> list[Token]:
    head, label = verb.head, verb.dep_
    if head == verb:
        return []  # a headline's loose infinitive: nothing to be had safely
    if label == "conj" and head.pos_ in VERBAL:
        return surface_subject(head, depth)
    if label in ("xcomp", "ccomp", "oprd"):
        return _controlled(verb, head, depth)
    if label == "advcl" and head.pos_ in VERBAL:
        return surface_subject(head, depth)
    if label in ("pcomp", "prep"):
        return _through_preposition(head, depth)
    if label == "relcl":
        return antecedent(verb)
    if label == "acl":
        return _of_noun(verb, head, depth)
    if label == "aux" and head.pos_ in VERBAL:
        return surface_subject(head, depth)
    if label in ("parataxis", "dep") and head.pos_ in VERBAL:
        return surface_subject(head, depth)
    return []


def _controlled(verb: Token, head: Token, depth: int) -> list[Token]:
    if head.pos_ not in VERBAL and head.pos_ != "ADJ":
        return _of_noun(verb, head, depth)
    objects = children(head, "dobj", "dative")
    if objects and head.lemma_ in OBJECT_CONTROL and objects[0].i < verb.i:
        return nominal_conjuncts(objects[0])
    if head.pos_ == "ADJ":
        return surface_subject(head.head, depth) if head.head != head and head.head.pos_ in VERBAL else []
    return surface_subject(head, depth)


def _through_preposition(preposition: Token, depth: int) -> list[Token]:
    governor = preposition.head
    while governor.dep_ in ("prep", "advmod", "pcomp") and governor.head != governor:
        governor = governor.head
    if governor.pos_ in VERBAL:
        joined = governor.lemma_ == "join" and preposition.lower_ == "in"  # "Putin joined Xi in signing a pact"
        beside = [noun for child in children(governor, "dobj") for noun in nominal_conjuncts(child)] if joined else []
        return [*surface_subject(governor, depth), *beside]
    return controllers(governor, depth) if governor != preposition else []


def _of_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    """The subject of a clause on a noun: "the first president to visit" is the noun, "plans to visit" its owner."""
    if verb.tag_ in ("VBG", "VBN", "VBD"):
        return [noun]
    if noun.lemma_ in INVITATIONS:
        return _invited(noun, depth)
    owners = children(noun, "poss")
    if owners and noun.pos_ != "PROPN":  # "the king's wish to visit"; but "Kenya's Moi to visit"
        return nominal_conjuncts(owners[0])
    if (
        noun.pos_ == "PROPN"
        or noun.ent_type_ in ("PERSON", "GPE")
        or any(c.dep_ == "amod" and c.lemma_ in ("first", "last", "only", "second", "next") for c in noun.children)
    ):
        return [noun]
    return controllers(noun, depth)


def _invited(noun: Token, depth: int) -> list[Token]:
    """Who is to follow an invitation: whom it is given to, else who has it, never who gives it."""
    verb = noun.head
    given_to = [p for w in (noun, verb) for p in children(w, "prep", "dative") if p.lower_ in ("to", "for")]
    guests = [g for p in given_to for g in children(p, "pobj")]
    guests += [g for g in children(verb, "dative") if g.pos_ != "ADP"] if noun.dep_ == "dobj" else []
    if guests:
        return nominal_conjuncts(guests[0])
    return [] if verb.lemma_ in GIVING else controllers(noun, depth)


def controllers(noun: Token, depth: int = 0) -> list[Token]:
    """The subject of the clause that a noun depends on: who arrives "for talks", who holds "a meeting".

    Examples
    --------
    In "Modi flew to Tokyo for talks with Kishida" the controller of "talks" is "Modi".
    """
    node = noun
    known = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
    while depth <= MAX_CLIMB:
        depth += 1
        head, label = node.head, node.dep_
        if head == node:
            return []
        if (misread := misread_subject(head)) is not None:
            return [misread]
        if label == "prep" and head.pos_ == "PROPN" and is_aside(node):
            return [head]  # "X, en route to Havana, said"
        if label in ("advmod", "amod") and node.lower_ in BACK and head.pos_ == "PROPN":
            return nominal_conjuncts(head)  # "X, fresh from a visit to Y, said"
        if label == "nsubjpass" and head.lemma_ in ATTENDING:
            return agents(head)
        if label in SUBJECTS:
            return [] if known else _speaker(head, depth)
        if label == "prep" and head.dep_ in SUBJECTS and head.pos_ == "PROPN" and word_before(node) == ",":
            return nominal_conjuncts(head)  # "X, at a meeting with Y, said"
        if head.pos_ in VERBAL:
            topic = node.dep_ == "prep" and node.lower_ in ("about", "of", "on") and node.i > head.i
            if (known or topic) and head.lemma_ in SAYING:
                return []
            # "X invited Y to Lima for talks": both would hold them
            return [*surface_subject(head, depth), *(_bidden(head) if node.dep_ == "prep" else ())]
        node = head
    return []


def _bidden(verb: Token) -> list[Token]:
    """Whom a verb of inviting has for its object; who invites a guest who is told of as subject."""
    if verb.lemma_ != "invite":
        return []
    if is_passive(verb):
        return agents(verb)
    return [noun for child in children(verb, "dobj", "dative") for noun in nominal_conjuncts(child)]


def is_aside(preposition: Token) -> bool:
    """Whether a phrase stands after a name and a comma and tells where or on what its bearer is."""
    doc, first = preposition.doc, preposition.i
    return first > 1 and doc[first - 1].text == "," and preposition.lower_ in ("on", "in", "en", "during", "at")


def _speaker(verb: Token, depth: int) -> list[Token]:
    """Of a clause whose subject is the event noun itself: who reports it ("Lavrov said the talks with ...")."""
    if verb.dep_ == "ccomp" and verb.head.pos_ in VERBAL:
        return surface_subject(verb.head, depth)
    return []
