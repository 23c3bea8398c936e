"""By what an entity is looked up: the one definition of it, for graphs in memory and for databases with an index."""

from __future__ import annotations

from kg.graph.records import Node
from kg.mentions.mention import PERSON
from kg.resolution.identity import normalised

# Names are shorter; a text that is not would be too long for an index.
_LONGEST = 200


def key_of(name: str) -> str:
    """Give the key of a name; two names that are written alike have the same, others almost never.

    Examples
    --------
    >>> key_of("Raúl CASTRO")
    'raul castro'
    """
    return normalised(name)[:_LONGEST]


def keys_of(entity: Node) -> tuple[str, ...]:
    """Give all names without case and diacritics, and of a person the last and first word of the main one; sorted.

    Examples
    --------
    >>> keys_of(Node("person:1", ("Entity", "Person"), {"name": "Raúl Castro", "names": ("Castro", "Raul Castro")}))
    ('castro', 'raul', 'raul castro')
    """
    name, names = entity.properties.get("name"), entity.properties.get("names", ())
    keys = {key_of(one) for one in (name, *(names if isinstance(names, tuple) else ())) if isinstance(one, str)}
    if PERSON in entity.labels and isinstance(name, str):
        words = [key_of(word) for word in normalised(name).split()]
        keys |= {words[0], words[-1]} if len(words) > 1 else set()
    return tuple(sorted(keys - {""}))
