"""Makes docs/cypher-differences.md from what both databases do; test_parity.py compares it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import yaml

from kg.errors import KgError
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.plain_values import plain_value

FILE = Path(__file__).with_name("differences.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "cypher-differences.md"

_HEAD = """# Where the embedded database and Neo4j differ

`kg query` gives the same rows, typed alike, from both: `tests/cypher/corpus` has the queries with which that is tested.
These are the exceptions that are known. The page is made by a test from what both really do.
"""


class Asked(Protocol):
    def ask(self, question: Question) -> Answer: ...


def page(embedded: Asked, server: Asked) -> str:
    parts = [_HEAD]
    for entry in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        told = {"embedded": did(embedded, entry["query"]), "Neo4j": did(server, entry["query"])}
        lines = "\n".join(f"- {name}: {what}" for name, what in told.items())
        parts.append(f"## {entry['name']}\n\n{_block(entry['query'])}\n\n{lines}\n\n{entry['why']}\n")
        if "instead" in entry:
            both = {did(embedded, entry["instead"]), did(server, entry["instead"])}
            parts.append(f"On both, with the same answer ({', '.join(sorted(both))}):\n\n{_block(entry['instead'])}\n")
    return "\n".join(parts)


def did(asked: Asked, query: str) -> str:
    try:
        answer = asked.ask(Question(query.strip()))
    except KgError as error:
        return f"refused: “{str(error).splitlines()[0]}”"
    rows: list[Any] = [list(plain_value(dict(row)).values()) for row in answer]
    return f"`{rows}`"


def _block(query: str) -> str:
    return f"```cypher\n{query.strip()}\n```"
