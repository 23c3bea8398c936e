"""Values of ours as those of a database with dates, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kg.graph.records import Node, Properties
from kg.graph.vocabulary import ENTITY
from kg.stores.lookup import keys_of

#: Properties that are days; in our records they are ISO 8601 text. `published` may be a month, and stays text.
DAYS = frozenset(("start", "end"))
#: A property that databases have beside ours, with an index: by what an entity is looked up. Never read back.
LOOKUP = "kg_lookup"


def to_database(known: Properties) -> dict[str, Any]:
    """Give the properties as parameters of a statement.

    Examples
    --------
    >>> to_database({"names": ("CH", "Swiss"), "start": "1998-05-03"})
    {'names': ['CH', 'Swiss'], 'start': datetime.date(1998, 5, 3)}
    """
    return {name: _out(name, value) for name, value in known.items()}


def stored(node: Node) -> Properties:
    """Give the properties of a node as databases have them.

    Examples
    --------
    >>> stored(Node("country:CH", ("Country", "Entity"), {"name": "Österreich"}))
    {'name': 'Österreich', 'kg_lookup': ('osterreich',)}
    """
    return {**node.properties, LOOKUP: keys_of(node)} if ENTITY in node.labels else node.properties


def from_database(known: Mapping[str, Any]) -> Properties:
    """Give the properties of a node or relationship as ours, sorted by name.

    Examples
    --------
    >>> from_database({"start": dt.date(1998, 5, 3), "names": ["CH", "Swiss"]})
    {'names': ('CH', 'Swiss'), 'start': '1998-05-03'}
    """
    return {name: _back(value) for name, value in sorted(known.items()) if name != LOOKUP}


def _out(name: str, value: object) -> object:
    if name in DAYS and isinstance(value, str):
        return _day(value)
    return list(value) if isinstance(value, tuple) else value


@lru_cache(maxsize=100_000)  # a graph has many edges of one day
def _day(value: str) -> dt.date:
    return dt.date.fromisoformat(value)


def _back(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return tuple(value) if isinstance(value, list) else value
