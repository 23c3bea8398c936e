"""What a record holds, counted by the database itself: no facts are read into memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kg.workspace.judgement import MACHINE


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run of the record: when, and what it came to; one that was cut off has no end."""

    number: int
    started: str
    finished: str | None
    seconds: float | None
    read: int | None

    @property
    def articles_per_second(self) -> float | None:
        """Inputs read a second, over the whole run."""
        return self.read / self.seconds if self.seconds and self.read is not None else None


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """Numbers of a record.

    `first` and `last` are the publication dates that it spans, as they are known. `extractors` counts articles by the
    name of what extracted their facts, `rejected` the candidates not kept by reason, `judgements` those of people and
    of the machine by verdict, `failures` the inputs that could not be read and have not been since.
    """

    articles: int
    first: str | None
    last: str | None
    undated: int
    languages: Mapping[str, int]
    extractors: Mapping[str, int]
    rejected: Mapping[str, int]
    judgements: Mapping[str, Mapping[str, int]]
    failures: int
    runs: int
    unfinished: int
    seconds: float
    last_run: RunSummary | None


def counted(connection: sqlite3.Connection) -> RecordCounts:
    """Count what a record holds, at one moment even while another process writes."""
    connection.execute("BEGIN")
    try:
        return _counted(connection)
    finally:
        connection.execute("ROLLBACK")


def _counted(connection: sqlite3.Connection) -> RecordCounts:
    [(articles, first, last, undated)] = connection.execute(_ABOUT)
    [(failures,)] = connection.execute("SELECT count(*) FROM failures")
    of_runs = "SELECT count(*), count(*) - count(finished), total(json_extract(report, '$.seconds')) FROM runs"
    [(runs, unfinished, seconds)] = connection.execute(of_runs)
    return RecordCounts(
        articles=articles,
        first=first,
        last=last,
        undated=undated,
        languages=_grouped(connection, "SELECT language, count(*) FROM articles GROUP BY 1"),
        extractors=_grouped(connection, "SELECT fingerprint, count(*) FROM facts GROUP BY 1"),
        rejected=_grouped(connection, _REJECTED),
        judgements=_judgements(connection),
        failures=failures,
        runs=runs,
        unfinished=unfinished,
        seconds=seconds,
        last_run=_last_run(connection),
    )


# Many an article tells its day in its text alone, and its facts hold it.
_ABOUT = """
SELECT count(*), min(day), max(day), count(*) - count(day) FROM (
    SELECT coalesce(published, (
        SELECT json_extract(CAST(json AS TEXT), '$.published') FROM facts WHERE article = articles.id
    )) AS day FROM articles
)
"""
# The column is BLOB, and SQLite takes a BLOB for its own binary form of JSON.
_REJECTED = """
SELECT json_extract(found.value, '$.reason'), count(*)
FROM facts, json_each(CAST(facts.json AS TEXT), '$.rejected') AS found GROUP BY 1
"""
_LAST_RUN = """
SELECT id, started, finished, json_extract(report, '$.seconds'), json_extract(report, '$.read')
FROM runs ORDER BY id DESC LIMIT 1
"""


def _grouped(connection: sqlite3.Connection, query: str) -> dict[str, int]:
    """Give the counts of a query, the greatest first."""
    return dict(sorted(connection.execute(query), key=lambda row: (-row[1], row[0])))


def _judgements(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {"people": {}, "machine": {}}
    query = "SELECT judge = ?, verdict, count(*) FROM judgements GROUP BY 1, 2 ORDER BY 1, 2"
    for is_machine, verdict, count in connection.execute(query, (MACHINE,)):
        found["machine" if is_machine else "people"][verdict] = count
    return found


def _last_run(connection: sqlite3.Connection) -> RunSummary | None:
    row = connection.execute(_LAST_RUN).fetchone()
    return None if row is None else RunSummary(*row)
