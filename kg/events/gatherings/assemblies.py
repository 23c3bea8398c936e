"""What an article says of its gatherings, as reports: who met there, and who travelled to be there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.events.compatible import Cluster, dates_fit
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Status
from kg.events.gatherings.attendance.attendance import Attendance, attendances
from kg.events.gatherings.attendance.clause import Part
from kg.events.gatherings.attendance.reports import fillers_of, told_of
from kg.events.gatherings.gathering import Gathering, gatherings_of
from kg.events.gatherings.tellings import Telling
from kg.events.gatherings.travellers import journeys
from kg.events.gatherings.words import ATTENDING, AVOIDING
from kg.events.kinds import is_journey_type
from kg.events.times.narrative import Setting
from kg.events.told import Told
from kg.events.triggers import TriggerIndex
from kg.predicates.syntax import ancestors
from kg.schema.types import EventType, Trigger, TriggerKind

APART = (Part.ABSENT, Part.TRAVELLER)
DEFINITE = (Status.OCCURRED, Status.PLANNED)


def with_gatherings(
    context: ArticleContext, told: Sequence[Told], index: TriggerIndex, settings: Sequence[Setting] = ()
) -> list[Told]:
    """The reports of an article, those of gatherings marked and the attendance told elsewhere added.

    Parameters
    ----------
    context : ArticleContext
        The article.
    told : sequence of Told
        What its predicates tell, in reading order.
    index : TriggerIndex
        The schema's triggers; without a type for summits nothing is added.
    settings : sequence of Setting
        Times that the text sets.
    """
    meeting = _type_of_summits(index)
    if meeting is None:
        return list(told)
    found = gatherings_of(context, meeting[0], settings)
    attended = list(attendances(context, found))
    if not attended:
        return list(told)
    meetings = [
        one for gathering in found.all if gathering.joint for one in _meetings(context, gathering, attended, meeting)
    ]
    numbers = {one.gathering.number for one in attended if one.gathering.joint and one.part not in APART}
    whole = _met(_marked(context, told, attended, meeting[0], numbers), meetings)
    reports = _marked(context, told, attended, meeting[0], whole)
    reports += [m for m in meetings if m.gathering in whole]
    reports = [_in_person(one, attended) for one in reports]
    journey = next((t for t in index.types.values() if is_journey_type(t)), None)
    if journey is not None:
        reports += list(journeys(context, attended, journey, reports))
    return sorted(reports, key=lambda t: (t.sentence, t.report.trigger_start))


def _in_person(one: Told, attended: Sequence[Attendance]) -> Told:
    """A report of a gathering without the states and bodies that were represented there by others."""
    if one.gathering is None:
        return one
    behind = {key for a in attended if a.gathering.number == one.gathering for key in a.represented}
    kept = tuple(f for f in one.report.fillers if f.entity not in behind)
    return replace(one, report=replace(one.report, fillers=kept)) if len(kept) < len(one.report.fillers) else one


def _met(*told: Sequence[Told]) -> set[int]:
    """The gatherings at which at least two are told to have been."""
    actors: dict[int, set[str]] = {}
    for one in chain(*told):
        if one.gathering is not None:
            actors.setdefault(one.gathering, set()).update(f.entity for f in one.report.fillers)
    return {number for number, keys in actors.items() if len(keys) > 1}


def assembled(told: Sequence[Told]) -> list[Cluster]:
    """One cluster for each gathering that two or more took part in: all who did, wherever that is told."""
    by_number: dict[int, list[int]] = {}
    for index, one in enumerate(told):
        if one.gathering is not None:
            by_number.setdefault(one.gathering, []).append(index)
    clusters = (_cluster(told, indexes) for indexes in by_number.values())
    return [cluster for cluster in clusters if len(cluster.actors) > 1]


def _cluster(told: Sequence[Told], indexes: Sequence[int]) -> Cluster:
    reports = [told[i].report for i in indexes]
    actors: dict[str, Filler] = {}
    for report in reports:
        for filler in report.fillers:
            actors.setdefault(filler.entity, filler)
    dated = Counter(r.when for r in reports if r.when is not None).most_common(1)
    status = next(s for s in Status if s in {r.status for r in reports})  # what was done beats what was only planned
    return Cluster(list(indexes), reports[0].type, actors, dated[0][0] if dated else None, status)


def _type_of_summits(index: TriggerIndex) -> tuple[EventType, Trigger] | None:
    """The type of event that a summit is, with the trigger that says so."""
    for event_type in index.types.values():
        for trigger in event_type.triggers:
            if trigger.kind is TriggerKind.NOUN and "summit" in trigger.lemmas and event_type.edge.symmetric:
                return event_type, trigger
    return None


def _marked(
    context: ArticleContext,
    told: Sequence[Told],
    attended: Sequence[Attendance],
    event_type: EventType,
    numbers: set[int],
) -> list[Told]:
    """The reports with the number of the gathering that their noun tells of, or their clause of attendance.

    A definite noun in a clause of somebody's ("X said that the summit ...") names nobody who was there.
    """
    start = {s.index: s.offsets for s in context.article.segments}
    clauses = {start[a.segment](a.token, a.token + 1)[:2]: a for a in attended}
    nouns = {
        start[t.segment](t.token, t.token + 1)[:2]: (a.gathering, t) for a in attended for t in a.gathering.tellings
    }
    places = Counter((one.report.type, one.report.field, one.report.trigger_start) for one in told)
    marked = []
    for one in told:
        at = (one.report.field, one.report.trigger_start)
        gathering = clauses[at].gathering if at in clauses else nouns[at][0] if at in nouns else None
        if gathering is None or one.report.type != event_type.name:
            marked.append(one)
        elif one.report.status is Status.NEGATED:
            marked += (
                []
                if at in nouns and not gathering.parties and _is_declined(context, one, nouns[at][1], attended)
                else [one]
            )
        elif gathering.number not in numbers or places[event_type.name, *at] > 1:
            marked.append(one)  # talks with each of several in turn are no gathering
        elif at in clauses or _names_who_came(one, nouns[at][1], gathering):
            marked.append(_of(gathering, one, context.published))
    return marked


def _of(gathering: Gathering, one: Told, published: dt.date | None) -> Told:
    """A report as one of a gathering, whose day may tell that it is yet to come."""
    when, report = gathering.when, one.report
    if when is not None and (report.when is None or not dates_fit(report.when, when)):
        report = replace(report, when=when)  # "arrived on Monday for a summit" that opens on Tuesday
    if when is not None and published is not None and when.first > published and report.status is Status.OCCURRED:
        report = replace(report, status=Status.PLANNED)
    return replace(one, report=report, gathering=gathering.number)


def _names_who_came(one: Told, telling: Telling, gathering: Gathering) -> bool:
    if one.attended and one.report.status is Status.POSSIBLE and gathering.status() is not Status.POSSIBLE:
        return False
    return telling is gathering.tellings[0] or one.attended or bool(telling.parties)


def _is_declined(context: ArticleContext, one: Told, telling: Telling, attended: Sequence[Attendance]) -> bool:
    """Whether somebody is only told to have stayed away: the gathering of many may well have taken place."""
    noun = context.token(telling.segment, telling.token)
    away = {a.token for a in attended if a.segment == telling.segment and a.status is Status.NEGATED}
    if any(t.i in away for t in ancestors(noun)):
        return True
    return one.partial and (noun.head.lemma_ in ATTENDING | AVOIDING or noun.head.dep_ == "prep")


def _yet_to_come(context: ArticleContext, one: Attendance) -> Attendance:
    """Who has arrived for a gathering that is still to open has not met the others there yet."""
    when, published = one.gathering.when, context.published
    early = when is not None and published is not None and when.first > published
    return replace(one, status=Status.PLANNED) if early and one.status is Status.OCCURRED else one


def _meetings(
    context: ArticleContext, gathering: Gathering, attended: Sequence[Attendance], meeting: tuple[EventType, Trigger]
) -> Iterator[Told]:
    """The reports of those who took part in a gathering; of those who may have, only where it is itself no more."""
    event_type, trigger = meeting
    role = event_type.roles[event_type.edge.head]
    here = [one for one in attended if one.gathering is gathering and one.part not in APART]
    known = [(_yet_to_come(context, one), fillers_of(context, one, role.name, role.types)) for one in here]
    sure = [(one, fillers) for one, fillers in known if one.status in DEFINITE]
    enough = len({f.entity for _, fillers in sure for f in fillers}) > 1
    if not enough and gathering.status() is Status.POSSIBLE:
        sure = [(one, fillers) for one, fillers in known if one.status is not Status.NEGATED]
    for one, fillers in sure:
        if fillers:
            yield told_of(
                context,
                one,
                fillers,
                event_type,
                rule=trigger.rule,
                status=one.status,
                location=one.gathering.location,
                when=one.gathering.when,
                gathering=one.gathering.number,
            )
