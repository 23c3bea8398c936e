"""Who travelled to a gathering: those who came to it, or did not, from another state than the one it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.events.attendance import Attendance
from kg.events.attendance_clause import Part
from kg.events.attendance_reports import fillers_of, told_of
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Location, Report, Status
from kg.events.faults import destination_roles
from kg.events.gatherings import Gathering
from kg.events.narrative import Told
from kg.events.scenes import dateline_of
from kg.mentions.mention import COUNTRY, PERSON, PLACE
from kg.schema.types import EventType

#: How many days may lie between a journey told by itself and the gathering that it led to.
AROUND = 7
#: A gathering told of in the first sentences of a story without a place is where the story was filed.
OPENING = 2


def journeys(
    context: ArticleContext, attended: Sequence[Attendance], event_type: EventType, told: Sequence[Told]
) -> Iterator[Told]:
    """The journeys to the gatherings of an article that nothing else in it tells of.

    Only of people whose state is known: those who were there, those who stayed away and those who were invited.
    """
    travelling = [one for one in attended if one.part is not Part.SIDE]
    weighed = sorted(travelling, key=lambda one: (one.status is Status.POSSIBLE, one.segment, one.token))
    done: set[tuple[int, str]] = set()
    for one in weighed:
        place = _place(context, one.gathering)
        if place is None or one.gathering.remote:
            continue
        visitors = [
            v for v in _visitors(context, one, place, event_type) if (one.gathering.number, v.entity) not in done
        ]
        done |= {(one.gathering.number, v.entity) for v in visitors}
        new = [v for v in visitors if not any(_is_told(t.report, v, place, one, event_type) for t in told)]
        if new:
            yield _journey(context, one, tuple(new), place, event_type)


def _place(context: ArticleContext, gathering: Gathering) -> Location | None:
    """Where a gathering is, as far as the state is known."""
    if gathering.location is not None:
        return gathering.location if gathering.location.country is not None else None
    dateline = dateline_of(context)
    opening = gathering.tellings[0].sentence < OPENING and gathering.status() is Status.OCCURRED
    return dateline.location if dateline is not None and opening and gathering.when is not None else None


def _visitors(context: ArticleContext, one: Attendance, place: Location, event_type: EventType) -> Iterator[Filler]:
    [role] = [name for name in event_type.roles if name not in destination_roles(event_type)][:1]
    for filler in fillers_of(context, one, role, (PERSON,)):
        home = context.entity(filler.entity).country
        if home is not None and home != place.country:
            yield filler


def _is_told(report: Report, visitor: Filler, place: Location, one: Attendance, event_type: EventType) -> bool:
    """Whether a report tells of the same journey."""
    actors = {f.entity for f in report.fillers}
    if report.type != event_type.name or not {visitor.entity, f"{COUNTRY}:{place.country}"} <= actors:
        return False
    if report.when is None or one.gathering.when is None:
        return True
    return abs((report.when.first - one.gathering.when.first).days) <= AROUND


def _journey(
    context: ArticleContext, one: Attendance, visitors: tuple[Filler, ...], place: Location, event_type: EventType
) -> Told:
    [goal] = destination_roles(event_type)
    last = visitors[-1]
    fillers = (*visitors, Filler(goal, f"{COUNTRY}:{place.country}", last.field, last.start, last.end))
    town = place if (place.entity or "").startswith(f"{PLACE}:") else None
    rule = event_type.triggers[0].rule
    return told_of(context, one, fillers, event_type, rule=rule, status=one.status, location=town)
