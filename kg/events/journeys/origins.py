"""Where a journey comes from is a stop of it too: "arrived in Amman from Damascus", "left Cairo for Tunis"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Status, When
from kg.events.times.own_date import as_when
from kg.events.told import Told
from kg.mentions.mention import COUNTRY
from kg.predicates.predicate import Modality
from kg.predicates.syntax import RELATIVES

TOLD = frozenset({Modality.ASSERTED, Modality.EXPECTED, Modality.PLANNED})


def tells_origin(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a candidate of an `origin` trigger says that somebody was at a place before he travelled on.

    "Comes from Kandahar" says where somebody is at home; "left Cuba in 1980" is no journey unless it leads somewhere.
    """
    predicate = candidate.predicate
    if predicate.modality not in TOLD:
        return False
    token = context.token(predicate.segment, predicate.token)
    if token.lemma_ == "come" and token.tag_ in ("VBZ", "VBP", "VB"):
        return False
    if "object" not in candidate.trigger.slots:
        return True
    named = all(context.mention(predicate.segment, t) is not None for t in predicate.slots.get("object", ()))
    return named and bool(predicate.slots.get("for") or candidate.places)


def time_there(context: ArticleContext, candidate: Candidate) -> When | None:
    """When the traveller was at the origin: the date of a clause with "where" on it, else nothing."""
    segment = candidate.predicate.segment
    doc = context.segment(segment).doc
    for slot in candidate.trigger.slots:
        for index in candidate.predicate.slots.get(slot, ()):
            clauses = [c for c in doc[index].children if c.dep_ == "relcl"]
            for clause in clauses:
                if not any(t.lower_ in ("where", *RELATIVES) for t in clause.children):
                    continue
                first, last = clause.left_edge.i, clause.right_edge.i
                for date in context.sentence_dates(segment, clause.sent):
                    if first <= date.start <= last:
                        return as_when(date)
    return None


def with_known_home(context: ArticleContext, fillers: tuple[Filler, ...], goals: set[str]) -> Iterator[Filler]:
    """The travellers whose state is known and isn't the origin, and the origin itself."""
    origins = {f.entity.split(":", 1)[1] for f in fillers if f.role in goals}
    for filler in fillers:
        if filler.role in goals:
            yield filler
        elif not filler.entity.startswith(f"{COUNTRY}:") and filler.entity in context.entities:
            home = context.entity(filler.entity).country
            if home is not None and home not in origins:
                yield filler


def known_origins(told: Sequence[Told], origins: Container[str]) -> list[Told]:
    """The reports of an article, plans to leave a place partial where the journey there is told: they point at it.

    In "He landed in Muscat on Monday. From Oman he will go to Yemen" the second sentence tells of no other visit to
    Oman.
    """
    return [
        replace(one, partial=True) if one.report.rule in origins and _is_known(one, told, origins) else one
        for one in told
    ]


def _is_known(one: Told, told: Sequence[Told], origins: Container[str]) -> bool:
    actors = {f.entity for f in one.report.fillers}
    return one.report.status is Status.PLANNED and any(
        other.report.type == one.report.type
        and other.report.rule not in origins
        and not other.partial
        and other.report.status is not Status.NEGATED
        and actors <= {f.entity for f in other.report.fillers}
        for other in told
    )
