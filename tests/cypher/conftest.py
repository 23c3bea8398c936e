"""The graph of these tests, in the embedded database and on the server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.arcadedb.store import open_arcadedb
from tests.cypher.graph import VOCABULARY, graph


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeDBEngine]:
    folder = tmp_path_factory.mktemp("cypher") / "database"
    store = open_arcadedb(folder, VOCABULARY)
    store.write(graph())
    store.close()
    engine = ArcadeDBEngine.to_read(folder)
    yield engine
    engine.close()
