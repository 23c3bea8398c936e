"""Whom a person met on which day, as one article tells it: by this, forms of a name are known for one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.events.facts import Facts
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity
from kg.resolution.identity import normalised

# Type of event, first and last day, and another who took part: the code of a state or a full name.
Encounter = tuple[str, str, str, str]
_SHORT = 3  # days: of a longer time, several meetings are told


def encounters(facts: Facts) -> Mapping[str, frozenset[Encounter]]:
    """Give the encounters of each entity of an article, by its key."""
    local = {entity.key: entity for entity in facts.entities}
    found: dict[str, set[Encounter]] = defaultdict(set)
    for event in facts.events:
        when = event.when
        if when is None or when.days >= _SHORT:
            continue
        actors = [local[filler.entity] for filler in event.fillers if filler.entity in local]
        days = when.first.isoformat(), when.last.isoformat()
        for actor in actors:
            found[actor.key] |= {
                (event.type, *days, o) for other in actors if other is not actor for o in _known_as(other)
            }
    return {key: frozenset(met) for key, met in found.items()}


def _known_as(entity: LocalEntity) -> set[str]:
    if entity.type == COUNTRY:
        return {entity.key.removeprefix(f"{COUNTRY}:")}
    name = normalised(entity.name)
    is_known = entity.type != PERSON or " " in name
    return {name} if is_known else set()
