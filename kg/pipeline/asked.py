"""Opens a graph to be asked in Cypher: that of a workspace, or one in a store by its URI."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.vocabulary import Vocabulary, vocabulary_of
from kg.pipeline.kept_schema import kept_schema
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Asked, Question
from kg.stores.saved import load_graph
from kg.workspace.workspace import Workspace

_ARCADEDB = "arcadedb:"


def open_asked(place: str | Path, *, write: bool = False) -> Asked:
    """Open what answers questions in Cypher.

    Parameters
    ----------
    place
        A workspace's folder, or arcadedb:FOLDER.
    write
        Whether questions may write; never in a workspace.

    Raises
    ------
    WorkspaceError
        No workspace there, or it is damaged.
    StoreError
        The store can't be opened; writing to a workspace.
    """
    from kg.stores.arcadedb.engine import ArcadeDBEngine

    if str(place).startswith(_ARCADEDB):
        folder = Path(str(place).removeprefix(_ARCADEDB))
        return ArcadeDBEngine.to_write(folder) if write else ArcadeDBEngine.to_read(folder)
    if write:
        raise StoreError(
            f"{place}: a workspace's graph is made from its articles, and what a query writes there would be gone "
            "with the next `kg build`. Write to a store of your own, such as arcadedb:FOLDER"
        )
    return _WorkspaceAsked(Path(place))


class _WorkspaceAsked:
    """The graph of a workspace in a database of its own, made when it is opened."""

    def __init__(self, folder: Path) -> None:
        from kg.stores.arcadedb.engine import ArcadeDBEngine
        from kg.stores.arcadedb.store import open_arcadedb

        with Workspace.read(folder) as workspace:
            schema = kept_schema(folder)
            loaded = load_schema(schema)
            graph = load_graph(workspace) or build_graph(workspace, loaded, country_names=state_names(schema))
            words: Vocabulary = vocabulary_of(loaded)
        self._temporary = tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True)
        database = Path(self._temporary.name) / "database"
        store = open_arcadedb(database, words)
        store.write(graph)
        store.close()
        self._engine = ArcadeDBEngine.to_read(database)

    def ask(self, question: Question) -> Answer:
        """Answer a question."""
        return self._engine.ask(question)

    def close(self) -> None:
        """Let go of the database and remove it."""
        self._engine.close()
        self._temporary.cleanup()
