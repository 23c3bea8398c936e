"""Modality by what governs a verb or a noun: is it told as done, planned, possible, or not so."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.clause_words import is_backshifted, is_undated, mark, own_modality, state
from kg.predicates.lexicon import (
    BEFORE,
    NOUN_MODALITY,
    SAYING,
    clause_modality,
)
from kg.predicates.predicate import Modality, Tense
from kg.predicates.syntax import SUBJECTS, VERBAL, misread_subject, particle, word_before
from kg.predicates.tense import finite_tense

MAX_CLIMB = 6
MOVING = frozenset(
    {
        "head",
        "fly",
        "travel",
        "go",
        "leave",
        "arrive",
        "come",
        "depart",
        "land",
        "return",
        "be",
        "prepare",
        "gather",
        "set",
    }
)
BEGINNING = frozenset({"open"})
AGREEING = frozenset({"agree", "decide"})
ACCEPTING = frozenset({"accept", "take", "approve", "honor", "honour"})
ASIDE = frozenset({"on", "in", "at", "en", "during"})
TEMPORAL_MARKS = ("after", "when", "once", "before", "until", "till")
A, E, P, M, N = Modality.ASSERTED, Modality.EXPECTED, Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED


def verb_modality(verb: Token, depth: int = 0) -> Modality:
    """The modality of a verb: its own auxiliaries and negation, and what governs it."""
    misread = misread_subject(verb)
    if misread is not None:
        return P if word_before(misread) in TEMPORAL_MARKS else A
    own = own_modality(verb)
    if depth > MAX_CLIMB or own is N:
        return own
    if _is_agreed(verb):
        return P  # "agreed that they should meet"
    return max(own, _inherited(verb, depth + 1))


def _is_agreed(verb: Token) -> bool:
    head = verb.head
    should = any(c.dep_ == "aux" and c.lower_ == "should" for c in verb.children)
    return should and verb.dep_ == "ccomp" and head.lemma_ in AGREEING and verb_modality(head) is A


def _inherited(verb: Token, depth: int) -> Modality:
    head, label = verb.head, verb.dep_
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if head == verb:
        return P if infinitive and verb.tag_ == "VB" else A
    if label == "conj" and head.pos_ in VERBAL:
        shares = not any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children) and verb.tag_ in (
            "VB",
            "VBP",
            "VBN",
            "VBG",
        )
        return verb_modality(head, depth) if shares or infinitive else A
    if label in ("xcomp", "ccomp", "oprd", "advcl", "acl") and head.pos_ in VERBAL:
        return _from_clause(verb, head, label, infinitive, depth)
    if (
        label == "advcl"
        and not infinitive
        and verb.tag_ in ("VBZ", "VBP")
        and mark(verb) in TEMPORAL_MARKS
        and finite_tense(head) is not Tense.PAST
    ):
        return P  # "before Xi embarks on a tour": English has no future in such clauses
    if head.pos_ == "ADJ" and label in ("xcomp", "ccomp", "advcl"):
        return max(clause_modality(head.lemma_, ""), verb_modality(head.head, depth) if head.head.pos_ in VERBAL else A)
    if label == "acl" and infinitive and head.pos_ == "PROPN" and head.head == head:
        return P  # a headline: "Moi to visit Uganda"
    if label in ("acl", "relcl") and infinitive:
        return _by_noun(head, depth)
    if label == "pcomp":
        return _from_preposition(head, depth)
    if label in ("aux", "auxpass") and head.pos_ in VERBAL:
        return verb_modality(head, depth)
    return A


def _from_clause(verb: Token, head: Token, label: str, infinitive: bool, depth: int) -> Modality:
    if label == "ccomp" and not infinitive and verb.i < head.i and head.lemma_ not in SAYING:
        return A  # a clause of its own before a semicolon
    above = verb_modality(head, depth)
    if head.lemma_ == "be" and infinitive and label == "xcomp":
        unreal = finite_tense(head) is Tense.PAST and any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        return N if unreal else max(P, above)  # "was to have met"
    if head.lemma_ == "have" and infinitive and any(c.lower_ == "yet" for c in head.children):
        return N  # "has yet to visit"
    finite_report = label == "ccomp" and not infinitive
    if finite_report and head.lemma_ in SAYING:
        return A
    if label == "advcl" and not infinitive:
        if finite_tense(verb) is Tense.PAST and finite_tense(head) is not Tense.PAST and not is_backshifted(head):
            return A  # "will go to Kiev on Friday, weeks after he met Putin"
        return above if mark(verb) in ("", "while", "as", *TEMPORAL_MARKS) and above in (P, M) else A
    governed = clause_modality(head.lemma_, particle(head))
    if infinitive and governed is A and above is A and head.lemma_ in MOVING and finite_tense(head) is Tense.PRESENT:
        return P  # "heads for Prague to sign": not yet done
    if finite_report and governed is P and head.lemma_ in ("announce", "confirm", "decide", "agree"):
        return A
    if governed is N and above is N:
        return M
    return max(governed, above)


def _from_preposition(preposition: Token, depth: int) -> Modality:
    if preposition.lower_ == "without":
        return N
    if preposition.lower_ in ("instead", "of") and preposition.head.lower_ == "instead":
        return N
    if preposition.lower_ in ("of", "to") and preposition.head.pos_ == "NOUN":
        return _by_noun(preposition.head, depth)
    head = preposition.head
    if head.pos_ in VERBAL:
        above = verb_modality(head, depth)
        return max(
            above if above is not N else A,
            clause_modality(head.lemma_, "") if preposition.lower_ in ("from", "on", "against", "of", "about") else A,
        )
    return A


def _by_noun(noun: Token, depth: int) -> Modality:
    """What a noun such as "invitation" makes of what it takes; an accepted one is a plan."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in ACCEPTING and verb_modality(noun.head) is A:
        return P if NOUN_MODALITY.get(noun.lemma_) is M else A
    return max(NOUN_MODALITY.get(noun.lemma_, A), noun_governance(noun, depth))


