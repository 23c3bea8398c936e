"""Candidates that are events, made reports: one each, or one for each state, document or meeting that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.events.candidate import Candidate, Document
from kg.events.candidates.faults import fault
from kg.events.candidates.meant import home_of
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Report, Status, When
from kg.events.journeys.legs import own_dates, split
from kg.events.journeys.origins import tells_origin, time_there, with_known_home
from kg.events.kinds import destination_roles, is_journey_type
from kg.events.places.location import location_of
from kg.events.several.separate import Share, own_date, own_place, shares
from kg.events.status import status_of
from kg.events.times.gaps import dated_by_gap
from kg.events.times.lengths import lasting
from kg.events.times.own_date import as_when, when_of
from kg.events.times.postponed import put_off
from kg.mentions.mention import COUNTRY


def reports_by(context: ArticleContext, candidate: Candidate) -> Iterator[Report]:
    """The report of a candidate; a journey to several states is one visit each."""
    goals = destination_roles(candidate.event_type)
    if candidate.event_type.edge.symmetric and (told_together := shares(context, candidate)):
        yield from _shared(context, candidate, told_together)
        return
    if not goals:
        for document in candidate.documents or (None,):
            yield report_of(context, candidate, tuple(candidate.fillers), document)
        return
    segment, places = candidate.predicate.segment, candidate.places
    for group in split(context, candidate):
        legs = [f for f in group if f.role in goals]
        dates = own_dates(context, segment, legs)
        for target in legs:
            travellers = [
                f
                for f in group
                if f.role not in goals and (len(legs) == 1 or target.entity.split(":", 1)[1] not in home_of(context, f))
            ]
            if len(legs) > 1:
                candidate.places = [p for p in places if f"{COUNTRY}:{p.country}" == target.entity]
            if travellers:
                leg = dates.get(target.entity)
                when = None if leg is None else as_when(leg)
                yield report_of(context, candidate, (*travellers, target), own=when)


def origin_reports(context: ArticleContext, candidate: Candidate) -> Iterator[Report]:
    """The stay at the place that a journey comes from."""
    if fault(context, candidate) is not None or not tells_origin(context, candidate):
        return
    goals = destination_roles(candidate.event_type)
    fillers = tuple(with_known_home(context, tuple(candidate.fillers), goals))
    if {f.role for f in fillers} == {f.role for f in candidate.fillers} and len(fillers) > 1:
        report = report_of(context, candidate, fillers)
        leaving = "object" in candidate.trigger.slots  # "is to leave Cairo for Amman": he is in Cairo
        status = Status.OCCURRED if leaving else report.status
        yield replace(report, when=time_there(context, candidate), status=status)


def _shared(context: ArticleContext, candidate: Candidate, told_together: list[Share]) -> Iterator[Report]:
    """A report of each of the events that one predicate tells, with its own date and place where it has them."""
    segment = candidate.predicate.segment
    dates = [own_date(context, segment, share) for share in told_together]
    places = [own_place(context, segment, share) for share in told_together]
    for share, date, place in zip(told_together, dates, places, strict=True):
        report = report_of(context, candidate, share.fillers)
        if date is not None:
            when = as_when(date)
            report = replace(report, when=when, status=status_of(candidate.predicate, when, context.published))
        elif report.when in [as_when(d) for d in dates if d is not None]:
            report = replace(report, when=None)  # another one's
        if place is not None or report.location in places:
            report = replace(report, location=place)
        yield replace(report, status=Status.NEGATED) if share.negated else report


def report_of(
    context: ArticleContext,
    candidate: Candidate,
    fillers: tuple[Filler, ...],
    document: Document | None = None,
    *,
    own: When | None = None,
) -> Report:
    """A candidate with these fillers as a report, by its clause: status, date, place, document."""
    predicate = candidate.predicate
    document = document or next(iter(candidate.documents), None)
    field, (start, end), (trigger_start, trigger_end) = context.evidence(predicate.segment, predicate.token)
    journey = is_journey_type(candidate.event_type)
    when = dated_by_gap(context, predicate, when_of(context, predicate), journey=journey)
    when = own or lasting(context, predicate, when, journey=journey)
    status = status_of(predicate, when, context.published)
    if (moved := put_off(context, predicate, context.published)) is not None:
        when, status = moved, Status.PLANNED
    if candidate.trigger.status is not None and status in (Status.OCCURRED, Status.PLANNED):
        status = Status(candidate.trigger.status)
    return Report(
        type=candidate.event_type.name,
        fillers=fillers,
        field=field,
        start=start,
        end=end,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        rule=candidate.trigger.rule,
        status=status,
        when=when,
        location=location_of(context, candidate) if candidate.event_type.place else None,
        document=document.text if document else None,
        document_named=document is not None and document.named,
        confidence=round(candidate.certainty, 3),
    )
