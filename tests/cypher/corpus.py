"""The queries of tests/cypher/corpus, and answers made comparable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.stores.cypher.answer import Answer, FoundNode, FoundPath, FoundRelationship

FOLDER = Path(__file__).with_name("corpus")


@dataclass(frozen=True)
class Query:
    """A query of the corpus. `ordered`: it says in which order its rows come, ties included."""

    name: str
    query: str
    parameters: dict[str, Any] = field(default_factory=dict)
    ordered: bool = False


def queries() -> Iterator[Query]:
    for file in sorted(FOLDER.glob("*.yaml")):
        yield from (Query(**entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8")))


def comparable(answer: Answer, *, ordered: bool) -> tuple[tuple[str, ...], list[str]]:
    """Columns, and rows as text that differs where types do; sorted where their order is nobody's business."""
    rows = [repr([_sorted(row[name]) for name in answer.columns]) for row in answer]
    return answer.columns, rows if ordered else sorted(rows)


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    if isinstance(value, FoundNode):
        return "node", value.id, value.labels, _sorted(value.properties)
    if isinstance(value, FoundRelationship):
        return "edge", value.id, value.type, value.head, value.tail, _sorted(value.properties)
    if isinstance(value, FoundPath):
        return "path", _sorted(list(value.nodes)), _sorted(list(value.relationships))
    return round(value, 9) if isinstance(value, float) else value
