"""Clauses that say who was there and leave the gathering to be understood: "also present were X and Y"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.gatherings.attendance.clause import Clause, Part
from kg.events.gatherings.attendance.listed import listed_after
from kg.events.gatherings.gathering import Gatherings
from kg.events.gatherings.words import ATTENDEES, DRAWING, LEADING_WORDS, OPENERS, PRESENT, PRESENT_PHRASES, ROLL_WORDS
from kg.predicates.arguments import deep_arguments
from kg.predicates.predicate import Modality
from kg.predicates.syntax import SUBJECTS, children, prepositions


def inverted(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Find a list behind the verb: "Also attending were X and Y", "in attendance were X and Y"."""
    if verb.lemma_ != "be":
        return None
    before = segment.doc[verb.sent.start : verb.i]
    if not 0 < len(before) <= LEADING_WORDS or before[0].lower_ not in OPENERS:
        return None
    keys = {t.lower_ for t in before} & ROLL_WORDS
    if not keys or any(t.dep_ in SUBJECTS and t.head == verb and t.i < verb.i and t.pos_ == "PROPN" for t in before):
        return None
    gathering = next((g for t in before if (g := found.at(segment.index, t.i)) is not None), None)
    gathering = gathering or found.last_before(context, segment.index, verb.i)
    listed = listed_after(context, segment.index, verb.i + 1, verb.sent.end)
    if gathering is None or not listed:
        return None
    part = Part.ABSENT if keys & {"absent", "missing"} else Part.INVITED if "invited" in keys else Part.GUEST
    taking = gathering.joint and keys & {"part", "participating", "joining"}
    modality = Modality.PLANNED if keys & {"expected", "due"} else None
    return Clause(gathering, tuple(segment.doc[i] for i in listed), Part.SIDE if taking else part, modality=modality)


def present(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Find those who were there: "X and Y were present", "X was among the guests", "X was on hand"."""
    if verb.lemma_ != "be":
        return None
    beside = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod", "prt")}
    phrases = {(w, n.lower_) for w, n in prepositions(verb)}
    among = [n for w, n in prepositions(verb) if w == "among"]
    guests = [n for n in among if n.lemma_.lower() in ATTENDEES or n.lower_ == "those"]
    if not (beside & PRESENT or "absent" in beside or phrases & PRESENT_PHRASES or guests):
        return None
    gathering = next((g for t in verb.sent if (g := found.at(segment.index, t.i)) is not None), None)
    gathering = gathering or found.last_before(context, segment.index, verb.i)
    subject = deep_arguments(verb)[0]
    if gathering is None or not subject:
        return None
    return Clause(gathering, tuple(subject), Part.ABSENT if "absent" in beside else Part.GUEST, several=True)


def included(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Find examples of those who came: "guests included X and Y", "they included X"."""
    if verb.lemma_ != "include":
        return None
    subject = children(verb, *SUBJECTS)
    objects = children(verb, "dobj", "attr")
    if (
        not subject
        or not objects
        or not (subject[0].lemma_.lower() in ATTENDEES or subject[0].lower_ in ("they", "those"))
    ):
        return None
    gathering = found.last_before(context, segment.index, verb.i)
    if gathering is None or (subject[0].lower_ == "they" and context.actors(segment.index, subject[0].i).entities):
        return None
    listed = listed_after(context, segment.index, verb.i + 1, verb.sent.end)
    return Clause(gathering, tuple(segment.doc[i] for i in listed), Part.GUEST) if listed else None


def drew(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Find whom a gathering brought together: "the talks involve X and Y", "the funeral drew four kings: X ..."."""
    lemma = verb.lemma_.lower()
    if lemma not in DRAWING:
        return None
    subject, objects = deep_arguments(verb)
    gathering = next((g for s in subject if (g := found.at(segment.index, s.i)) is not None), None)
    if gathering is None or not objects:
        return None
    listed = [segment.doc[i] for i in listed_after(context, segment.index, objects[-1].i + 1, verb.sent.end)]
    return Clause(gathering, (*objects, *listed), Part.SIDE if gathering.joint else Part.GUEST, several=True)
