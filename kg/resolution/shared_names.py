"""Full names that two people share, told apart by time: George Bush, whom others call George W. or George H. W."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from kg.resolution.known_people import GENERATION, KnownPerson, LocalPerson, years_apart


def owner(person: LocalPerson, candidates: Sequence[KnownPerson]) -> int | None:
    """Place of the only one of several whose time, and state where one is told, are the article's; else None."""
    if person.year is None:
        return None
    fits = [
        number
        for number, known in enumerate(candidates)
        if known.years
        and years_apart(known.years, {person.year}) <= GENERATION
        and (person.entity.country is None or person.entity.country in known.main_states)
    ]
    return fits[0] if len(fits) == 1 else None


def shared(alike: Mapping[int, set[int]]) -> dict[int, list[int]]:
    """Give the names that are like two others that are unlike each other, with all that they are like."""
    return {
        unit: sorted(others)
        for unit, others in sorted(alike.items())
        if any(b not in alike[a] for a, b in combinations(sorted(others), 2))
    }
