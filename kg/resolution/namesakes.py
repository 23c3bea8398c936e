"""The bearers of one full name: one person, unless states, offices, decades or a person's word keep them apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.resolution.decisions import Decisions
from kg.resolution.known_people import KnownPerson, LocalPerson

# Years between two articles after which a name is rather a grandchild's; nobody is in the news and out of it so long.
_LIFETIME = 40
Bearers = list[tuple[KnownPerson, list[LocalPerson]]]


def bearers(name: str, people: Sequence[LocalPerson], decisions: Decisions) -> Bearers:
    """Cut those whom articles call by one full name into the parts that may be different people.

    What is in one part is one person's. Parts are compared with each other like the bearers of different names.
    """
    judged: dict[tuple[str, ...], list[LocalPerson]] = defaultdict(list)
    for person in people:
        judged[tuple(decisions.texts(decisions.apart(person.sides)))].append(person)
    return [
        (_known(name, (*why, *texts), part), part)
        for texts, of_side in sorted(judged.items())
        for why, part in _by_state_and_time(of_side)
    ]


def _known(name: str, why: tuple[str, ...], people: Iterable[LocalPerson]) -> KnownPerson:
    known = KnownPerson([name], [(name, why)])
    for person in people:
        known.add(person)
    return known


def _by_state_and_time(people: Sequence[LocalPerson]) -> Iterator[tuple[tuple[str, ...], list[LocalPerson]]]:
    states = {person.entity.country for person in people if person.entity.country}
    if len(states) < 2:
        yield from _by_time((), people)
        return
    of_state: dict[str | None, list[LocalPerson]] = defaultdict(list)
    for person in people:
        of_state[person.entity.country or _only(states & person.around)].append(person)
    for state in sorted(of_state, key=str):
        yield from _by_time((state or "",), of_state[state])


def _by_time(
    why: tuple[str, ...], people: Sequence[LocalPerson]
) -> Iterator[tuple[tuple[str, ...], list[LocalPerson]]]:
    years = sorted({person.year for person in people if person.year})
    starts = [b for a, b in itertools.pairwise(years) if b - a > _LIFETIME]
    if not starts:
        yield why, list(people)
        return
    times: dict[int, list[LocalPerson]] = defaultdict(list)
    for person in people:
        # Without a year: of the latest, of whom most is told.
        times[sum((person.year or years[-1]) >= start for start in starts)].append(person)
    for number in sorted(times):
        first = min(person.year or years[-1] for person in times[number])
        yield (*why, f"{first // 10 * 10}s"), times[number]


def _only(states: set[str]) -> str | None:
    return next(iter(states)) if len(states) == 1 else None
