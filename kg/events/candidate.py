"""A predicate that a trigger of the schema matched, with roles filled; not yet an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.events.facts import Filler, Location
from kg.predicates.predicate import Predicate
from kg.schema.types import EventType, Trigger


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a text calls it: its words, what it is ("accord" of a "series of accords"), whether it has a name.

    `bare`: "the deal", "this treaty", nothing but a word that points at a document told before. `several`: a plural.
    `new`: it is not told of as known ("a deal", "five agreements").
    """

    text: str
    head: str
    named: bool
    bare: bool
    several: bool = False
    new: bool = False


@dataclass(slots=True)
class Candidate:
    """Roles being filled.

    `documents` are what is signed, `recalled` if the text only points at one told of before ("the deal", "signed too").
    `overseen`: unnamed officials sign it while others look on.
    `places` are locations that slots gave (the city of a destination), `tried` the roles for which there was at least a
    phrase.
    """

    predicate: Predicate
    event_type: EventType
    trigger: Trigger
    fillers: list[Filler] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    recalled: bool = False
    overseen: bool = False
    places: list[Location] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)
    wrong_type: bool = False
    unresolved: bool = False
    certainty: float = 1.0

    def in_role(self, role: str) -> list[Filler]:
        """The fillers of a role, those of finer roles that count as it included."""
        roles = self.event_type.roles
        return [f for f in self.fillers if f.role == role or roles[f.role].counts_as == role]

    def add(self, filler: Filler) -> None:
        """Add a filler unless its entity has a role already."""
        if all(f.entity != filler.entity for f in self.fillers):
            self.fillers.append(filler)