def governed_by(verb: Token) -> Modality:
    """What a verb makes of the event noun it takes, its own modality counted; two negations leave it open."""
    above, own = verb_modality(verb), clause_modality(verb.lemma_, particle(verb))
    if verb.lemma_ in BEGINNING:
        return above  # "opened a visit": only the adjective ("open to talks") leaves it open
    return M if above is N and own is N else max(above, own)


def noun_governance(noun: Token, depth: int) -> Modality:
    """What stands above a noun makes of it: "cancelled the visit", "ahead of talks", "will hold talks"."""
    if depth > MAX_CLIMB or noun.head == noun:
        return A
    head, label = noun.head, noun.dep_
    if label in ("conj", "appos", "attr", "nmod", "compound"):
        return noun_governance(head, depth + 1) if head.pos_ not in VERBAL else verb_modality(head)
    if label in ("dobj", "nsubjpass", "nsubj") and head.pos_ in VERBAL:
        above = verb_modality(head)
        if label == "nsubj" and head.lemma_ in ("be", "remain", "look", "seem") and (told := state(head)) is not None:
            return max(told, above)
        if label == "nsubj":
            return above if above is not M or head.lemma_ in ("happen", "occur", "take", "be", "begin", "start") else A
        return governed_by(head)
    if label == "pobj":
        return _noun_in_phrase(head, depth + 1)
    return A


def _noun_in_phrase(preposition: Token, depth: int) -> Modality:
    governor = preposition.head
    if misread_subject(governor) is not None:
        return verb_modality(governor)
    if preposition.lower_ in BEFORE or (preposition.lower_ in ("of", "to", "for") and governor.lower_ in BEFORE):
        return E
    if preposition.lower_ == "without":
        return N
    if governor.pos_ in VERBAL:
        above = verb_modality(governor)
        if preposition.i < governor.i and preposition.lower_ in ASIDE:
            return P if above is P else A  # "X, on a visit to Rome, declined to comment"
        if governor.lemma_ == "stop" and not any(c.dep_ in ("dobj", "xcomp", "nsubjpass") for c in governor.children):
            return above  # "stopped in Cairo on his way to Lagos"
        if preposition.lower_ == "for" and above is N and is_undated(governor):
            return M
        if preposition.lower_ in ("to", "for", "on", "about", "out", "of", "from"):
            return max(
                above, clause_modality(governor.lemma_, particle(governor)) if governor.lemma_ not in SAYING else A
            )
        return above if above is not N else A
    if governor.pos_ == "PROPN" and preposition.lower_ in ASIDE:
        return A
    if governor.pos_ in ("NOUN", "PROPN"):
        return _by_noun(governor, depth)
    if governor.pos_ == "ADP" and governor != preposition:
        return _noun_in_phrase(governor, depth + 1) if depth <= MAX_CLIMB else A
    return A
