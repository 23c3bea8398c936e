"""Which entities of different articles are one: by type and normalised name, for people see the module `people`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.events.facts import Facts
from kg.mentions.mention import COUNTRY, PERSON, PLACE, LocalEntity
from kg.resolution.decisions import Decisions, Sides
from kg.resolution.encounters import Encounter, encounters
from kg.resolution.groups import Groups
from kg.resolution.identity import normalised, stable_id
from kg.resolution.known_people import LocalPerson
from kg.resolution.organizations import resolve_organizations
from kg.resolution.people import resolve_people
from kg.resolution.records import Entity
from kg.workspace.judgement import Judgement

Met = Mapping[str, Mapping[str, frozenset[Encounter]]]


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities by id, for each article the id of each of its keys, and what the machine judged on the way."""

    by_id: Mapping[str, Entity]
    ids: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...] = ()

    def of(self, article: str, key: str) -> str:
        """Id of an entity that an article knows under a key."""
        return self.ids[article, key]


def country_id(code: str) -> str:
    """Id of the country with an ISO 3166-1 alpha-2 code."""
    return f"country:{code}"


def country_code(entity: LocalEntity) -> str:
    """Code of a country, which its key holds."""
    return entity.key.removeprefix(f"{COUNTRY}:")


def resolve_entities(
    articles: Iterable[tuple[str, Iterable[LocalEntity]]],
    *,
    countries: Iterable[str] = (),
    country_names: Mapping[str, str] | None = None,
    facts: Mapping[str, Facts] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Entities:
    """Join the entities of many articles; a function of the set, whatever its order.

    Parameters
    ----------
    articles
        Id and entities of each article.
    countries
        Codes of countries that are needed besides, such as those in which events took place.
    country_names
        Names of countries by code; one that isn't in here has the name that most articles use, else its code.
    facts
        Of the articles, by id: who met whom tells forms of a name from other people's names.
    judgements
        Those of people, which go before what names and states say.

    Examples
    --------
    >>> first = ("a1", [LocalEntity("Person:José Ramos-Horta", "Person", "José Ramos-Horta", country="TL")])
    >>> second = ("a2", [LocalEntity("Person:Jose Ramos Horta", "Person", "Jose Ramos Horta")])
    >>> entities = resolve_entities([first, second])
    >>> [(e.name, e.country) for e in entities.by_id.values()]
    [('Jose Ramos Horta', 'TL')]
    """
    local = [(article, entity) for article, known in articles for entity in known]
    decisions = Decisions(judgements)
    sides = {(article, entity.key): decisions.sides(article, entity) for article, entity in local}
    met = {article: encounters(told) for article, told in (facts or {}).items()}
    ids, judged = resolve_people(_people(local, facts or {}, met, sides), decisions)
    bodies, of_bodies = resolve_organizations(local, met, sides, decisions)
    ids |= bodies
    of_names = _countries_of_places(local)
    for article, entity in local:
        ids.setdefault((article, entity.key), _id(entity, of_names))
    ids = _with_decisions(ids, sides, decisions)
    members: dict[str, list[LocalEntity]] = defaultdict(list)
    for article, entity in local:
        members[ids[article, entity.key]].append(entity)
    of_places = {e.country for _, e in local if e.type == PLACE and e.country}
    for code in {*countries, *of_places, *_states_of_offices(local)}:
        members.setdefault(country_id(code), [])
    joined = {entity_id: _joined(entity_id, members[entity_id], country_names or {}) for entity_id in sorted(members)}
    return Entities(joined, ids, (*judged, *of_bodies))


def _with_decisions(
    ids: dict[tuple[str, str], str], sides: Mapping[tuple[str, str], Sides], decisions: Decisions
) -> dict[tuple[str, str], str]:
    """Join the ids of all that people say are the same."""
    judged: dict[str, Sides] = {}
    for key in sorted(key for key, found in sides.items() if found):
        judged[ids[key]] = judged.get(ids[key], frozenset()) | sides[key]
    groups = Groups(judged, decisions)
    groups.join_judged()
    return {key: min(groups.of(own)) if own in judged else own for key, own in ids.items()}


def is_code(text: str | None) -> bool:
    """Whether this is the code of a country and not the key of an organization."""
    return text is not None and len(text) == 2 and text.isascii() and text.isupper()


def _states_of_offices(local: list[tuple[str, LocalEntity]]) -> set[str]:
    return {office.of for _, entity in local for office in entity.offices if office.of and is_code(office.of)}


def _people(
    local: list[tuple[str, LocalEntity]], facts: Mapping[str, Facts], met: Met, sides: Mapping[tuple[str, str], Sides]
) -> Iterator[LocalPerson]:
    around: dict[str, set[str]] = defaultdict(set)
    for article, entity in local:
        if entity.type == COUNTRY:
            around[article].add(country_code(entity))
        elif entity.country:
            around[article].add(entity.country)
    for article, entity in local:
        if entity.type == PERSON:
            told = facts.get(article)
            year = int(told.published[:4]) if told and told.published else None
            known = met.get(article, {}).get(entity.key, frozenset())
            yield LocalPerson(article, entity, frozenset(around[article]), known, year, sides[article, entity.key])


def _countries_of_places(local: list[tuple[str, LocalEntity]]) -> dict[str, str]:
    """For each name of a place the country, where all that give one give the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, entity in local:
        if entity.type == PLACE and entity.country:
            found[normalised(entity.name)].add(entity.country)
    return {name: min(countries) for name, countries in found.items() if len(countries) == 1}


def _id(entity: LocalEntity, countries: Mapping[str, str]) -> str:
    name = normalised(entity.name)
    if entity.type == COUNTRY:
        return country_id(country_code(entity))
    if entity.type == PLACE:
        return stable_id("place", name, entity.country or countries.get(name))
    return stable_id(entity.type.lower(), name)


def _joined(entity_id: str, members: list[LocalEntity], country_names: Mapping[str, str]) -> Entity:
    names = Counter(e.name for e in members)
    forms = {form for e in members for form in (e.name, *e.names)}
    if entity_id.startswith("country:"):
        code = entity_id.removeprefix("country:")
        name = country_names.get(code) or min(names, key=lambda n: (-names[n], n), default=code)
        return Entity(entity_id, COUNTRY, name, tuple(sorted(forms | {name, code})), None)
    # Full names before single words, then the most frequent, then by alphabet.
    name = min(names, key=lambda n: (" " not in normalised(n), -names[n], n))
    countries = Counter(e.country for e in members if e.country)
    country = min(countries, key=lambda c: (-countries[c], c)) if countries else None
    return Entity(entity_id, members[0].type, name, tuple(sorted(forms)), country)
