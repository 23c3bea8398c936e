"""Opens a graph to be asked in Cypher: that of a workspace, or one in a store by its URI."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.graph.vocabulary import Vocabulary
from kg.pipeline.embedded import opened
from kg.pipeline.kept_graph import made_anew
from kg.stores.access import Access
from kg.stores.cypher.asking import Asked
from kg.stores.saved import load_saved
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
    return _workspace(Path(place))


def _workspace(folder: Path) -> Asked:
    """The database that a workspace keeps, or a passing one with its graph."""
    with Workspace.read(folder) as workspace:
        file, graph = load_saved(workspace)
        graph = graph or made_anew(workspace)
    return opened(folder, graph, file)
