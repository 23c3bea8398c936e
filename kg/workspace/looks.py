"""What addresses that are watched were like when they were looked at last, kept in the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from kg.corpus.fetched import Validators
from kg.workspace.failures import told
from kg.workspace.tables import has_table


class Looks:
    """By what each address is known again. What is missing costs one fetch."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def known(self) -> dict[str, Validators]:
        """All that was kept, by address."""
        query = "SELECT address, url, etag, modified, digest FROM looks"
        with told(self._file):
            rows = self._connection.execute(query) if has_table(self._connection, "looks") else ()
            return {address: Validators(*fields) for address, *fields in rows}

    def keep(self, seen: Mapping[str, Validators]) -> None:
        """Put these in place of what was kept of their addresses, in one transaction."""
        rows = [(address, v.url, v.etag, v.modified, v.digest) for address, v in seen.items()]
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("REPLACE INTO looks VALUES (?, ?, ?, ?, ?)", rows)
