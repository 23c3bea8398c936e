"""Answers about one actor, and about a graph as a whole, as records."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.answer import Answer, Cells
from kg.query.relation_results import TypeCount
from kg.query.results import Actor


@dataclass(frozen=True, slots=True)
class Office(Answer):
    """An office that articles give to a person; `former` where they call it one that has been given up.

    `articles` of them say so; the first and the last were published on the days, in the months or years `told_first`
    and `told_last`, which are None where none has a date. When it was taken up or given up, they don't say.
    """

    holder: Actor
    title: str
    of: Actor
    former: bool
    told_first: str | None = None
    told_last: str | None = None
    articles: int = 1

    def cells(self) -> Cells:
        """Give the office in one row."""
        office = {"who": self.holder.name, "title": self.title, "of": self.of.name, "former": self.former}
        return {**office, "told from": self.told_first, "to": self.told_last, "articles": self.articles}


@dataclass(frozen=True, slots=True)
class VisitedState(Answer):
    """A state that an actor visited, by its ISO code: how many visits, the first and the last day known."""

    country: str
    name: str
    visits: int
    first: str | None
    last: str | None

    def cells(self) -> Cells:
        """Give the state in one row."""
        when = {"first": self.first, "last": self.last}
        return {"country": self.country, "name": self.name, "visits": self.visits, **when}


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many events lie in a year. A longer event counts in the year in which it begins."""

    year: int
    events: int


@dataclass(frozen=True, slots=True)
class EventCounts(Answer):
    """How many events there are: in all, by type, by status and by year; `undated` have no year."""

    events: int
    by_type: tuple[TypeCount, ...]
    by_status: tuple[TypeCount, ...]
    by_year: tuple[YearCount, ...]
    undated: int

    def cells(self) -> Cells:
        """Give the counts in one row."""
        years = f"{self.by_year[0].year}–{self.by_year[-1].year}" if self.by_year else None
        return {"events": self.events, "by type": self.by_type, "by status": self.by_status, "years": years}


@dataclass(frozen=True, slots=True)
class Overview(Answer):
    """What a graph holds: actors by type, articles, the first and last day on which they appeared, and its events."""

    actors: tuple[TypeCount, ...]
    articles: int
    first: str | None
    last: str | None
    events: EventCounts

    def cells(self) -> Cells:
        """Give the counts in one row."""
        return {"actors": self.actors, "articles": self.articles, "first": self.first, "last": self.last}
