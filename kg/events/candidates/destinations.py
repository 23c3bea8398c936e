"""Where a journey goes: the place, the state, or the host in the slot for it."""

from __future__ import annotations

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Location
from kg.events.places.inner import place_within
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, PLACE, MentionKind
from kg.schema.types import Role

#: Slots in which only a name counts, not a description.
NAMES_ONLY = frozenset({"compound"})


def fill_destination(context: ArticleContext, candidate: Candidate, slot: str, role: Role, token: int) -> None:
    """Add where a journey goes: the state or place at a token, or the state of a host there."""
    segment = candidate.predicate.segment
    if slot == "host":
        _fill_home(context, candidate, role, token)
        return
    mention = context.mention(segment, token)
    if mention is None and slot in NAMES_ONLY:
        return
    if mention is None and (inner := place_within(context, segment, token)) is not None:
        mention = inner
        slot = "compound"
    if mention is not None and mention.kind is MentionKind.DEMONYM and slot != "compound":
        return
    if mention is not None and context.entity(mention.entity).type in (PERSON, ORGANIZATION):
        candidate.wrong_type = True
        return
    key, country = (mention.entity, mention.country) if mention else context.coreference.place(segment, token)
    if key is None and country is None:
        candidate.unresolved = True
        return
    first, last = (mention.start, mention.end) if mention else (token, token + 1)
    field, start, end = context.segment(segment).offsets(first, last)
    entity = f"{COUNTRY}:{country}" if country and COUNTRY in role.types else key
    types = candidate.trigger.only.get(role.name, role.types)
    if entity is None or context.entity(entity).type not in types:
        candidate.wrong_type = True
        return
    candidate.add(Filler(role.name, entity, field, start, end))
    if key is not None and key in context.entities and context.entity(key).type == PLACE and key != entity:
        candidate.places.append(Location(context.entity(key).name, key, country))


def _fill_home(context: ArticleContext, candidate: Candidate, role: Role, token: int) -> None:
    """The state of the one who receives a guest is where the guest is."""
    segment = candidate.predicate.segment
    resolution = context.actors(segment, token)
    states = {context.entity(key).country for key in resolution.entities}
    if len(states) == 1 and (state := states.pop()) is not None:
        field, start, end = context.segment(segment).offsets(resolution.start, resolution.end)
        candidate.add(Filler(role.name, f"{COUNTRY}:{state}", field, start, end))
