"""Opens a store by its URI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.stores.access import Access
from kg.stores.store import NothingThereError

if TYPE_CHECKING:
    from kg.graph.vocabulary import Vocabulary
    from kg.stores.cypher.loader import Progress
    from kg.stores.store import Store

#: Of a server; neo4j.address says the same, and isn't loaded for a URI of another kind.
_SERVERS = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
FORMS = "networkx:FILE, arcadedb:FOLDER, neo4j://HOST, neo4j+s://HOST or bolt://HOST"


def is_store(text: str) -> bool:
    """Whether a text is the URI of a store, and not the path of a workspace.

    Examples
    --------
    >>> is_store("neo4j+s://example.org"), is_store("arcadedb:graph"), is_store("my-graph"), is_store("neo4j")
    (True, True, False, False)
    """
    scheme, colon, _ = text.partition(":")
    return bool(colon) and scheme in {"networkx", "arcadedb", *_SERVERS}


def open_store(
    uri: str,
    vocabulary: Vocabulary,
    *,
    access: Access | None = None,
    progress: Progress | None = None,
    writers: int | None = None,
) -> Store:
    """Open a store to read and write.

    Parameters
    ----------
    uri
        networkx:FILE (JSON lines), arcadedb:FOLDER, or the address of a Neo4j server such as
        neo4j+s://host:7687/database. Credentials in an address are refused.
    vocabulary
        Labels and edge types of the schema.
    access
        Where a server's credentials come from.
    progress
        Is told how many nodes and edges each batch wrote.
    writers
        How many transactions write to a server side by side, two where nothing is said. The embedded engine has one.

    Raises
    ------
    StoreError
        It can't be opened; the message says why, where, and what to do.

    Examples
    --------
    >>> from kg.graph.vocabulary import Vocabulary
    >>> open_store("oracle:x", Vocabulary({}, ()))
    Traceback (most recent call last):
    kg.errors.StoreError: no store is called 'oracle:'. There are networkx:FILE, arcadedb:FOLDER, neo4j://HOST, \
neo4j+s://HOST or bolt://HOST
    """
    return _opened(uri, vocabulary, access=access, progress=progress, writers=writers, only_read=False)


def open_to_read(uri: str, vocabulary: Vocabulary, *, access: Access | None = None) -> Store:
    """Open a store only to read: nothing is made where there is nothing.

    Parameters are those of `open_store`.

    Raises
    ------
    NothingThereError
        There is no such file or folder.
    StoreError
        It can't be opened.

    Examples
    --------
    >>> from kg.graph.vocabulary import Vocabulary
    >>> open_to_read("networkx:no-such-file.jsonl", Vocabulary({}, ()))
    Traceback (most recent call last):
    kg.stores.store.NothingThereError: no-such-file.jsonl: no such file. `kg load WORKSPACE \
networkx:no-such-file.jsonl` makes one
    """
    return _opened(uri, vocabulary, access=access, progress=None, writers=None, only_read=True)


def _opened(
    uri: str,
    vocabulary: Vocabulary,
    *,
    access: Access | None,
    progress: Progress | None,
    writers: int | None,
    only_read: bool,
) -> Store:
    scheme, colon, path = uri.partition(":")
    if scheme == "networkx" and path:
        from kg.stores.networkx_file import NetworkXFile

        if only_read and not Path(path).exists():
            raise NothingThereError(f"{path}: no such file. `kg load WORKSPACE {uri}` makes one")
        return NetworkXFile(path)
    if scheme == "arcadedb" and path:
        from kg.stores.arcadedb.store import open_arcadedb

        return open_arcadedb(path, vocabulary, read_only=only_read, progress=progress)
    if scheme in _SERVERS and colon:
        from kg.stores.neo4j.opening import WRITERS, open_neo4j

        return open_neo4j(uri, vocabulary, access=access or Access(), progress=progress, writers=writers or WRITERS)
    raise StoreError(f"no store is called {f'{scheme}:' if colon else uri!r}. There are {FORMS}")
