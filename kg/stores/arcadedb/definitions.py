"""The types of a vocabulary in ArcadeDB: labels inherit from their root, which has one index of ids for them all."""

from __future__ import annotations

from kg.graph.vocabulary import ENTITY, ROOTS, Vocabulary
from kg.stores.cypher.statements import quoted
from kg.stores.cypher.values import DAYS, LOOKUP


def definitions(vocabulary: Vocabulary) -> str:
    """Give the SQL script that makes all types, properties and indexes that aren't there.

    Examples
    --------
    >>> script = definitions(Vocabulary({"Person": "Entity"}, ("MEETS",)))
    >>> "CREATE VERTEX TYPE `Person` IF NOT EXISTS EXTENDS `Entity`;" in script
    True
    """
    lines = [line for root in ROOTS for line in _type("VERTEX", root)]
    lines += [
        f"CREATE VERTEX TYPE {quoted(label)} IF NOT EXISTS EXTENDS {quoted(root)}"
        for label, root in vocabulary.roots.items()
        if label != root
    ]
    lines += [line for kind in vocabulary.types for line in _type("EDGE", kind)]
    lines += [
        f"CREATE PROPERTY {ENTITY}.{LOOKUP} IF NOT EXISTS LIST OF STRING",
        f"CREATE INDEX IF NOT EXISTS ON {ENTITY} ({LOOKUP} BY ITEM) NOTUNIQUE",
    ]
    return ";\n".join(lines) + ";"


def _type(what: str, name: str) -> list[str]:
    name = quoted(name)
    return [
        f"CREATE {what} TYPE {name} IF NOT EXISTS",
        f"CREATE PROPERTY {name}.id IF NOT EXISTS STRING",
        f"CREATE INDEX IF NOT EXISTS ON {name} (id) UNIQUE",
        *(f"CREATE PROPERTY {name}.{quoted(day)} IF NOT EXISTS DATE" for day in sorted(DAYS)),
    ]
