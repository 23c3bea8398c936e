"""Which entities of different articles are one: by type and normalised name, never by guess.

A person known by one word ("Annan") joins a full name of another article only where the state agrees and exactly one
full name of the whole set has that word; without a state such a person stays within the article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.mentions.mention import COUNTRY, PERSON, PLACE, LocalEntity
from kg.resolution.identity import normalised, stable_id
from kg.resolution.records import Entity


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities by id, and for each article the id of each of its keys."""

    by_id: Mapping[str, Entity]
    ids: Mapping[tuple[str, str], str]

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

    Examples
    --------
    >>> first = ("a1", [LocalEntity("Person:José Ramos-Horta", "Person", "José Ramos-Horta", country="TL")])
    >>> second = ("a2", [LocalEntity("Person:Jose Ramos Horta", "Person", "Jose Ramos Horta")])
    >>> entities = resolve_entities([first, second])
    >>> [(e.name, e.country) for e in entities.by_id.values()]
    [('Jose Ramos Horta', 'TL')]
    """
    local = [(article, entity) for article, known in articles for entity in known]
    full_names = _full_names(local)
    ids: dict[tuple[str, str], str] = {}
    members: dict[str, list[LocalEntity]] = defaultdict(list)
    for article, entity in local:
        entity_id = _id(article, entity, full_names)
        ids[article, entity.key] = entity_id
        members[entity_id].append(entity)
    of_places = {e.country for _, e in local if e.type == PLACE and e.country}
    for code in {*countries, *of_places, *_states_of_offices(local)}:
        members.setdefault(country_id(code), [])
    joined = {entity_id: _joined(entity_id, members[entity_id], country_names or {}) for entity_id in sorted(members)}
    return Entities(joined, ids)


def is_code(text: str | None) -> bool:
    """Whether this is the code of a country and not the key of an organization."""
    return text is not None and len(text) == 2 and text.isascii() and text.isupper()


def _states_of_offices(local: list[tuple[str, LocalEntity]]) -> set[str]:
    return {office.of for _, entity in local for office in entity.offices if office.of and is_code(office.of)}


def _full_names(local: list[tuple[str, LocalEntity]]) -> dict[tuple[str, str], set[str]]:
    """For each word and state, the full names of persons of that state that have the word."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, entity in local:
        name = normalised(entity.name)
        if entity.type == PERSON and entity.country and " " in name:
            for word in name.split():
                found[word, entity.country].add(name)
    return found


def _id(article: str, entity: LocalEntity, full_names: Mapping[tuple[str, str], set[str]]) -> str:
    name = normalised(entity.name)
    if entity.type == COUNTRY:
        return country_id(country_code(entity))
    if entity.type == PLACE:
        return stable_id("place", name, entity.country)
    if entity.type != PERSON or " " in name:
        return stable_id(entity.type.lower(), name)
    if entity.country is None:
        return stable_id("person", name, {"article": article})
    candidates = full_names.get((name, entity.country), set())
    if len(candidates) == 1:
        return stable_id("person", *candidates)
    # Several full names would fit: then not even two articles need to mean the same one.
    return stable_id("person", name, {"country": entity.country} if not candidates else {"article": article})


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
