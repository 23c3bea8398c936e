"""All that a run leaves in a workspace but the list of runs, which holds when they were and how long they took."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace

_ROWS = "SELECT rowid, * FROM {} ORDER BY rowid"
_TABLES = ("articles", "facts", "failures", "judgements", "sketches")


def kept(workspace: Path) -> tuple[dict[str, list[tuple[object, ...]]], bytes]:
    """All rows of the record in the order in which they were written, and the bytes of the graph."""
    with Workspace.read(workspace) as record:
        record.check()
    connection = sqlite3.connect(workspace / FILE)
    rows = {table: list(connection.execute(_ROWS.format(table))) for table in _TABLES}
    connection.close()
    return rows, (workspace / "graph.jsonl").read_bytes()


def write_news(path: Path, texts: Sequence[str], *, first: int = 0) -> Path:
    """Write articles as JSON lines, with the ids 0000, 0001 …"""
    rows = ({"id": f"{number:04}", "date": "2020-01-02", "text": text} for number, text in enumerate(texts, first))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
