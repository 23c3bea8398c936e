"""What the words of a verb's own clause say of its modality: auxiliaries, negation, conditions, states."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.lexicon import (
    DATING,
    MODAL_PLANNED,
    MODAL_POSSIBLE,
    NEGATED_STATES,
    POSSIBLE_STATES,
)
from kg.predicates.predicate import Modality
from kg.predicates.syntax import SUBJECTS

OPENING_WORDS = frozenset(
    (
        *(("mark", word) for word in ("if", "unless", "whether")),
        *(("advmod", word) for word in ("possibly", "perhaps", "potentially", "maybe")),
    )
)
DUE = frozenset({"due", "expected", "scheduled", "slated", "booked"})
CONDITIONS = frozenset({"if", "unless", "provided", "providing"})
TIMETABLE = frozenset({"go", "fly", "travel", "leave", "head", "depart", "move", "proceed", "return", "continue"})
#: Verbs of which this holds where the journey itself is the subject: "the tour ends in Lima".
PHASES = frozenset({"begin", "start", "open", "end", "conclude", "close", "finish", "culminate", "continue"})
JOURNEYS = frozenset({"visit", "trip", "tour", "journey", "swing", "voyage", "pilgrimage", "stop", "leg"})
A, P, M, N = Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED


def is_scheduled(verb: Token) -> bool:
    """Whether a verb of going is told in the present, as of a timetable: "from there he flies to Lima"."""
    if verb.tag_ not in ("VBZ", "VBP") or any(c.dep_ == "aux" for c in verb.children):
        return False
    return verb.lemma_ in TIMETABLE or (
        verb.lemma_ in PHASES and any(c.dep_ == "nsubj" and c.lemma_ in JOURNEYS for c in verb.children)
    )


def own_modality(verb: Token) -> Modality:
    """What a verb's own auxiliaries, negation and conditions make of it."""
    found = A
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in ("never", "neither")):
            return N
        if child.dep_ in SUBJECTS and _has_no(child):
            return N
        if child.dep_ == "dobj" and _has_no(child):
            return N
        if child.dep_ == "aux":
            found = max(found, P if child.lower_ in MODAL_PLANNED else M if child.lower_ in MODAL_POSSIBLE else A)
        elif child.dep_ == "acomp" and child.lower_ in DUE:
            found = max(found, P)  # "is due in Paris"
        elif (child.dep_, child.lower_) in OPENING_WORDS:
            found = max(found, M)
    if found is P and any(c.dep_ == "advcl" and mark(c) in CONDITIONS for c in verb.children):
        return M  # "will meet if a truce holds"
    return found


def _has_no(noun: Token) -> bool:
    return noun.lower_ in ("nobody", "none", "neither", "nothing") or any(
        c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither") for c in noun.children
    )


def mark(verb: Token) -> str:
    """The word that opens a clause ("before", "while"), "" without one."""
    return next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep")), "")


def is_backshifted(verb: Token) -> bool:
    """Whether a plan is told from a past point ("would sign when he met her")."""
    return any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "should", "'d", "’d") for c in verb.children)


def state(verb: Token) -> Modality | None:
    """What an event is said to be in, under or yet to be: "is off", "is under discussion", "is still to be set"."""
    for child in verb.children:
        words = [child.lower_] if child.dep_ in ("advmod", "prt", "acomp") else []
        if child.dep_ == "prep" and child.lower_ in ("under", "in", "on", "off"):
            words = [c.lower_ for c in child.children if c.dep_ == "pobj"] or [child.lower_]
        if child.dep_ == "xcomp" and child.tag_ == "VBN":  # "is to be confirmed"
            return M if any(c.lower_ in ("still", "yet") for v in (verb, child) for c in v.children) else P
        if any(word in NEGATED_STATES for word in words):
            return N
        if any(word in POSSIBLE_STATES for word in words):
            return M
        if child.dep_ == "neg" or (child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children)):
            return N
    return None


def is_undated(verb: Token) -> bool:
    """Whether a verb says that no date is set for an event yet."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return verb.lemma_ in DATING and any(c.lemma_ in ("date", "time", "timetable", "schedule") for c in subjects)
