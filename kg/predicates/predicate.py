"""Who does what to whom, whatever the syntax: the result of the room `predicates`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class PredicateKind(StrEnum):
    """The part of speech of a predicate's word."""

    VERB = "verb"
    NOUN = "noun"


class Modality(IntEnum):
    """How far a predicate is told as fact; of two that bear on one predicate, the higher one counts.

    EXPECTED is a plan that only position tells ("ahead of talks"): a date in the past makes it a fact.
    """

    ASSERTED = 0
    EXPECTED = 1
    PLANNED = 2
    POSSIBLE = 3
    NEGATED = 4


class Tense(StrEnum):
    """The tense of the clause; NONE for infinitives without a finite governor and for verbless headlines."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says that something happens, with the heads of the phrases around it.

    `token` is the word, an index into the segment's Doc; `names` are the lemmas under which a schema may know it
    ("sit", "sit down"; "call", "phone call"). `slots` maps a syntactic slot to head tokens, coordination
    unrolled: subject and object are the deep ones (the agent of a passive is its subject), a preposition's slot is
    its word, `object.with` is the "with" on the object, `possessive` and `compound` are a noun's modifiers, and
    `controller` is the subject of the clause that a noun depends on ("Modi arrived for talks"), `addressee` whom that
    subject speaks to in it ("told Lula at a meeting").
    `background`: told as a step back from the story (pluperfect, "has never").
    `aside`: told in a relative clause. `attended`: the controller is said to take part ("joined the talks").
    `governors` are the verbs and nouns that the word depends on, nearest first.
    """

    segment: int
    token: int
    kind: PredicateKind
    names: tuple[str, ...]
    slots: Mapping[str, tuple[int, ...]]
    modality: Modality
    tense: Tense
    generic: bool
    background: bool
    aside: bool
    attended: bool
    governors: tuple[int, ...]
