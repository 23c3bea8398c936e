"""Sketches of the articles' texts, kept in the record so that none is made twice. What is missing can be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.workspace.failures import told
from kg.workspace.tables import has_table


class Sketches:
    """What was made of the text of each article; it goes with the article, and with a version of it."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def known(self, made: str) -> Iterator[tuple[str, bytes]]:
        """Ids of articles with their sketches, of those made in this way."""
        with told(self._file):
            if has_table(self._connection, "sketches"):
                yield from self._connection.execute("SELECT article, sketch FROM sketches WHERE made = ?", (made,))

    def keep(self, made: str, sketches: Iterable[tuple[str, bytes]]) -> None:
        """Keep sketches of articles, in one transaction."""
        rows = [(article, made, sketch) for article, sketch in sketches]
        if rows:
            with told(self._file), self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany("REPLACE INTO sketches VALUES (?, ?, ?)", rows)
