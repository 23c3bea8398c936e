"""Accepted invitations are plans: "invited Garcia to visit Quito. Garcia has accepted the invitation"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.facts import Status
from kg.events.told import Told
from kg.predicates.factuality import verb_modality
from kg.predicates.predicate import Modality
from kg.predicates.syntax import SUBJECTS, children, nominal_conjuncts

#: How many sentences behind an invitation it may be accepted.
NEAR = 2
ACCEPT = frozenset({"accept"})
INVITE = frozenset({"invite", "invitation", "offer"})
WHAT = frozenset({"invitation", "it", "offer", "proposal"})


def with_accepted(context: ArticleContext, told: Sequence[Told], journeys: Container[str]) -> list[Told]:
    """The reports of an article, journeys planned to which somebody was invited who is told to have accepted.

    Parameters
    ----------
    context : ArticleContext
        The article.
    told : sequence of Told
        Its reports.
    journeys : container of str
        The names of the types of journeys.
    """
    if not any(_is_open(one, journeys) for one in told):
        return list(told)
    segments = context.article.segments
    accepted = [found for s in segments for t in context.tokens(s, ACCEPT) if (found := _acceptance(context, s, t))]
    if not accepted:
        return list(told)
    invited = {context.sentence_number(s.index, t.i) for s in segments for t in context.tokens(s, INVITE)}
    return [
        replace(one, report=replace(one.report, status=Status.PLANNED))
        if _is_open(one, journeys) and one.sentence in invited and _is_accepted(one, accepted)
        else one
        for one in told
    ]


def _is_open(one: Told, journeys: Container[str]) -> bool:
    return one.report.type in journeys and one.report.status is Status.POSSIBLE


def _acceptance(context: ArticleContext, segment: Segment, verb: Token) -> tuple[int, frozenset[str]] | None:
    """The sentence in which an invitation is accepted, and by whom; None for other things, and for what isn't told."""
    if verb.lemma_ not in ACCEPT or verb.pos_ != "VERB" or verb_modality(verb) is not Modality.ASSERTED:
        return None
    if any(thing.lower_ not in WHAT for thing in children(verb, "dobj", "ccomp")):
        return None
    subjects = [t for c in children(_bearer(verb), *SUBJECTS) for t in nominal_conjuncts(c)]
    actors = frozenset(key for t in subjects for key in context.actors(segment.index, t.i).entities)
    return (context.sentence_number(segment.index, verb.i), actors) if actors else None


def _bearer(verb: Token) -> Token:
    """The verb whose subject a coordinated one shares."""
    while verb.dep_ == "conj" and not children(verb, *SUBJECTS) and verb.head != verb:
        verb = verb.head
    return verb


def _is_accepted(one: Told, accepted: Sequence[tuple[int, frozenset[str]]]) -> bool:
    actors = {f.entity for f in one.report.fillers}
    return any(0 <= sentence - one.sentence <= NEAR and actors & who for sentence, who in accepted)
