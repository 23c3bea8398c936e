"""The runs that wrote to a record, those that were killed among them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

from kg.workspace.failures import told


class Runs:
    """The runs of a record; times are notes and nothing depends on them: a clock may be set back."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def begin(self, started: str) -> int:
        """Note that a run has begun at the time `started`; gives its number."""
        with told(self._file), self._connection:
            return int(self._connection.execute("INSERT INTO runs (started) VALUES (?)", (started,)).lastrowid or 0)

    def finish(self, run: int, *, finished: str, report: str) -> None:
        """Note when a run ended and its report (JSON)."""
        with told(self._file), self._connection:
            self._connection.execute("UPDATE runs SET finished = ?, report = ? WHERE id = ?", (finished, report, run))

    def all(self) -> list[tuple[int, str, str | None, str | None]]:
        """All runs: number, started, finished, report; one that was killed has no end."""
        with told(self._file):
            return list(self._connection.execute("SELECT id, started, finished, report FROM runs ORDER BY id"))


def now() -> str:
    """Give the present time as runs note it, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
