"""Opens a graph on a Neo4j server, with the credentials that are found."""

from __future__ import annotations

import os
from functools import partial

from kg.errors import StoreError
from kg.graph.vocabulary import Vocabulary
from kg.stores.access import Access
from kg.stores.cypher.loader import Loader, Progress
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j.address import Address, address
from kg.stores.neo4j.credentials import PASSWORD, Credentials, credentials
from kg.stores.neo4j.engine import Neo4jEngine
from kg.stores.neo4j.faults import RefusedError

#: Two writers keep two cores of a server busy; a larger server takes more.
WRITERS = 2


def open_neo4j(
    uri: str,
    vocabulary: Vocabulary,
    *,
    access: Access,
    progress: Progress | None = None,
    writers: int = WRITERS,
) -> CypherStore:
    """Open the graph on a server.

    A database in the address goes before one that NEO4J_DATABASE names; without either it is the user's home.

    Raises
    ------
    StoreError
        No server there, credentials refused or missing, no such database, or credentials in the address.
    """
    place = address(uri)
    if place.database is None:
        place = Address(place.uri, os.environ.get("NEO4J_DATABASE") or None)
    return CypherStore(_engine(place, access), vocabulary, progress=progress, loader=partial(Loader, writers=writers))


def _engine(place: Address, access: Access) -> Neo4jEngine:
    found = credentials(access.credentials, os.environ, warn=access.warn)
    if found is not None:
        return Neo4jEngine(place, found, tell=access.tell)
    try:
        return Neo4jEngine(place, None, tell=access.tell)  # there are servers that want none
    except RefusedError:
        asked = access.ask(str(place))
        if asked is None:
            raise StoreError(
                f"{place}: the server wants a user and a password. Set KG_NEO4J_USER and {PASSWORD[0]}, "
                "or name a file with them in KG_NEO4J_CREDENTIALS"
            ) from None
    return Neo4jEngine(place, Credentials(*asked), tell=access.tell)
