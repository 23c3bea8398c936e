"""What cells look like, so that the engine can be asked for the types of those that may be dates or paths.

The engine gives a date that a query picks out, and every path, as text. Asked in Cypher, it knows what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from kg.stores.cypher.temporal import looks_temporal, temporal

RECORD = ("@rid", "@type")
_PATH = re.compile(r"\(#\d+:\d+\)(?:<?-\[#\d+:\d+\]->?\(#\d+:\d+\))*")
_NOT_NULL = " NOT NULL"


@dataclass(slots=True)
class Shape:
    """What was seen at one place of the cells of a column."""

    times: bool = False
    paths: bool = False
    items: Shape | None = None
    fields: dict[str, Shape] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether anything in it may be other than it looks."""
        inner = [*self.fields.values(), *([self.items] if self.items else [])]
        return self.times or self.paths or any(shape.is_open for shape in inner)

    def see(self, value: Any) -> None:
        """Take another value into account."""
        if isinstance(value, str):
            self.times = self.times or looks_temporal(value)
            self.paths = self.paths or _PATH.fullmatch(value) is not None
        elif isinstance(value, list):
            self.items = self.items or Shape()
            for item in value:
                self.items.see(item)
        elif isinstance(value, dict) and not all(key in value for key in RECORD):
            for key, item in value.items():
                self.fields.setdefault(key, Shape()).see(item)


class Types:
    """Expressions that ask for the types of cells, and the parameters that they need."""

    def __init__(self, prefix: str) -> None:
        self.parameters: dict[str, str] = {}
        self._prefix = prefix
        self._numbers = count()

    def expression(self, shape: Shape, value: str) -> str:
        """Ask for the types of a value; where it is a list or map, for those of what is in it that may be dates."""
        if not shape.is_open:
            return "null"
        cases = []
        if shape.paths:
            cases.append(("PATH", f"[nodes({value}), relationships({value})]"))
        if shape.items is not None and shape.items.is_open:
            item = self._name()
            cases.append(("LIST", f"[{item} IN {value} | {self.expression(shape.items, item)}]"))
        if any(inner.is_open for inner in shape.fields.values()):
            parts = ", ".join(self.expression(inner, self._field(value, key)) for key, inner in _sorted(shape))
            cases.append(("MAP", f"[{parts}]"))
        kind = f"valueType({value})"
        whens = " ".join(f"WHEN {kind} STARTS WITH '{name}' THEN {then}" for name, then in cases)
        return f"CASE {whens} ELSE {kind} END" if cases else kind

    def _field(self, value: str, key: str) -> str:
        name = self._name()
        self.parameters[name] = key
        return f"{value}[${name}]"

    def _name(self) -> str:
        return f"{self._prefix}{next(self._numbers)}"


def restored(value: Any, kind: Any, shape: Shape) -> Any:
    """Give a value with dates as dates; a path as its nodes and relationships, see `is_path`."""
    if kind is None or not shape.is_open:
        return value
    if isinstance(value, str):
        if isinstance(kind, list):
            return Elements(*kind)
        return temporal(value, kind.removesuffix(_NOT_NULL)) if isinstance(kind, str) else value
    if isinstance(value, list) and isinstance(kind, list) and shape.items is not None:
        return [restored(item, inner, shape.items) for item, inner in zip(value, kind, strict=False)]
    if isinstance(value, dict) and isinstance(kind, list):
        inner = dict(zip((key for key, _ in _sorted(shape)), kind, strict=False))
        return {
            key: restored(item, inner.get(key), shape.fields[key]) if key in inner else item
            for key, item in value.items()
        }
    return value


@dataclass(frozen=True, slots=True)
class Elements:
    """The nodes and relationships of a path, as the engine gives them."""

    nodes: list[Any]
    relationships: list[Any]


def _sorted(shape: Shape) -> Iterator[tuple[str, Shape]]:
    return iter(sorted(shape.fields.items()))
