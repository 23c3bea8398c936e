"""What events of a type are about, by the roles that the schema gives it: journeys, documents."""

from __future__ import annotations

from kg.mentions.mention import PERSON, PLACE
from kg.schema.types import AGREEMENT, EventType, Role


def destination_roles(event_type: EventType) -> set[str]:
    """The roles that say where a journey goes: those that take places but no people."""
    return {name for name, role in event_type.roles.items() if takes_places(role)}


def takes_places(role: Role) -> bool:
    """Whether a role is one of places, not of actors."""
    return PLACE in role.types and PERSON not in role.types


def is_journey_type(event_type: EventType) -> bool:
    """Whether events of a type go somewhere; others stay where the story is."""
    return "destination" in event_type.roles


def takes_documents(event_type: EventType) -> bool:
    """Whether events of a type are about documents."""
    return any(role.types == (AGREEMENT,) for role in event_type.roles.values())
