"""Where errors of SQLite and the system become errors of the workspace: which file, why, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import WorkspaceError

_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full. Free some space and run the same command again; nothing saved is lost",
    sqlite3.SQLITE_READONLY: "it can't be written to. Check the permissions of the folder and whether the disk is "
    "mounted read-only",
    sqlite3.SQLITE_PERM: "no permission. Check the permissions of the folder",
    sqlite3.SQLITE_AUTH: "no permission. Check the permissions of the folder",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened. Check that the folder exists and its permissions",
    sqlite3.SQLITE_BUSY: "another process is using it. Wait until that one has ended",
    sqlite3.SQLITE_LOCKED: "another process is using it. Wait until that one has ended",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Put back a copy, or save what is whole by `kg rescue`",
    sqlite3.SQLITE_NOTADB: "the file is damaged, or no record of kg. Put back a copy, or try `kg rescue`",
    sqlite3.SQLITE_IOERR: "reading or writing failed. Check the disk, then run the same command again",
}


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turn what goes wrong inside into a WorkspaceError that names the file and the reason."""
    try:
        yield
    except sqlite3.Error as error:
        raise WorkspaceError(f"{file}: {_reason(error)} ({error})") from error
    except OSError as error:
        raise WorkspaceError(f"{file}: {error.strerror or error}") from error


def _reason(error: sqlite3.Error) -> str:
    # An extended code has the plain one in its low byte.
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "the record can't be used"
    return _ADVICE.get(code & 0xFF, "the record can't be used")
