"""Values of an answer as JSON has them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from kg.stores.cypher.answer import FoundNode, FoundPath, FoundRelationship
from kg.stores.cypher.temporal import Duration


def plain_value(value: Any) -> Any:
    """Give a value with dates as ISO 8601 text, and nodes, relationships and paths as maps.

    Examples
    --------
    >>> plain_value([dt.date(1998, 5, 3), Duration(months=1)])
    ['1998-05-03', 'P1M']
    """
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, FoundNode):
        return {"id": value.id, "labels": list(value.labels), "properties": plain_value(value.properties)}
    if isinstance(value, FoundRelationship):
        ends = {"id": value.id, "type": value.type, "head": value.head, "tail": value.tail}
        return {**ends, "properties": plain_value(value.properties)}
    if isinstance(value, FoundPath):
        return {"nodes": plain_value(value.nodes), "relationships": plain_value(value.relationships)}
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Duration) or (isinstance(value, float) and not math.isfinite(value)):
        return str(value)  # JSON has no infinity
    return value
