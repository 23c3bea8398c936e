"""Opening the record of a folder: what is refused, how it is locked, how SQLite is set."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from kg.errors import BusyError, WorkspaceError
from kg.workspace.failures import told
from kg.workspace.tables import check_format, is_blank, make_derived_tables, make_tables

FILE = "record.sqlite"
LOCK = "writer.lock"
_AGAIN = 0.2  # seconds until another writer is asked for again


class Writing:
    """The right to write to a folder. The system takes it back when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        # A transaction on an empty SQLite file serves as a lock that is the same on every system.
        self._connection = _connect(folder / LOCK, "mode=rwc")
        try:
            with told(folder / LOCK):
                self._connection.execute("BEGIN EXCLUSIVE")
        except WorkspaceError as error:
            self._connection.close()
            if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise BusyError(
                    f"{folder}: another process is writing to this workspace. Wait until it has ended, or name another"
                ) from error
            raise

    def close(self) -> None:
        """Give the right back."""
        self._connection.close()


def is_being_written(folder: Path) -> bool:
    """Whether a process has the right to write to a folder now."""
    try:
        connection = _connect(folder / LOCK, "mode=ro")
    except WorkspaceError:  # nobody ever wrote, or it may not be looked at
        return False
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    finally:
        connection.close()
    return False


def open_to_write(folder: Path, *, create: bool, patience: float = 0.0) -> tuple[sqlite3.Connection, Writing]:
    """Open the record of a folder for the only writer, making it first where `create` says so.

    Another writer is waited for up to `patience` seconds.
    """
    file = folder / FILE
    with told(folder):
        _check_folder(folder, create=create)
        if not file.exists():
            folder.mkdir(parents=True, exist_ok=True)
    _check_writable(folder)
    lock = _right_to_write(folder, patience)
    try:
        with told(file):
            return _opened(file, create=create), lock
    except BaseException:
        lock.close()
        raise


def _right_to_write(folder: Path, patience: float) -> Writing:
    deadline = time.monotonic() + patience
    while True:
        try:
            return Writing(folder)
        except BusyError:
            if time.monotonic() >= deadline:
                raise
        time.sleep(_AGAIN)


def open_to_read(folder: Path) -> sqlite3.Connection:
    """Open the record of a folder without any right to change it."""
    file = folder / FILE
    with told(folder):
        _check_folder(folder, create=False)
    with told(file):
        # A log beside the record can only be read where its index can be made; with no log, the file is all there is.
        alone = not file.with_name(f"{FILE}-wal").exists() and not os.access(folder, os.W_OK)
        connection = _connect(file, "immutable=1" if alone else "mode=ro")
        try:
            if is_blank(connection):
                raise WorkspaceError(f"{file}: empty: its making was cut off. Run `kg build` into the folder again")
            check_format(connection, file)
        except BaseException:
            connection.close()
            raise
        return connection


def _opened(file: Path, *, create: bool) -> sqlite3.Connection:
    connection = _connect(file, "mode=rwc" if create else "mode=rw")
    try:
        if is_blank(connection):
            # Also where an earlier run was killed before the tables were there.
            connection.execute("PRAGMA journal_mode = WAL")
            make_tables(connection)
        check_format(connection, file)
        connection.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing that was committed. When the power fails, the last articles may be missing,
        # never damaged, and the next run reads them again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        # What is replaced or retracted is overwritten: it is gone, and no rescue takes it for something that is there.
        connection.execute("PRAGMA secure_delete = ON")
        make_derived_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(file: Path, parameters: str) -> sqlite3.Connection:
    with told(file):
        uri = f"file:{quote(str(file.absolute()))}?{parameters}"
        return sqlite3.connect(uri, uri=True, timeout=0.2, isolation_level=None, check_same_thread=False)


def _check_folder(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise WorkspaceError(f"{folder}: a file, not a workspace. Name a folder")
    if (folder / FILE).exists():
        return
    if not create:
        what = f"no workspace: there is no {FILE} in it" if folder.exists() else "no such folder"
        raise WorkspaceError(f"{folder}: {what}. `kg build INPUT --into {folder}` makes one")
    # A writer killed while it took the lock leaves the lock's journal too.
    strange = sorted(p.name for p in folder.iterdir() if not p.name.startswith(LOCK)) if folder.exists() else []
    if strange:
        raise WorkspaceError(
            f"{folder}: not empty and no workspace (it holds {strange[0]!r}). Name a new or an empty folder"
        )


def _check_writable(folder: Path) -> None:
    for path in (folder, folder / FILE):
        if path.exists() and not os.access(path, os.W_OK):
            raise WorkspaceError(
                f"{path}: it can't be written to. Check its permissions and whether the disk is mounted read-only"
            )
