"""A schema as plain data (JSON's types), for `kg schema show`."""

from __future__ import annotations

from kg.errors import SchemaError
from kg.schema.faults import unknown
from kg.schema.types import Edge, EntityType, EventType, Role, Schema, Trigger


def describe(schema: Schema, type_name: str | None = None) -> list[dict[str, object]]:
    """Give the types of a schema as records: of all types in short, or of one in full.

    Parameters
    ----------
    schema
        A loaded schema.
    type_name
        The name of one type, whatever its case; None: all, entity types first.

    Returns
    -------
    list of dict
        In short: `name`, `kind` (entity or event), `description`, and of an event `edge` in Cypher's arrows. In full,
        one record: also `fact`, `roles`, `codes`, `triggers`, `never` and `examples`, in the words of the file.

    Raises
    ------
    SchemaError
        If no type has this name.

    Examples
    --------
    >>> from kg.schema.loader import load_schema
    >>> describe(load_schema(), "meeting")[0]["edge"]
    '(participant)-[:MEETS]-(participant)'
    """
    if type_name is None:
        return [*map(_entity, schema.entities.values()), *map(_event_in_short, schema.events.values())]
    by_key = {name.casefold(): name for name in (*schema.entities, *schema.events)}
    name = by_key.get(type_name.casefold())
    if name is None:
        raise SchemaError(unknown("type", type_name, by_key.values()))
    return [_event(schema.events[name]) if name in schema.events else _entity(schema.entities[name])]


def _entity(entity: EntityType) -> dict[str, object]:
    return {"name": entity.name, "kind": "entity", "description": entity.description}


def _event_in_short(event: EventType) -> dict[str, object]:
    return {"name": event.name, "kind": "event", "description": event.description, "edge": _arrow(event.edge)}


def _event(event: EventType) -> dict[str, object]:
    return {
        **_event_in_short(event),
        "fact": event.fact,
        "roles": [_role(role) for role in event.roles.values()],
        "codes": {"plover": event.plover, "cameo": dict(event.cameo)},
        "triggers": [_trigger(trigger) for trigger in event.triggers],
        "never": [f"{one.word} {{{'|'.join(sorted(one.with_words))}}}" for one in event.never],
        "examples": [
            {
                "text": example.text,
                "finds": [
                    {**{role: list(names) for role, names in find.roles.items()}, "status": find.status}
                    for find in example.finds
                ],
            }
            for example in event.examples
        ],
    }


def _arrow(edge: Edge) -> str:
    return f"({edge.head})-[:{edge.type}]-{'' if edge.symmetric else '>'}({edge.tail})"


def _role(role: Role) -> dict[str, object]:
    return {"name": role.name, "types": list(role.types), "min": role.min, "max": role.max, "counts_as": role.counts_as}


def _trigger(trigger: Trigger) -> dict[str, object]:
    return {
        "rule": trigger.rule,
        "kind": trigger.kind.value,
        "words": sorted(trigger.lemmas),
        "object": sorted(trigger.objects),
        "requires": {slot: sorted(words) for slot, words in trigger.requires.items()},
        "without": sorted(trigger.without),
        "only": {role: list(types) for role, types in trigger.only.items()},
        "status": trigger.status,
        "slots": dict(trigger.slots),
    }
