"""What events of a type are about, by the roles that the schema gives it: journeys, documents."""

from __future__ import annotations

from collections.abc import Iterable

from kg.events.facts import Filler
from kg.mentions.mention import PERSON, PLACE
from kg.schema.types import AGREEMENT, EventType, Role


def is_journey_type(event_type: EventType) -> bool:
    """Whether events of a type go somewhere; others stay where the story is."""
    return bool(destination_roles(event_type))


def destination_roles(event_type: EventType) -> set[str]:
    """The roles that say where a journey goes: those that take places but no people."""
    return {name for name, role in event_type.roles.items() if takes_places(role)}


def takes_places(role: Role) -> bool:
    """Whether a role is one of places, not of actors."""
    return PLACE in role.types and PERSON not in role.types


def is_filled(event_type: EventType, fillers: Iterable[Filler]) -> bool:
    """Whether every role has as many as it needs, those of finer roles counted where they belong."""
    roles = event_type.roles
    filled = [roles[f.role].counts_as or f.role for f in fillers]
    return all(filled.count(name) >= role.min for name, role in roles.items())


def takes_documents(event_type: EventType) -> bool:
    """Whether events of a type are about documents."""
    return any(role.types == (AGREEMENT,) for role in event_type.roles.values())
