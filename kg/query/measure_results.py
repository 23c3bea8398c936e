"""Answers about the whole network, as records."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.answer import Answer, Cells
from kg.query.results import Actor


@dataclass(frozen=True, slots=True)
class Cooccurrence(Answer):
    """Two actors, with the number of events in which both take part and of articles that mention both."""

    a: Actor
    b: Actor
    events: int
    articles: int

    def cells(self) -> Cells:
        """Give the pair in one row."""
        return {"a": self.a.name, "b": self.b.name, "events": self.events, "articles": self.articles}


@dataclass(frozen=True, slots=True)
class Central(Answer):
    """An actor with its score, the number of others to whom it is tied, and of its events."""

    actor: Actor
    score: float
    neighbours: int
    events: int

    def cells(self) -> Cells:
        """Give the actor in one row."""
        who = {"name": self.actor.name, "type": self.actor.type, "country": self.actor.country}
        return {**who, "score": self.score, "neighbours": self.neighbours, "events": self.events}


@dataclass(frozen=True, slots=True)
class Community(Answer):
    """Actors who have more to do with each other than with the rest; those with the most ties within come first.

    `ties` counts the pairs within that share events, `outside` those of one within and one without.
    """

    number: int
    actors: tuple[Actor, ...]
    ties: int
    outside: int

    def cells(self) -> Cells:
        """Give the community in one row."""
        names = tuple(actor.name for actor in self.actors)
        return {"number": self.number, "size": len(names), "ties": self.ties, "outside": self.outside, "who": names}
