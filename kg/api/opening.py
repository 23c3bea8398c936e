"""`kg.open`: the graph of a workspace or of a store, opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.graph import Graph
from kg.stores.access import Access
from kg.stores.networkx_store import NetworkXStore
from kg.stores.saved import load_saved
from kg.stores.uri import is_store, open_to_read
from kg.workspace.workspace import Workspace

if TYPE_CHECKING:
    from kg.graph.records import Graph as Records
    from kg.stores.store import Store


def open(  # noqa: A001 - `kg.open` reads like `gzip.open`
    path: str | Path, *, schema: str | Path | None = None, credentials: str | Path | None = None
) -> Graph:
    """Open the graph of a workspace, or of a store.

    Parameters
    ----------
    path
        The folder that `kg build` or `kg.build` made, or the URI of a store that `kg load` filled, such as
        neo4j+s://host.
    schema
        Of a store: the folder of schemas with which its graph was made; None: those that ship with kg.
    credentials
        Of a server: a file with user and password; None: the environment says it.

    Raises
    ------
    WorkspaceError
        There is no workspace, it is damaged, or of a newer kg.
    StoreError
        The store can't be opened.

    Examples
    --------
    >>> import kg
    >>> kg.open("no-such-folder")
    Traceback (most recent call last):
    kg.errors.WorkspaceError: no-such-folder: no such folder. `kg build INPUT --into no-such-folder` makes one
    """
    return opened(path, schema=schema, access=Access(Path(credentials) if credentials else None))


def opened(path: str | Path, *, schema: str | Path | None = None, access: Access) -> Graph:
    """Open as `open` does, with credentials from wherever they come."""
    if is_store(str(path)):
        store = _store(str(path), schema, access)
        return Graph(str(path), store, schema=Path(schema) if schema else None)
    folder = Path(path)
    with Workspace.read(folder) as workspace:
        file, graph = load_saved(workspace)
        return Graph(folder, NetworkXStore(graph or _made_anew(workspace)), file)


def _store(uri: str, schema: str | Path | None, access: Access) -> Store:
    """Open a store. The schema says which labels and types of edges its graph can have."""
    from kg.graph.vocabulary import vocabulary_of
    from kg.schema.loader import load_schema

    return open_to_read(uri, vocabulary_of(load_schema(Path(schema) if schema else None)), access=access)


def _made_anew(workspace: Workspace) -> Records:
    """Make the graph from the record. The schema is loaded for that only: most questions find a saved graph."""
    from kg.pipeline.kept_graph import made_anew

    return made_anew(workspace)
