"""Who travelled to a gathering: those who came to it, or did not, from another state than the one it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.events.attachment import host
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Filler, Location, Report, Status, When
from kg.events.gatherings.attendance.attendance import Attendance
from kg.events.gatherings.attendance.clause import Part
from kg.events.gatherings.attendance.reports import fillers_of, told_of
from kg.events.gatherings.gathering import Gathering
from kg.events.gatherings.words import ARRIVING
from kg.events.kinds import destination_roles
from kg.events.times.own_date import as_when
from kg.events.told import Told
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, PLACE
from kg.schema.types import EventType

#: How many days may lie between a journey told by itself and the gathering that it led to.
AROUND = 7
#: A gathering told of in the first sentences of a story without a place is where the story was filed.
OPENING = 2
#: ... if it was no more than so many days ago.
FRESH = 3
#: How many sentences a place told before a gathering is still its place.
STORY = 2


def journeys(
    context: ArticleContext, attended: Sequence[Attendance], event_type: EventType, told: Sequence[Told]
) -> Iterator[Told]:
    """The journeys to the gatherings of an article that nothing else in it tells of.

    Of those who were there, those who stayed away and those who were invited.
    """
    travelling = [one for one in attended if one.part is not Part.SIDE]
    weighed = sorted(travelling, key=lambda one: (one.status is Status.POSSIBLE, one.segment, one.token))
    done: set[tuple[int, str]] = set()
    for one in weighed:
        place = _place(context, one.gathering, told)
        if place is None or one.gathering.remote:
            continue
        visitors = [
            v for v in _visitors(context, one, place, event_type) if (one.gathering.number, v.entity) not in done
        ]
        done |= {(one.gathering.number, v.entity) for v in visitors}
        new = [v for v in visitors if not any(_is_told(t.report, v, place, one, event_type) for t in told)]
        if new:
            yield _journey(context, one, tuple(new), place, event_type)


def _place(context: ArticleContext, gathering: Gathering, told: Sequence[Told]) -> Location | None:
    """Where a gathering is, as far as the state is known: as told, where the story is at, or where it was filed."""
    if gathering.location is not None:
        return gathering.location if gathering.location.country is not None else None
    if gathering.status() is not Status.OCCURRED:
        return None
    first = gathering.tellings[0].sentence
    before = [
        t for t in told if 0 <= first - t.sentence <= STORY and t.report.location is not None and not t.background
    ]
    place = before[-1].report.location if before else None
    if place is not None:
        return place if place.country is not None else None
    return _filed(context, gathering) if first < OPENING else None


def _filed(context: ArticleContext, gathering: Gathering) -> Location | None:
    """Where the article was filed, where a gathering is its news."""
    key, country = context.dateline
    when, published = gathering.when, context.published
    if key is None or country is None or published is None:
        return None
    fresh = when is None or -FRESH <= (when.last - published).days <= 0
    return Location(context.entity(key).name, key, country) if fresh else None


def _visitors(context: ArticleContext, one: Attendance, place: Location, event_type: EventType) -> list[Filler]:
    """Those who came from elsewhere; whose state isn't told came from elsewhere if all the others of the clause did."""
    [role] = [name for name in event_type.roles if name not in destination_roles(event_type)][:1]
    found = fillers_of(context, one, role, (PERSON,))
    homes = {f.entity: context.entity(f.entity).country for f in found}
    abroad = any(homes.values()) and place.country not in homes.values()
    return [
        f
        for f in found
        if homes[f.entity] not in (None, place.country) or (homes[f.entity] is None and _is_away(context, f, abroad))
    ]


def _is_away(context: ArticleContext, filler: Filler, abroad: bool) -> bool:
    offices = context.entity(filler.entity).offices
    return abroad or any((o.of or "").startswith(f"{ORGANIZATION}:") for o in offices)


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
    return told_of(
        context, one, fillers, event_type, rule=rule, status=one.status, location=town, when=_when(context, one)
    )


def _when(context: ArticleContext, one: Attendance) -> When | None:
    """When somebody came: with the gathering, or on the day that the clause of an arrival gives."""
    verb = context.token(one.segment, one.token)
    dates = [d for d in context.sentence_dates(one.segment, verb.sent) if _hangs_on(verb, d)]
    if verb.lemma_ not in ARRIVING or one.status is not Status.OCCURRED:
        return one.gathering.when
    if len(dates) == 1:
        return as_when(dates[0])
    when, published = one.gathering.when, context.published
    return None if when is not None and published is not None and when.first > published else when


def _hangs_on(verb: Token, date: PlacedDate) -> bool:
    return host(verb.doc[date.head], lambda t: date.start <= t.i < date.end) == verb
