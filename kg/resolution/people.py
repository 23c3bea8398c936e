"""Which persons of different articles are one, by full names, short ones, states and the events that they share.

Precision goes first: names that merely can be one person's join only with a state or an event in common, and a name
that could be either of two people joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.resolution.known_people import GENERATION, KnownPerson, LocalPerson, years_apart
from kg.resolution.names import Likeness, likeness, name_words, sound, surname
from kg.resolution.short_names import ShortNames


def resolve_people(people: Iterable[LocalPerson]) -> dict[tuple[str, str], str]:
    """Give the id of each person of each article, by article and key; a function of the set."""
    people = list(people)
    by_name: dict[str, KnownPerson] = {}
    for person in people:
        if " " in person.name:
            by_name.setdefault(person.name, KnownPerson([person.name])).add(person)
    joined = _joined(by_name)
    shorts = ShortNames(joined.values(), people)
    return {(p.article, p.entity.key): joined[p.name].id if " " in p.name else shorts.id(p) for p in people}


def _joined(by_name: Mapping[str, KnownPerson]) -> dict[str, KnownPerson]:
    """Join full names that are one person's; gives for each name what is known of the person."""
    alike: dict[str, set[str]] = defaultdict(set)
    surely: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(by_name):
        how = likeness(one, other)
        if how is Likeness.OTHER or _contradict(by_name[one], by_name[other], how):
            continue
        alike[one].add(other)
        alike[other].add(one)
        if _supported(by_name[one], by_name[other], how):
            surely[one].add(other)
            surely[other].add(one)
    joined = dict(by_name)
    # A name like two others that are unlike each other ("George Bush") is left out; the rest are groups all alike.
    clear = {n for n in surely if all(b in alike[a] for a, b in combinations(sorted(alike[n]), 2))}
    for name in sorted(clear):
        for other in sorted(surely[name] & clear):
            if joined[name] is not joined[other]:
                joined[name].take_in(joined[other])
                kept, gone = joined[name], joined[other]
                joined.update({n: kept for n in kept.names if joined[n] is gone})
    return joined


def _pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs that can be alike at all, so that not all are compared with all."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for name in sorted(names):
        words = [sound(word) for word in name_words(name)]
        keys = {
            words[-1][:3],
            ("opening", *words[:2]),
            ("any order", *sorted(words)),
            ("one word", name.replace(" ", "")),
        }
        for key in keys:
            blocks[key].append(name)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _contradict(one: KnownPerson, other: KnownPerson, how: Likeness) -> bool:
    """Whether the states or the genders are known and none is the same; one article may err in a state."""
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    sure = 2 if how is Likeness.SPELLING else 1
    is_sure = min(one.states.total(), other.states.total()) >= sure
    return is_sure and not set(one.states) & set(other.states)


def _supported(one: KnownPerson, other: KnownPerson, how: Likeness) -> bool:
    if how is Likeness.SPELLING:
        return True
    if how is Likeness.OPENING:
        short = min((one, other), key=lambda known: len(known.names[0]))
        long = other if short is one else one
        if sound(surname(short.names[0])) not in long.short:
            return False
    if one.encounters & other.encounters:
        return True
    is_given = bool(one.states or other.states)
    return (
        is_given and years_apart(one.years, other.years) <= GENERATION and bool(one.likely_states & other.likely_states)
    )
