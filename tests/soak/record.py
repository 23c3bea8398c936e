"""The record of the workspace as anybody may look at it beside the writer: past kg, with SQLite alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.workspace.opening import FILE


@dataclass(frozen=True, slots=True)
class Record:
    """What is in it at the moment."""

    workspace: Path

    def ids(self) -> set[str]:
        """Ids of all articles."""
        return {row[0] for row in self._rows("SELECT id FROM articles")}

    def last(self) -> int:
        """Number of the row that was written last: another one after every article that was read."""
        return int(next(iter(self._rows("SELECT max(rowid) FROM facts")), (0,))[0] or 0)

    def _rows(self, query: str) -> list[Any]:
        """Ask; where there is no record yet, nothing."""
        try:
            with closing(sqlite3.connect(f"file:{self.workspace / FILE}?mode=ro", uri=True, timeout=5)) as connection:
                return connection.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []
