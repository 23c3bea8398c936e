"""The inputs that could not be read, and why, until they can."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.corpus.storable import storable
from kg.workspace.failures import told


class FailedInputs:
    """Inputs of a record that could not be read, by where they came from."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def note(self, origin: str, reason: str) -> None:
        """Note that an input could not be read; the latest reason of an origin stays."""
        with told(self._file), self._connection:
            self._connection.execute("REPLACE INTO failures VALUES (?, ?)", (storable(origin), storable(reason)))

    def forget(self, origins: Iterable[str]) -> None:
        """Take back what was noted of these inputs: they could be read now."""
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            one_by_one = ((storable(origin),) for origin in origins)
            self._connection.executemany("DELETE FROM failures WHERE origin = ?", one_by_one)

    def all(self) -> list[tuple[str, str]]:
        """Origins and reasons of all inputs that could not be read and have not been since."""
        with told(self._file):
            return list(self._connection.execute("SELECT origin, reason FROM failures ORDER BY origin"))
