"""Clauses that name the gathering that somebody attends: "X attended the summit", "Y came to the funeral"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.gatherings.attendance.clause import Clause, Part, representing
from kg.events.gatherings.gathering import Gathering, Gatherings
from kg.events.gatherings.words import (
    ADDRESSING,
    ATTENDING,
    AVOIDING,
    COMING,
    CONCLUDING,
    HOSTING,
    LEAVING,
    MEETING,
    RECEIVING,
)
from kg.mentions.mention import PERSON
from kg.predicates.arguments import deep_arguments
from kg.predicates.predicate import Modality
from kg.predicates.syntax import VERBAL, ancestors, is_passive

#: How many words may stand between a verb and the phrase of a gathering in the tree ("hosts X in Y for a summit").
DEEPEST = 4


def as_object(_context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Somebody attended, joined, chaired or skipped it."""
    lemma = verb.lemma_.lower()
    if lemma not in ATTENDING and lemma not in AVOIDING and lemma not in ADDRESSING:
        return None
    subject, objects = deep_arguments(verb)
    gathering = next((g for o in objects if (g := found.at(segment.index, o.i)) is not None), None)
    if gathering is None or (lemma in ADDRESSING and not gathering.joint):
        return None
    part = Part.ABSENT if lemma in AVOIDING else Part.GUEST if lemma not in HOSTING | ADDRESSING else Part.SIDE
    return Clause(gathering, tuple(subject), part, several=lemma in ("attend", "join"))


def in_phrase(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Somebody came to it, took part in it, was invited or sent to it, stayed away from it."""
    sentence = verb.sent
    for index in found.within(segment.index, sentence.start, sentence.end):
        gathering = found.at(segment.index, index)
        word = _leading_to(verb, segment.doc[index]) if gathering is not None else None
        if gathering is not None and word is not None:
            clause = _by_phrase(context, segment, verb, word, gathering)
            if clause is not None:
                return clause
    return None


def _leading_to(verb: Token, noun: Token) -> str | None:
    """The preposition between a verb and a noun of its clause, None where the noun is in no phrase of the verb."""
    above = list(ancestors(noun))
    until = next((k for k, t in enumerate(above) if t.pos_ in VERBAL), 0)
    if not above or above[0].pos_ not in ("ADP", "SCONJ") or above[until] != verb or until > DEEPEST:
        return None
    return above[0].lower_


def _by_phrase(
    context: ArticleContext, segment: Segment, verb: Token, word: str, gathering: Gathering
) -> Clause | None:
    lemma = verb.lemma_.lower()
    subject, objects = deep_arguments(verb)
    beside = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod", "prt", "dobj")}
    if lemma == "invite" and word == "to":
        return Clause(gathering, tuple(objects), Part.INVITED)
    if lemma in ("send", "dispatch") and word == "to":
        return Clause(gathering, tuple(objects), Part.GUEST)
    if lemma == "represent" and word in ("at", "in"):
        return representing(gathering, subject, objects)
    if lemma == "expect" and word == "at" and is_passive(verb):
        return Clause(gathering, tuple(objects), Part.GUEST, several=True, modality=Modality.PLANNED)
    if lemma in MEETING and word in ("for", "at", "in") and gathering.joint:
        return (
            Clause(gathering, (*subject, *objects), Part.SIDE, several=True)
            if _is_whole(context, segment, objects)
            else None
        )
    if lemma in CONCLUDING and word in ("at", "during") and gathering.joint and not is_passive(verb):
        return Clause(gathering, tuple(subject), Part.SIDE)
    if lemma in RECEIVING and word in ("for", "at", "to") and gathering.joint and not is_passive(verb):
        return Clause(gathering, (*subject, *objects), Part.SIDE)
    if word in LEAVING.get(lemma, ()) and (lemma == "withdraw" or beside & {"away", "absent", "out", "missing"}):
        return Clause(gathering, tuple(subject), Part.ABSENT)
    if word not in COMING.get(lemma, ()) or (lemma == "take" and "part" not in beside):
        return None
    if lemma == "be" and "due" in beside:
        return Clause(gathering, tuple(subject), Part.GUEST, modality=Modality.PLANNED)
    if lemma == "be" and beside - {"present", "also", "not", "n't", "there", "here"}:
        return None
    part = Part.SIDE if lemma in ("preside", "participate", "take") and gathering.joint else Part.GUEST
    return Clause(gathering, tuple(subject), part, several=True)


def _is_whole(context: ArticleContext, segment: Segment, objects: list[Token]) -> bool:
    """Whether "X met Y at the summit" is said of the summit itself: not of two who met on its margins."""
    return not any(key.startswith(f"{PERSON}:") for o in objects for key in context.actors(segment.index, o.i).entities)
