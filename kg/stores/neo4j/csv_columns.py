"""Columns of the files for `neo4j-admin database import`: each property has one type, which the header says."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import StoreError
from kg.graph.records import Edge, Node, Value
from kg.stores.cypher.values import DAYS

_TYPES = ((bool, "boolean"), (int, "long"), (float, "double"), (str, "string"), (tuple, "string[]"))  # a bool is an int
# Tried one after the other: the importer knows no way to escape a delimiter within a list.
_DELIMITERS = (";", "|", "\x1f", "\x1e", "\x1d", "\x1c", *map(chr, range(0xE000, 0xF900)))


class _Nothing(float):
    """What the csv module writes as nothing without quotes, which is null; the importer takes "" for a text."""

    def __repr__(self) -> str:
        return ""

    __str__ = __repr__


NOTHING = _Nothing()


def columns(items: Iterable[Node | Edge]) -> dict[str, str]:
    """Give the type of each property of some nodes or edges, but for the id, in the order of names.

    Raises
    ------
    StoreError
        A property has values of two types.

    Examples
    --------
    >>> columns([Node("a", ("Date",), {"id": "a", "start": "2001-02-03", "names": ("x",), "sure": True})])
    {'names': 'string[]', 'start': 'date', 'sure': 'boolean'}
    """
    types: dict[str, str] = {}
    for item in items:
        for name, value in item.properties.items():
            kind = _type(name, value)
            if types.setdefault(name, kind) != kind:
                raise StoreError(
                    f"{item.id!r}: its {name!r} is of type {kind}, that of others {types[name]}. A column of a file "
                    "for neo4j-admin has one type; load the graph by `kg load`"
                )
    types.pop("id", None)
    return dict(sorted(types.items()))


def _type(name: str, value: Value) -> str:
    if name in DAYS and isinstance(value, str):
        return "date"
    return next(said for kind, said in _TYPES if isinstance(value, kind))


def cells(item: Node | Edge, names: Iterable[str], delimiter: str) -> list[object]:
    """Give the values of a row as the csv module is to write them.

    Raises
    ------
    StoreError
        A list has no text in it, which the importer takes for null.

    Examples
    --------
    >>> cells(Node("a", ("Date",), {"names": ("x", "y"), "n": 3, "sure": True}), ["names", "n", "sure"], ";")
    ['x;y', 3, 'true']
    """
    return [_cell(item, name, delimiter) for name in names]


def _cell(item: Node | Edge, name: str, delimiter: str) -> object:
    value = item.properties.get(name)
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, tuple):
        return value
    joined = delimiter.join(value)
    if not joined:
        raise StoreError(f"{item.id!r}: {name!r} is a list without text, which neo4j-admin drops. Load by `kg load`")
    return joined


def free_delimiter(items: Iterable[Node | Edge]) -> str:
    r"""Give a character that no text in a list has.

    Examples
    --------
    >>> free_delimiter([Node("a", ("Date",), {"names": ("x;y", "|")})])
    '\x1f'
    """
    used = {
        character
        for item in items
        for value in item.properties.values()
        if isinstance(value, tuple)
        for text in value
        for character in text
    }
    return next(one for one in _DELIMITERS if one not in used)
