"""Many readers or one writer of a folder, also from several processes; the system frees what a killed one held."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

# Locks of SQLite on an empty file are the same on every system, and between the threads of one process.
_TAKE = {"writing": "BEGIN EXCLUSIVE", "reading": "SELECT count(*) FROM sqlite_master"}


class FolderLock:
    """A lock that is held until it is released.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     one, two = FolderLock.reading(Path(folder)), FolderLock.reading(Path(folder))
    ...     third = FolderLock.writing(Path(folder))
    ...     one is None, two is None, third is None
    (True, True, False)
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def reading(cls, folder: Path) -> FolderLock | None:
        """Take the lock beside other readers; None where somebody writes, or nobody ever wrote."""
        return cls._taken(folder, "reading", "mode=ro")

    @classmethod
    def writing(cls, folder: Path) -> FolderLock | None:
        """Take the lock for the only writer; None where others have it, or the folder can't be written to."""
        return cls._taken(folder, "writing", "mode=rwc")

    @classmethod
    def _taken(cls, folder: Path, how: str, mode: str) -> FolderLock | None:
        try:
            uri = f"file:{quote(str((folder / 'lock').absolute()))}?{mode}"
            connection = sqlite3.connect(uri, uri=True, timeout=0.2, isolation_level=None, check_same_thread=False)
        except sqlite3.Error:
            return None
        try:
            if how == "reading":
                connection.execute("BEGIN")
            connection.execute(_TAKE[how]).fetchall()
        except sqlite3.Error:
            connection.close()
            return None
        return cls(connection)

    def release(self) -> None:
        """Let others take it."""
        self._connection.close()
