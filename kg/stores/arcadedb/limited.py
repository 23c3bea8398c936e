"""A time limit for queries. The engine has one a database, which it reads when it opens its folder."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.stores.arcadedb.databases import close, open_to_read

if TYPE_CHECKING:
    from arcadedb import Database

_SETTINGS = "configuration.json"
#: `check_reach` refuses what would read files and addresses; should something get past it, the engine refuses it too.
_NO_FILES = {"opencypher.loadCsv.allowFileUrls": False, "opencypher.loadCsv.allowRemoteUrls": False}


@contextmanager
def time_limit(folder: Path, database: Database, seconds: float | None) -> Iterator[Database]:
    """Give a database that is the same and gives up a query after some seconds.

    A thread that asks can't be left alone instead: the engine would go on, and crash the process at its end. So the
    folder is opened again, to read, under another name and with other settings; that takes some milliseconds.
    """
    if seconds is None:
        yield database
        return
    with tempfile.TemporaryDirectory(prefix="kg-") as name:
        other = Path(name)
        try:
            for file in folder.resolve().iterdir():
                if file.name != _SETTINGS:
                    (other / file.name).symlink_to(file)
        except OSError as error:
            raise QueryError(f"a time limit needs symbolic links; here are none: {error.strerror}") from error
        settings = {"configuration": {"command.timeout": max(1, round(seconds * 1000)), **_NO_FILES}}
        (other / _SETTINGS).write_text(json.dumps(settings), encoding="utf-8")
        limited = open_to_read(other)
        try:
            yield limited
        finally:
            close(other, limited)


@contextmanager
def limit_to_write(database: Database, seconds: float | None) -> Iterator[None]:
    """Let a database that is open to write give up a statement after some seconds."""
    if seconds is None:
        yield
        return
    _set(database, max(1, round(seconds * 1000)))
    try:
        yield
    finally:
        _set(database, 0)


def _set(database: Database, milliseconds: int) -> None:
    database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {milliseconds}")
