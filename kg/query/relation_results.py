"""Answers about who has to do with whom, as records."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.answer import Answer, Cells, Shown
from kg.query.results import Actor, LinkKind, Step


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many events of a type."""

    type: str
    events: int

    def __str__(self) -> str:
        return f"{self.type} {self.events}"


@dataclass(frozen=True, slots=True)
class Neighbour(Answer):
    """Who shares events with an actor. `first` and `last` are days; events without a date count, but have none.

    `by_type` has the most frequent type first; `articles` adds up how many articles tell of each event.
    """

    actor: Actor
    events: int
    by_type: tuple[TypeCount, ...]
    first: str | None
    last: str | None
    articles: int

    def cells(self) -> Cells:
        """Give the neighbour in one row."""
        who = {"name": self.actor.name, "type": self.actor.type, "country": self.actor.country}
        when = {"first": self.first, "last": self.last}
        return {**who, "events": self.events, "by": self.by_type, **when, "articles": self.articles}


@dataclass(frozen=True, slots=True)
class PathStep(Shown):
    """One step of a path, with what ties the two, the best first; `count` is how many ties there are in all."""

    head: Actor
    tail: Actor
    ties: tuple[Step, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Path(Answer):
    """A way from one actor to another.

    `cost` is the number of steps, and for each actor between the two the penalty for how many others it is tied to.
    """

    steps: tuple[PathStep, ...]
    cost: float

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors along the way, first and last included."""
        return (self.steps[0].head, *(step.tail for step in self.steps))

    def cells(self) -> Cells:
        """Give the way, the best tie of each step and the sentence that says so."""
        best = [step.ties[0] for step in self.steps]
        return {
            "way": " – ".join(actor.name for actor in self.actors),
            "steps": len(self.steps),
            "cost": self.cost,
            "by": tuple(t.event.type if t.event and t.kind is LinkKind.EVENT else t.kind.value for t in best),
            "ties": tuple(step.count for step in self.steps),
            "says": " / ".join(tie.evidence.sentence for tie in best if tie.evidence),
        }
