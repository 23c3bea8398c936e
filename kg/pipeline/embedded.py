"""The database in a workspace that answers Cypher. It follows the saved graph; where it can't, nothing else fails."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.graph.records import Graph
from kg.graph.vocabulary import vocabulary_of
from kg.logs import Log
from kg.pipeline.kept_schema import kept_schema
from kg.schema.loader import load_schema
from kg.schema.types import Schema
from kg.stores.saved import SavedFile, Step

if TYPE_CHECKING:
    from kg.stores.cypher.store import CypherStore

_log = Log("pipeline")


def keep_embedded(workspace: Path, graph: Graph, schema: Schema, *, step: Step | None = None) -> str | None:
    """Bring the database to the graph that was just saved; gives what to tell people where that failed.

    Where there is no ArcadeDB for this machine, nothing is done: whoever asks by Cypher is told.
    """
    if find_spec("arcadedb") is None:
        return None
    from kg.stores.arcadedb.kept import keep_in_step

    try:
        keep_in_step(workspace, graph, vocabulary_of(schema), step=step)
    except StoreError as error:
        _log.warning("database behind", reason=str(error))
        return str(error)
    return None


def opened(workspace: Path, graph: Graph, saved: SavedFile | None) -> CypherStore:
    """Open a database with a graph of a workspace, only to read.

    Parameters
    ----------
    saved
        The file that the graph was read from; None: it was made from the record.

    Raises
    ------
    StoreError
        There is no ArcadeDB for this machine.
    """
    from kg.stores.arcadedb.kept import open_kept

    vocabulary = vocabulary_of(load_schema(kept_schema(workspace)))
    return open_kept(workspace, graph, vocabulary, is_saved=lambda: saved is not None and saved.is_there())
