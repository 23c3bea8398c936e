"""Databases that this process has open. The engine refuses to open a folder twice, so readers of one share it."""

from __future__ import annotations

import os
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.stores.arcadedb.faults import InUseError, told
from kg.stores.store import NothingThereError

if TYPE_CHECKING:
    from types import ModuleType

    from arcadedb import Database

#: A file that every database of ArcadeDB has.
_MARK = "schema.json"
#: A file of ours, there from the begin of a first load until its database is closed: what is cut off is worth nothing.
_FIRST_LOAD = "kg-first-load"


@dataclass(slots=True)
class _Shared:
    database: Database
    readers: int


_shared: dict[Path, _Shared] = {}
_lock = threading.Lock()


def driver() -> ModuleType:
    """The driver, loaded on first use.

    Raises
    ------
    StoreError
        There is none for this machine.
    """
    # The engine says on the console what it opens and mends; it reads this once, when it is loaded.
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    try:
        import arcadedb
    except ImportError as error:
        raise StoreError(
            f"Cypher without a server needs the package arcadedb, which isn't here ({error}). `pip install arcadedb` "
            "where there is one for this machine; all else works without it"
        ) from error
    module: ModuleType = arcadedb
    return module


def exists(folder: Path) -> bool:
    """Whether a folder holds a database, whole or not."""
    return (folder / _MARK).is_file()


def open_to_write(folder: Path) -> Database:
    """Open the database of a folder for the only writer; a new one where there is none, or one half loaded.

    Raises
    ------
    StoreError
        Another is writing, or the folder holds other things.
    """
    arcadedb = driver()
    if exists(folder):
        opened = _opened(folder)
        if opened is not None:
            return opened
    _refuse_other_things(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}. Name a folder that can be written to") from error
    with told(folder):
        return arcadedb.create_database(str(folder))


def _refuse_other_things(folder: Path) -> None:
    try:
        is_free = not folder.exists() or not any(folder.iterdir())
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}. Name a new or an empty folder") from error
    if not is_free:
        raise StoreError(f"{folder}: not empty and no database of ArcadeDB. Name a new or an empty folder")


def _opened(folder: Path) -> Database | None:
    """The database of a folder; None where its first load was cut off, and it is gone now."""
    cut_off = (folder / _FIRST_LOAD).exists()
    try:
        with told(folder):
            database = driver().open_database(str(folder))
            if not cut_off:
                return database
            database.drop()
    except InUseError:
        raise
    except StoreError:
        if not cut_off:
            raise
    shutil.rmtree(folder, ignore_errors=True)
    return None


def mark_first_load(folder: Path) -> None:
    """Say that what the database holds is worth nothing, should this process be killed before it closes it."""
    (folder / _FIRST_LOAD).touch()


def open_to_read(folder: Path) -> Database:
    """Open the database of a folder without any right to change it; `close` lets go of it.

    Raises
    ------
    NothingThereError
        There is none.
    StoreError
        It is being written to, a writer was killed, or the folder holds other things.
    """
    arcadedb = driver()
    if not exists(folder):  # the engine would take any folder for an empty database
        _refuse_other_things(folder)
        raise NothingThereError(f"{folder}: there is no database of ArcadeDB in this folder")
    if (folder / _FIRST_LOAD).exists():
        raise StoreError(f"{folder}: its first load isn't finished, or was cut off. Wait, or load it again")
    key = folder.resolve()
    with _lock, told(folder):
        if key not in _shared:
            _shared[key] = _Shared(arcadedb.open_database(str(folder), read_only=True), 0)
        _shared[key].readers += 1
        return _shared[key].database


def close(folder: Path, database: Database) -> None:
    """Let go of a database; one that several read stays open until the last of them lets go."""
    key = folder.resolve()
    with _lock, told(folder):
        shared = _shared.get(key)
        if shared is not None and shared.database is database:
            shared.readers -= 1
            if shared.readers:
                return
            del _shared[key]
        database.close()
        (folder / _FIRST_LOAD).unlink(missing_ok=True)
