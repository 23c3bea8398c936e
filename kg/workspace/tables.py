"""The tables of a record, and how a file is known as one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kg.errors import WorkspaceError

APPLICATION_ID = 0x6B675F31  # "kg_1" in ASCII: tells a record from any other SQLite file
FORMAT = 1

_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    published TEXT, url TEXT, language TEXT NOT NULL, origin TEXT NOT NULL
) STRICT;
CREATE TABLE facts (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, fingerprint TEXT NOT NULL, json BLOB NOT NULL
) STRICT;
CREATE TABLE failures (origin TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, report TEXT) STRICT;
CREATE TABLE judgements (
    id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL, score REAL, reason TEXT, judge TEXT
) STRICT;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
COMMIT;
"""

# What is beside the format: a record without it is whole, and an older kg that opens it passes these over.
_DERIVED = (
    """
    CREATE TABLE IF NOT EXISTS authors (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, author TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE IF NOT EXISTS sketches (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, made TEXT NOT NULL, sketch BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE IF NOT EXISTS seals (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, seal BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # What was read of documents, by their hashes: `content` as of `kg.corpus.once.Mark`.
    """
    CREATE TABLE IF NOT EXISTS documents (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        document BLOB NOT NULL UNIQUE, content BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # Those that gave no article of the record; of theirs not even the id is kept, only its hash.
    """
    CREATE TABLE IF NOT EXISTS set_aside (
        id BLOB PRIMARY KEY, document BLOB NOT NULL UNIQUE, content BLOB NOT NULL, language TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS looks (
        address TEXT PRIMARY KEY, url TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, digest TEXT NOT NULL
    ) STRICT
    """,
    # How often something was retracted: who looked before that looks again. What it was is kept nowhere.
    "CREATE TABLE IF NOT EXISTS retractions (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT",
)


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a new record, all or none."""
    connection.executescript(_TABLES)


def make_derived_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of what is derived, where there are none."""
    for table in _DERIVED:
        connection.execute(table)


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a table is there: a record of an earlier kg, open only to read, may lack one that is derived."""
    there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(there, (name,)).fetchone() is not None


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a file has no table yet: new, or its making was cut off."""
    [(count,)] = connection.execute("SELECT count(*) FROM sqlite_master")
    return bool(count == 0)


def check_format(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse a file that is no record, or one of another format.

    Raises
    ------
    WorkspaceError
        With the version found and what to do.
    """
    [(application,)] = connection.execute("PRAGMA application_id")
    [(version,)] = connection.execute("PRAGMA user_version")
    if application != APPLICATION_ID:
        raise WorkspaceError(f"{file}: a database, but no record of kg. Name the folder of a workspace")
    if version > FORMAT:
        raise WorkspaceError(
            f"{file}: written by a newer kg (format {version}; this one knows up to {FORMAT}). Upgrade kg to open it"
        )
    if version < FORMAT:
        raise WorkspaceError(f"{file}: of a format that this kg no longer reads ({version}). Build into a new folder")
