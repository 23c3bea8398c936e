"""The checked, frozen form of a schema folder: what can be extracted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

AGREEMENT = "Agreement"


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type of node that events may have in their roles."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event: which entity types it takes and how many entities it needs.

    A role that `counts_as` another fills that one too (the host of a meeting is a participant).
    """

    name: str
    types: tuple[str, ...]
    min: int = 0
    max: int | None = None
    counts_as: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The typed edge an event projects to: from `head` role to `tail` role, or, symmetric, within one role."""

    type: str
    head: str
    tail: str
    symmetric: bool = False


class TriggerKind(StrEnum):
    """The part of speech of a trigger."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that evoke an event and the role that each syntactic slot around them fills.

    `rule` is "Meeting/3": type and place in the file, from 1. `lemmas` are base forms, a verb with its particle as
    two words ("sit down"). `objects`: the verb counts only with one of these as its object. `requires`: at least one of
    these slots must hold one of these lemmas ({"by": {"phone"}}). `without`: none of these slots may be filled. `only`:
    types that a role takes here, fewer than it takes elsewhere. `status`: what the word makes of an event that is told
    as done or planned ("invite": possible). `adds`: without all its roles it adds actors to an event told before
    ("she was accompanied by"). `origin`: it tells where a journey comes from, which is a stop of it too, unless it is
    the traveller's home ("arrived in Oslo from Bern"). `foreign`: it counts only between actors of different states;
    `placed`: only where its clause says where ("told him in Moscow"); `two_sided`: only with somebody beside the
    subject ("X and Y called on Z", not "called on Sunday"). `here`: a journey without a destination goes where the
    story is ("arrived on Monday"). `slots`: syntactic slot -> role.
    """

    rule: str
    kind: TriggerKind
    lemmas: frozenset[str]
    slots: Mapping[str, str]
    objects: frozenset[str] = frozenset()
    requires: Mapping[str, frozenset[str]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: str | None = None
    adds: bool = False
    origin: bool = False
    foreign: bool = False
    placed: bool = False
    two_sided: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A use of a trigger that is no event of the type: `word` with one of `with_words` among its dependents."""

    word: str
    with_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExampleEvent:
    """An event that an example must give: role -> names, and, where told, its status."""

    roles: Mapping[str, tuple[str, ...]]
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the events of this type that it must give, no more and no fewer."""

    text: str
    finds: tuple[ExampleEvent, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event: roles, projection, codes, triggers, and examples that test them.

    `fact` is the type's name in the facts format ("meet"). `plover` and `cameo` are event codes; CAMEO's by status.
    `place`: whether it takes place somewhere (a telephone call doesn't).
    """

    name: str
    fact: str
    description: str
    roles: Mapping[str, Role]
    edge: Edge
    plover: str
    cameo: Mapping[str, str]
    triggers: tuple[Trigger, ...]
    never: tuple[Exclusion, ...]
    examples: tuple[Example, ...]
    place: bool = True


@dataclass(frozen=True, slots=True)
class Schema:
    """All types of a folder, by name, in the order of their names."""

    entities: Mapping[str, EntityType]
    events: Mapping[str, EventType]
