"""Every store, empty: what is tested with the fixture `store` holds for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.engine import Neo4jEngine
from kg.stores.networkx_file import NetworkXFile
from kg.stores.networkx_store import NetworkXStore
from kg.stores.store import Store
from tests.neo4j_server.server import Server
from tests.stores.random_graphs import VOCABULARY

OPENERS: dict[str, Callable[[Path], Store]] = {
    "networkx": lambda _: NetworkXStore(),
    "networkx file": lambda folder: NetworkXFile(folder / "graph.jsonl"),
    "arcadedb": lambda folder: open_arcadedb(folder / "database", VOCABULARY),
}


@pytest.fixture(params=(*OPENERS, "neo4j"))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path) if request.param in OPENERS else _on_server(request)
    yield opened
    opened.close()


def _on_server(request: pytest.FixtureRequest) -> Store:
    server: Server = request.getfixturevalue("neo4j_server")
    return CypherStore(Neo4jEngine(address(server.uri), Credentials(*server.auth)), VOCABULARY)
