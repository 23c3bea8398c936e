"""Opens a graph to be asked in Cypher: that of a workspace, or one in a store by its URI."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg.errors import StoreError
from kg.graph.vocabulary import Vocabulary
from kg.pipeline.kept_graph import kept_graph, kept_vocabulary
from kg.stores.access import Access
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Asked, Question
from kg.stores.uri import is_store
from kg.workspace.workspace import Workspace

_ARCADEDB, _NETWORKX = "arcadedb:", "networkx:"


def open_asked(place: str | Path, *, write: bool = False, access: Access | None = None) -> Asked:
    """Open what answers questions in Cypher.

    Parameters
    ----------
    place
        A workspace's folder, arcadedb:FOLDER, or the address of a Neo4j server.
    write
        Whether questions may write; never in a workspace.
    access
        Where a server's credentials come from.

    Raises
    ------
    WorkspaceError
        No workspace there, or it is damaged.
    StoreError
        The store can't be opened; writing to a workspace.
    """
    uri = str(place)
    if uri.startswith(_NETWORKX):
        raise StoreError(f"{uri}: a file of JSON lines doesn't answer Cypher. `kg build` and arcadedb:FOLDER do")
    if uri.startswith(_ARCADEDB):
        from kg.stores.arcadedb.engine import ArcadeDBEngine

        folder = Path(uri.removeprefix(_ARCADEDB))
        return ArcadeDBEngine.to_write(folder) if write else ArcadeDBEngine.to_read(folder)
    if is_store(uri):
        from kg.stores.neo4j.opening import open_neo4j

        return open_neo4j(uri, Vocabulary({}, ()), access=access or Access())
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
            graph, words = kept_graph(workspace), kept_vocabulary(workspace)
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
