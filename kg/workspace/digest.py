"""By what it is known whether a record has changed."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from kg.workspace.failures import told
from kg.workspace.tables import has_table

_VERSIONS = "SELECT id, sha256, fingerprint FROM articles JOIN facts ON article = id ORDER BY id"
_AUTHORS = "SELECT article, author FROM authors ORDER BY article"


def digest(connection: sqlite3.Connection, file: Path, judgements: str) -> str:
    """Hash of all versions of articles and extractors, of their authors, and of the digest of the judgements."""
    whole = hashlib.sha256()
    with told(file):
        for row in connection.execute(_VERSIONS):
            whole.update("\0".join(row).encode() + b"\n")
        for row in connection.execute(_AUTHORS) if has_table(connection, "authors") else ():
            whole.update("\0".join(("author", *row)).encode() + b"\n")
    whole.update(judgements.encode())
    return whole.hexdigest()
