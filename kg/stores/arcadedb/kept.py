"""The database of a workspace: holds the saved graph, brought up to date at the cost of what differs.

`WORKSPACE/cypher/` has `database/`, `graph.jsonl` (the saved graph that it holds: a link, until the next is saved),
`manifest.json` (written last, removed first: whoever is killed leaves none) and `lock`. All of it can be deleted.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError, WorkspaceError
from kg.graph.difference import Difference, difference
from kg.graph.records import Graph
from kg.graph.vocabulary import Vocabulary
from kg.logs import Log
from kg.stores.arcadedb.databases import driver
from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.arcadedb.folder_lock import FolderLock
from kg.stores.arcadedb.loader import ArcadeDBLoader
from kg.stores.arcadedb.manifest import FILE, Manifest, file_hash, made_by
from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.cypher.store import CypherStore
from kg.stores.saved import FILE as SAVED
from kg.stores.saved import Step, read_lines

FOLDER = "cypher"
_DATABASE = "database"
_log = Log("stores")


def keep_in_step(workspace: Path, graph: Graph, vocabulary: Vocabulary, *, step: Step | None = None) -> None:
    """Bring the database of a workspace to the graph that was just saved; made anew where it can't be trusted.

    Parameters
    ----------
    workspace, graph, vocabulary
        The folder, the graph, and the labels and edge types it can have.
    step
        What led from the graph saved before to this; where the database holds that one, it needn't be read again.

    Raises
    ------
    StoreError
        It is in use, or can't be written. It is never half-done: what isn't complete isn't trusted.
    """
    folder, how = workspace / FOLDER, made_by(driver().__version__, vocabulary)
    try:
        folder.mkdir(exist_ok=True)
        lock = FolderLock.writing(folder)
        if lock is None:
            raise StoreError(f"{folder}: in use, so that Cypher doesn't know of the latest yet. Build again later")
        try:
            saved = file_hash(workspace / SAVED)
            before = _trusted(folder, how)
            if before is None or before.graph != saved:
                (folder / FILE).unlink(missing_ok=True)
                _bring(folder, _difference(folder, before, graph, step), graph, vocabulary)
                _link(workspace / SAVED, folder / SAVED)
                Manifest.of(folder / _DATABASE, graph=saved, made_by=how).write(folder)
            else:
                _log.debug("database in step")
        finally:
            lock.release()
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}. Asking by Cypher will take longer") from error


def open_kept(workspace: Path, graph: Graph, vocabulary: Vocabulary, *, is_saved: Callable[[], bool]) -> CypherStore:
    """Open a database that holds a graph, only to read: the workspace's, brought up to date, or else a passing one.

    Parameters
    ----------
    is_saved
        Whether the graph is the one that the workspace has saved now.

    Raises
    ------
    StoreError
        There is no ArcadeDB for this machine.
    """
    if is_saved():
        store = open_trusted(workspace, vocabulary)
        if store is None and os.access(workspace, os.W_OK):
            try:
                keep_in_step(workspace, graph, vocabulary)
            except StoreError:  # in use, or the disk is full: it is a projection, and can be made elsewhere
                pass
            else:
                store = open_trusted(workspace, vocabulary)
        if store is not None and is_saved():
            return store
        if store is not None:
            store.close()
    return _passing(graph, vocabulary)


def open_trusted(workspace: Path, vocabulary: Vocabulary) -> CypherStore | None:
    """Open the database of a workspace as it is, only to read; None where it doesn't hold what is saved now."""
    return _opened(workspace, vocabulary, made_by(driver().__version__, vocabulary))


def _trusted(folder: Path, how: str) -> Manifest | None:
    manifest = Manifest.read(folder)
    return manifest if manifest is not None and manifest.describes(folder / _DATABASE, how) else None


def _difference(folder: Path, before: Manifest | None, graph: Graph, step: Step | None) -> Difference | None:
    """What the database lacks; None where it has to be made anew, or that is less work."""
    try:
        if before is None or file_hash(folder / SAVED) != before.graph:
            return None
        is_known = step is not None and step.file.is_at(folder / SAVED)
        change = step.change if step and is_known else difference(read_lines(folder / SAVED), graph)
    except (OSError, WorkspaceError):
        return None
    return change if len(change) < max(1000, sum(graph.counts) // 4) else None


def _bring(folder: Path, change: Difference | None, graph: Graph, vocabulary: Vocabulary) -> None:
    database = folder / _DATABASE
    if change is None and database.exists():
        shutil.rmtree(database)
    with open_arcadedb(database, vocabulary) as store:
        store.apply(Difference(added=graph) if change is None else change)
    if change is None:
        _log.info("database rebuilt", database=str(database), nodes=len(graph.nodes), edges=len(graph.edges))
    else:
        _log.info("database changed", database=str(database), changes=len(change))


def _link(file: Path, to: Path) -> None:
    """A second name for a file that is replaced, never changed; a copy where there are no links."""
    to.unlink(missing_ok=True)
    try:
        os.link(file, to)
    except OSError:
        shutil.copyfile(file, to)


def _opened(workspace: Path, vocabulary: Vocabulary, how: str) -> CypherStore | None:
    """The workspace's database, if it holds what is saved; nobody writes to it until the store is closed."""
    folder = workspace / FOLDER
    lock = FolderLock.reading(folder)
    if lock is None:
        return None
    try:
        manifest = _trusted(folder, how)
        if manifest is not None and manifest.graph == file_hash(workspace / SAVED):
            return _to_read(folder / _DATABASE, vocabulary, lock.release)
    except (OSError, StoreError):
        pass
    lock.release()
    return None


def _passing(graph: Graph, vocabulary: Vocabulary) -> CypherStore:
    """A database that is gone when its store is closed, or this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True)
    database = Path(folder.name) / _DATABASE
    _bring(database.parent, None, graph, vocabulary)
    return _to_read(database, vocabulary, folder.cleanup)


def _to_read(database: Path, vocabulary: Vocabulary, closing: Callable[[], None]) -> CypherStore:
    return CypherStore(ArcadeDBEngine.to_read(database, closing=closing), vocabulary, loader=ArcadeDBLoader)
