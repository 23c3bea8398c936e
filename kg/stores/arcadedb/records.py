"""Nodes, relationships and paths of ArcadeDB as ours."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.stores.arcadedb.shapes import RECORD, Elements
from kg.stores.cypher.answer import FoundNode, FoundPath, FoundRelationship
from kg.stores.cypher.values import LOOKUP

if TYPE_CHECKING:
    from arcadedb import Database

_RID = re.compile(r"#\d+:\d+")
#: The engine makes a type of its own for nodes of several labels, and names it so.
_SEVERAL = "~"
#: The type of nodes without labels.
_NO_LABEL = "Vertex"


class Records:
    """Reads what the engine gives; it asks the database for labels, and for the ends of relationships."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ends: dict[str, tuple[str | None, str | None]] = {}

    def read(self, value: Any) -> Any:
        """Give a value with all records in it as ours."""
        if isinstance(value, list):
            return [self.read(item) for item in value]
        if isinstance(value, Elements):
            return FoundPath(tuple(map(self.read, value.nodes)), tuple(map(self.read, value.relationships)))
        if not isinstance(value, dict):
            return value
        if not all(key in value for key in RECORD):
            return {key: self.read(item) for key, item in value.items()}
        return self._record(value)

    def _record(self, value: dict[str, Any]) -> FoundNode | FoundRelationship:
        name, rid = value["@type"], str(value["@rid"])
        shown = (key for key in sorted(value) if not key.startswith("@") and key != LOOKUP)
        properties = {key: self.read(value[key]) for key in shown}
        if name in self._parents:
            return FoundNode(properties.get("id"), self._labels(name), properties)
        return FoundRelationship(properties.get("id"), name, *self._ends_of(rid), properties)

    def _ends_of(self, rid: str) -> tuple[str | None, str | None]:
        if rid not in self._ends and _RID.fullmatch(rid):
            rows = self._database.query("sql", f"SELECT @out.id AS head, @in.id AS tail FROM {rid}").to_list()
            self._ends[rid] = (rows[0]["head"], rows[0]["tail"]) if rows else (None, None)
        return self._ends.get(rid, (None, None))

    def _labels(self, name: str) -> tuple[str, ...]:
        found, left = set(), [name]
        while left:
            one = left.pop()
            found.add(one)
            left += self._parents.get(one, ())
        return tuple(sorted(label for label in found if _SEVERAL not in label and label != _NO_LABEL))

    @cached_property
    def _parents(self) -> dict[str, list[str]]:
        rows = self._database.query("sql", "SELECT name, type, parentTypes FROM schema:types").to_list()
        return {row["name"]: row["parentTypes"] or [] for row in rows if row["type"] == "vertex"}
