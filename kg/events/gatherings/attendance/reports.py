"""Attendance as reports: one for each clause that says who was there."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.events.facts import Filler, Location, Report, Status, When
from kg.events.gatherings.attendance.attendance import Attendance
from kg.events.gatherings.words import ATTENDEES
from kg.events.told import Told
from kg.mentions.coreference import How
from kg.mentions.mention import ORGANIZATION
from kg.schema.types import EventType

#: How surely those whom a clause about a gathering names had a part in it.
CERTAINTY = 0.9


def fillers_of(context: ArticleContext, one: Attendance, role: str, types: tuple[str, ...]) -> tuple[Filler, ...]:
    """The actors of a clause in a role, each once."""
    found: dict[str, Filler] = {}
    for token in one.actors:
        resolution = context.actors(one.segment, token)
        if resolution.how is not How.UNRESOLVED:
            place = context.segment(one.segment).offsets(resolution.start, resolution.end)
            body = _is_of_body(context.token(one.segment, token))
            for key in resolution.entities:
                if context.entity(key).type in types and not (body and key.startswith(f"{ORGANIZATION}:")):
                    found.setdefault(key, Filler(role, key, *place))
    return tuple(found.values())


def told_of(
    context: ArticleContext,
    one: Attendance,
    fillers: tuple[Filler, ...],
    event_type: EventType,
    *,
    rule: str,
    status: Status,
    location: Location | None,
    when: When | None,
    gathering: int | None = None,
) -> Told:
    """A clause as a report of a type."""
    field, (start, end), (trigger_start, trigger_end) = context.evidence(one.segment, one.token)
    report = Report(
        type=event_type.name,
        fillers=fillers,
        field=field,
        start=start,
        end=end,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        rule=rule,
        status=status,
        when=when,
        location=location,
        document=None,
        document_named=False,
        confidence=CERTAINTY,
    )
    number = context.sentence_number(one.segment, one.token)
    return Told(report, number, background=False, partial=gathering is not None, gathering=gathering)


def _is_of_body(token: Token) -> bool:
    """Whether a phrase means those of a body one by one ("ASEAN leaders", "NATO ministers") and not the body."""
    return token.tag_ == "NNS" and token.lemma_.lower() in ATTENDEES
