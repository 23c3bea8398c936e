"""The graph of these tests, in the embedded database and on a server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.engine import Neo4jEngine
from tests.cli.conftest import kg  # noqa: F401 - a fixture
from tests.cypher.graph import VOCABULARY, graph
from tests.neo4j_server.server import Server


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeDBEngine]:
    folder = tmp_path_factory.mktemp("cypher") / "database"
    store = open_arcadedb(folder, VOCABULARY)
    store.write(graph())
    store.close()
    engine = ArcadeDBEngine.to_read(folder)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def server(neo4j_running: Server) -> Iterator[Neo4jEngine]:
    neo4j_running.ready()
    neo4j_running.clear()
    engine = Neo4jEngine(address(neo4j_running.uri), Credentials(*neo4j_running.auth))
    CypherStore(engine, VOCABULARY).write(graph())
    yield engine
    engine.close()
