"""Which persons of different articles are one, by full names, short ones, states and the events that they share.

Precision goes first: names that merely can be one person's join only with a state or an event in common, and a name
that could be either of two people joins neither. A person's judgement goes before all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolution.blocking import pairs
from kg.resolution.decisions import Decisions
from kg.resolution.evidence import Evidence
from kg.resolution.groups import Groups
from kg.resolution.identity import stable_id
from kg.resolution.known_people import KnownPerson, LocalPerson
from kg.resolution.namesakes import bearers
from kg.resolution.person_evidence import weigh
from kg.resolution.shared_names import owner, shared
from kg.resolution.short_names import ShortNames
from kg.workspace.judgement import Judgement, Verdict

Key = tuple[str, str]
Unit = int  # place of a bearer of a name among all, in the order of names
Weighed = Mapping[tuple[Unit, Unit], Evidence]


def resolve_people(people: Iterable[LocalPerson], decisions: Decisions) -> tuple[dict[Key, str], list[Judgement]]:
    """Give the id of each person of each article, by article and key, and what was judged; a function of the set."""
    people = list(people)
    by_name: dict[str, list[LocalPerson]] = defaultdict(list)
    for person in people:
        if " " in person.name:
            by_name[person.name].append(person)
    parts = [part for name in sorted(by_name) for part in bearers(name, by_name[name], decisions)]
    units = [known for known, _ in parts]
    weighed = _weighed(units)
    members = _given_to_owners(units, [told for _, told in parts], weighed, decisions)
    unit_of = {(p.article, p.entity.key): unit for unit, told in enumerate(members) for p in told}
    judgements = _judgements(units, weighed, decisions)
    joined = _joined(units, weighed, decisions)
    shorts = ShortNames({id(known): known for known in joined}.values(), people, decisions)
    ids = {key: joined[unit].id for key, unit in unit_of.items()}
    ids.update({(p.article, p.entity.key): shorts.id(p) for p in people if " " not in p.name})
    return ids, judgements


def _weighed(units: Sequence[KnownPerson]) -> dict[tuple[Unit, Unit], Evidence]:
    """Weigh all that can be one person at all."""
    by_name: dict[str, list[Unit]] = defaultdict(list)
    for unit, known in enumerate(units):
        by_name[known.names[0]].append(unit)
    weighed = {}
    for one, other in _unit_pairs(by_name):
        evidence = weigh(units[one], units[other])
        if evidence is not None:
            weighed[one, other] = evidence
    return weighed


def _unit_pairs(by_name: Mapping[str, list[Unit]]) -> Iterator[tuple[Unit, Unit]]:
    for units in by_name.values():
        yield from combinations(units, 2)
    for one, other in pairs(by_name):
        for a in by_name[one]:
            for b in by_name[other]:
                yield min(a, b), max(a, b)


def _given_to_owners(
    units: list[KnownPerson], members: list[list[LocalPerson]], weighed: Weighed, decisions: Decisions
) -> list[list[LocalPerson]]:
    """Give those whom a name of several people means to the one of their time; people's judgements are left alone."""
    given = [list(told) for told in members]
    for unit, others in shared(_alike(units, weighed, decisions)).items():
        candidates = [units[other] for other in others]
        if units[unit].sides or any(known.sides for known in candidates):
            continue
        owners = [(person, owner(person, candidates)) for person in members[unit]]
        for person, at in owners:
            if at is not None:
                given[others[at]].append(person)
        given[unit] = [person for person, at in owners if at is None]
    for unit, told in enumerate(given):
        if told != members[unit]:
            units[unit] = units[unit].with_people(told)
    return given


def _alike(units: Sequence[KnownPerson], weighed: Weighed, decisions: Decisions) -> dict[Unit, set[Unit]]:
    """For each bearer of a name those who may be the same."""
    alike: dict[Unit, set[Unit]] = defaultdict(set)
    for (one, other), evidence in weighed.items():
        said = decisions.verdict(units[one].sides, units[other].sides)
        if (said or evidence.verdict) is not Verdict.DIFFERENT and (units[one].articles and units[other].articles):
            alike[one].add(other)
            alike[other].add(one)
    return alike


def _joined(units: Sequence[KnownPerson], weighed: Weighed, decisions: Decisions) -> list[KnownPerson]:
    """Join units that are one person's; gives for each what is known of the person."""
    groups = Groups({unit: frozenset(known.sides) for unit, known in enumerate(units)}, decisions)
    groups.join_judged()
    alike = _alike(units, weighed, decisions)
    surely = [
        (-evidence.bits, one, other)
        for (one, other), evidence in weighed.items()
        if evidence.verdict is Verdict.SAME
        and other in alike[one]
        and decisions.verdict(units[one].sides, units[other].sides) is None
    ]
    # A name like two others that are unlike each other ("George Bush") is left out; the rest are groups all alike.
    clear = {u for _, *pair in surely for u in pair if _all_alike(alike[u], alike)}
    for _, one, other in sorted(surely):
        if one in clear and other in clear:
            groups.join(one, other)
    return _known_groups(units, groups)


def _all_alike(units: set[Unit], alike: Mapping[Unit, set[Unit]]) -> bool:
    return all(b in alike[a] for a, b in combinations(sorted(units), 2))


def _known_groups(units: Sequence[KnownPerson], groups: Groups[Unit]) -> list[KnownPerson]:
    parts: dict[str, int] = defaultdict(int)
    for known in units:
        parts[known.names[0]] += 1
    joined: list[KnownPerson] = list(units)
    for group in groups.all():
        first, *others = sorted(group)
        for other in others:
            units[first].take_in(units[other])
        units[first].id = _id(units[first], parts)
        for unit in group:
            joined[unit] = units[first]
    return joined


def _id(known: KnownPerson, parts: Mapping[str, int]) -> str:
    """Id by the first of the names; where others bear it too, also by what tells them apart."""
    name = known.names[0]
    own = sorted(why for of, why in known.parts if of == name)
    return stable_id("person", name) if len(own) == parts[name] else stable_id("person", name, {"which": own})


def _judgements(units: Sequence[KnownPerson], weighed: Weighed, decisions: Decisions) -> list[Judgement]:
    """Give what the machine judges, but where a person has."""
    bearers_of: dict[str, int] = defaultdict(int)
    for known in units:
        bearers_of[known.names[0]] += 1
    texts = [known.reference(alone=bearers_of[known.names[0]] == 1).text for known in units]
    return [
        evidence.judgement(texts[one], texts[other])
        for (one, other), evidence in sorted(weighed.items(), key=lambda item: item[0])
        if decisions.verdict(units[one].sides, units[other].sides) is None
    ]
