"""Values that the driver gives as ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Time
from neo4j.time import Duration as TheirDuration

from kg.stores.cypher.answer import FoundNode, FoundPath, FoundRelationship
from kg.stores.cypher.temporal import Duration, temporal
from kg.stores.cypher.values import LOOKUP

_IDS = "MATCH (n) WHERE elementId(n) IN $all RETURN elementId(n) AS element, n.id AS id"


class Found:
    """Reads the rows of a query.

    Relationships know their ends only by the server's own names; those of which no row has the node are asked for.
    """

    def __init__(self, transaction: neo4j.Transaction, rows: Iterable[tuple[Any, ...]]) -> None:
        wanted = {
            end.element_id for row in rows for edge in _relationships(row) for end in edge.nodes if end is not None
        }
        self._ids = {row["element"]: row["id"] for row in transaction.run(_IDS, all=sorted(wanted))} if wanted else {}

    def read(self, value: Any) -> Any:
        """Give a value as ours."""
        if isinstance(value, list):
            return [self.read(item) for item in value]
        if isinstance(value, dict):
            return {key: self.read(item) for key, item in value.items()}
        if isinstance(value, Node):
            return FoundNode(value.get("id"), tuple(sorted(value.labels)), self._properties(value))
        if isinstance(value, Relationship):
            head, tail = (None if end is None else self._ids.get(end.element_id) for end in value.nodes)
            return FoundRelationship(value.get("id"), value.type, head, tail, self._properties(value))
        if isinstance(value, Path):
            return FoundPath(tuple(map(self.read, value.nodes)), tuple(map(self.read, value.relationships)))
        return _plain(value)

    def _properties(self, value: Node | Relationship) -> dict[str, Any]:
        return {key: self.read(item) for key, item in sorted(value.items()) if key != LOOKUP}


def _relationships(value: Any) -> Iterator[Relationship]:
    if isinstance(value, Relationship):
        yield value
    elif isinstance(value, Path):
        yield from value.relationships
    elif isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _relationships(item)


def _plain(value: Any) -> Any:
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, TheirDuration):
        return Duration(*value)
    if isinstance(value, DateTime):
        return _exact(value, "ZONED DATETIME" if value.tzinfo else "LOCAL DATETIME")
    if isinstance(value, Time):
        return _exact(value, "ZONED TIME" if value.tzinfo else "LOCAL TIME")
    if isinstance(value, Point):
        return {**dict(zip("xyz", value, strict=False)), "srid": value.srid}
    return value


def _exact(value: DateTime | Time, kind: str) -> Any:
    """The same as from the embedded database: by its ISO 8601 text, so that nothing is cut off in silence."""
    if value.nanosecond % 1000 == 0:
        moment: dt.datetime | dt.time = value.to_native()
        return _standard_zone(moment)
    return temporal(value.iso_format(), kind)


def _standard_zone(moment: dt.datetime | dt.time) -> dt.datetime | dt.time:
    """With a zone of the standard library in place of the driver's."""
    named = str(moment.tzinfo) if moment.tzinfo is not None else ""
    if isinstance(moment, dt.datetime) and "/" in named:
        return temporal(f"{moment.replace(tzinfo=None).isoformat()}{_offset(moment)}[{named}]", "ZONED DATETIME")  # type: ignore[return-value]
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=dt.timezone(offset))


def _offset(moment: dt.datetime) -> str:
    return moment.isoformat()[-6:]
