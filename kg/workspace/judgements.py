"""The judgements of a workspace, in its record beside the articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.workspace.failures import told
from kg.workspace.judgement import MACHINE, Judgement, Verdict

_COLUMNS = "id, a, b, verdict, score, reason, judge"


class Judgements:
    """What people and the machine have judged. What the machine says is replaced whole, a person's stays."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def __iter__(self) -> Iterator[Judgement]:
        """All judgements, in the order of their ids."""
        return iter(self._read("ORDER BY id"))

    def by_people(self) -> tuple[Judgement, ...]:
        """Those of people, in the order of their ids."""
        return tuple(self._read("WHERE judge != ? ORDER BY id", MACHINE))

    def put(self, judgement: Judgement) -> None:
        """Keep a judgement; one of the same kind of judge on the same pair is replaced."""
        with told(self._file), self._connection:
            self._connection.execute("REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)", _row(judgement))

    def remove(self, judgement: Judgement) -> bool:
        """Take a judgement back; whether it was there."""
        with told(self._file), self._connection:
            return self._connection.execute("DELETE FROM judgements WHERE id = ?", (judgement.id,)).rowcount > 0

    def replace_machine(self, judgements: Iterable[Judgement]) -> None:
        """Put what the machine judges now in place of all that it judged before, in one transaction."""
        rows = [_row(judgement) for judgement in judgements]
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM judgements WHERE judge = ?", (MACHINE,))
            self._connection.executemany("REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def digest(self) -> str:
        """Give what the graph depends on: the verdicts of people; "" where there are none."""
        decided = [(j.a, j.b, j.verdict.value) for j in self.by_people()]
        return json.dumps(decided) if decided else ""

    def _read(self, which: str, *values: str) -> list[Judgement]:
        with told(self._file):
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM judgements {which}", values).fetchall()
        return [
            Judgement(a, b, Verdict(verdict), score or 0.0, reason or "", judge or "person")
            for _, a, b, verdict, score, reason, judge in rows
        ]


def _row(judgement: Judgement) -> tuple[str, str, str, str, float, str, str]:
    j = judgement
    return j.id, j.a, j.b, j.verdict.value, j.score, j.reason, j.judge
