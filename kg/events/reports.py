"""Candidates to reports: what is kept, and what is rejected with which reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from kg.events.candidate import Candidate
from kg.events.candidates.faults import LACKING, fault
from kg.events.candidates.meant import is_meant, is_other_sense, points_back
from kg.events.candidates.roles import fill
from kg.events.candidates.uses import requirements_met
from kg.events.context import ArticleContext
from kg.events.facts import Reason, Rejected, Report
from kg.events.journeys.accepted import with_accepted
from kg.events.journeys.arrivals import comes_here, settled
from kg.events.journeys.company import companions_told
from kg.events.journeys.origins import known_origins
from kg.events.journeys.unowned import is_unowned, with_travellers
from kg.events.kinds import is_journey_type
from kg.events.reporting import origin_reports, report_of, reports_by
from kg.events.several.besides import is_besides, is_prior
from kg.events.several.repeats import repeated
from kg.events.signings.onlookers import OFFICIALS
from kg.events.signings.partners import partners
from kg.events.signings.signatories import unnamed
from kg.events.telephone import is_spoken
from kg.events.times.gaps import beside, is_before
from kg.events.told import Told
from kg.events.triggers import TriggerIndex
from kg.predicates.generic import is_background
from kg.predicates.predicate import Modality, Predicate, Tense
from kg.schema.types import EventType


def reports_of(context: ArticleContext, index: TriggerIndex) -> tuple[list[Told], list[Rejected]]:
    """All reports of an article in reading order, and the candidates that weren't kept."""
    told: list[Told] = []
    rejected: list[Rejected] = []
    before = None
    for segment in context.article.segments:
        found = context.predicates(segment, index.words, before, partial(index.may_evoke, forms=context.forms(segment)))
        before = None if segment.is_heading else segment
        for predicate in found:
            sentence = context.sentence_number(segment.index, predicate.token)
            for outcome in _outcomes(context, predicate, index, _of_sentence(told, sentence)):
                if isinstance(outcome, Rejected):
                    rejected.append(outcome)
                else:
                    told.append(_told(context, predicate, outcome, index.types[outcome.report.type], sentence))
    journeys = [t for t in index.types.values() if is_journey_type(t)]
    told = with_accepted(context, told, {t.name for t in journeys})
    told = companions_told(context, told, journeys)
    told = known_origins(settled(context, told, index), index.origins)
    return with_travellers(context, told, index.types), rejected


def _told(context: ArticleContext, predicate: Predicate, kept: _Kept, event_type: EventType, sentence: int) -> Told:
    """A report with how it stands in the story, by its predicate."""
    segment, trigger = context.segment(predicate.segment), context.token(predicate.segment, predicate.token)
    attended = kept.adds or (predicate.attended and points_back(context, predicate))
    return Told(
        kept.report,
        sentence,
        background=_steps_back(context, predicate, event_type),
        partial=kept.partial or attended,
        attended=attended,
        heading=segment.is_heading,
        aside=predicate.aside,
        to_come=predicate.tense in (Tense.FUTURE, Tense.PRESENT),
        unnamed=kept.unnamed,
        spoken=is_spoken(predicate, segment.doc),
        besides=is_besides(trigger),
        unowned=kept.unowned,
        before=is_before(trigger, journey=is_journey_type(event_type)),
        prior=is_prior(trigger),
    )


def _of_sentence(told: Sequence[Told], sentence: int) -> list[Report]:
    """The reports of a sentence among the last ones."""
    return [one.report for one in takewhile(lambda one: one.sentence == sentence, reversed(told))]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A report, whether it is partial, whether it only adds actors, and who may be meant where it names none.

    `unowned`: a journey without a traveller.
    """

    report: Report
    partial: bool = False
    adds: bool = False
    unnamed: str = ""
    unowned: bool = False


def _steps_back(context: ArticleContext, predicate: Predicate, event_type: EventType) -> bool:
    """Whether a predicate is told as a step back from the story; what comes just after something is where that is."""
    if not predicate.background:
        return False
    verb = beside(context, predicate, journey=is_journey_type(event_type))
    return verb is None or is_background(verb)


def _outcomes(
    context: ArticleContext, predicate: Predicate, index: TriggerIndex, before: Sequence[Report]
) -> Iterator[_Kept | Rejected]:
    """One outcome for each event type that the predicate evokes: its best candidate's.

    `before` are the reports of the sentence so far. A verb without any actor that could be told is used in another
    sense.
    """
    by_type: dict[str, list[Candidate]] = {}
    for event_type, trigger in index.of(predicate):
        if not requirements_met(context, predicate, trigger):
            continue
        candidate = fill(context, predicate, event_type, trigger)
        if trigger.origin:
            yield from (_Kept(report) for report in origin_reports(context, candidate))
        elif is_meant(context, candidate):
            by_type.setdefault(event_type.name, []).append(candidate)
    for candidates in by_type.values():
        ranked = sorted(candidates, key=lambda c: (fault(context, c) is not None, -len(c.fillers), c.trigger.rule))
        best = ranked[0]
        reason = fault(context, best)
        if reason is None:
            adds = best.recalled and best.predicate.modality is Modality.ASSERTED  # "Spain signed too"
            best.fillers += partners(context, best, before)
            for report in reports_by(context, best):
                mark = OFFICIALS if best.overseen else ""
                yield from (_Kept(one, adds=adds, unnamed=mark) for one in repeated(context, predicate, report))
        elif reason in LACKING and (part := _partial(context, ranked)) is not None:
            yield part
        elif reason not in LACKING or not is_other_sense(best):
            yield _rejection(context, best, reason)


def _partial(context: ArticleContext, ranked: Sequence[Candidate]) -> _Kept | None:
    """What the best candidate of a type tells though it lacks actors: they may be told elsewhere."""
    best = ranked[0]
    if best.trigger.adds and best.fillers:
        return _Kept(report_of(context, best, tuple(best.fillers)), partial=True, adds=True)
    leg = next((c for c in ranked if is_unowned(context, c)), None)
    if leg is not None:
        return _Kept(report_of(context, leg, tuple(leg.fillers)), partial=True, unowned=True)
    if points_back(context, best.predicate) or unnamed(context, best):
        return _Kept(report_of(context, best, tuple(best.fillers)), partial=True, unnamed=unnamed(context, best))
    arrival = next((c for c in ranked if comes_here(context, c)), None)
    return None if arrival is None else _Kept(report_of(context, arrival, tuple(arrival.fillers)), partial=True)


def _rejection(context: ArticleContext, candidate: Candidate, reason: Reason) -> Rejected:
    segment = context.segment(candidate.predicate.segment)
    field, start, end = segment.offsets(candidate.predicate.token, candidate.predicate.token + 1)
    return Rejected(candidate.event_type.name, reason, candidate.trigger.rule, field, start, end)
