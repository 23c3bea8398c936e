"""What articles say of the bearers of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.mentions.mention import PERSON, LocalEntity
from kg.resolution.decisions import Side, Sides
from kg.resolution.encounters import Encounter
from kg.resolution.identity import normalised
from kg.resolution.names import sound
from kg.resolution.reference import Reference

# Forms of a name as far apart in time as this are rather a father's and a son's.
GENERATION = 7


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A person of one article, with what may tell it from others of the name.

    `around` are the codes of all states that the article mentions, `year` is that of its publication, `sides` are the
    references of people's judgements that mean it.
    """

    article: str
    entity: LocalEntity
    around: frozenset[str]
    encounters: frozenset[Encounter]
    year: int | None
    sides: Sides = frozenset()

    @property
    def name(self) -> str:
        """The name in comparable form."""
        return normalised(self.entity.name)


# One full name, and which of its bearers: their state, their decade, the references that people tell them apart by.
Part = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class KnownPerson:
    """What all articles say of the bearers of one full name, or of several names that were found to be one person's.

    `id` is known once all are joined.
    """

    names: list[str]
    parts: list[Part] = field(default_factory=list)
    id: str = ""
    articles: int = 0
    states: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    encounters: set[Encounter] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    sides: set[Side] = field(default_factory=set)
    first: tuple[str, str | None] = ("", None)

    def add(self, person: LocalPerson) -> None:
        """Add what one article says."""
        entity = person.entity
        self.articles += 1
        self.sides |= person.sides
        where = person.article, entity.country
        self.first = min(self.first, where, key=_article_of) if self.articles > 1 else where
        if entity.country:
            self.states[entity.country] += 1
        if entity.gender:
            self.genders.add(entity.gender)
        forms = (normalised(form) for form in entity.names)
        self.short.update({sound(form) for form in forms if " " not in form})
        self.offices.update(offices_of(entity))
        self.encounters |= person.encounters
        self.around |= person.around
        if person.year:
            self.years.add(person.year)

    def with_people(self, people: Iterable[LocalPerson]) -> KnownPerson:
        """Give the bearer of the same name of whom these articles tell and no others."""
        known = KnownPerson(self.names, self.parts)
        for person in people:
            known.add(person)
        return known

    def take_in(self, other: KnownPerson) -> None:
        """Add all that is known of another name of the person."""
        self.names = sorted({*self.names, *other.names})
        self.parts = sorted([*self.parts, *other.parts])
        self.sides |= other.sides
        self.articles += other.articles
        self.states += other.states
        self.genders |= other.genders
        self.short |= other.short
        self.offices |= other.offices
        self.encounters |= other.encounters
        self.around |= other.around
        self.years |= other.years

    def reference(self, *, alone: bool) -> Reference:
        """Give a reference to it: its name where it is the only bearer, else with state or article besides."""
        name = self.names[0]
        if alone:
            return Reference(PERSON, name)
        return Reference(PERSON, name, article=self.first[0])

    @property
    def main_states(self) -> set[str]:
        """The states that most articles give; where extraction erred once, the others have it right."""
        most = max(self.states.values(), default=0)
        return {state for state, times in self.states.items() if times == most}

    @property
    def likely_states(self) -> set[str]:
        """The main states; where no article gives one, all that those articles speak of."""
        return self.main_states or self.around


def years_apart(one: set[int], other: set[int]) -> int:
    """Years between the nearest two; 0 where none are known."""
    return min((abs(a - b) for a in one for b in other), default=0)


def offices_of(entity: LocalEntity) -> set[tuple[str, str | None]]:
    """Offices that an article gives a person: title and of what."""
    return {(normalised(office.title), office.of) for office in entity.offices}


def _article_of(where: tuple[str, str | None]) -> str:
    return where[0]
