"""A store on the real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.graph.vocabulary import vocabulary_of
from kg.stores.cypher.loader import Loader
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.engine import PATIENCE, Neo4jEngine
from kg.stores.neo4j.opening import WRITERS
from tests.neo4j_server.server import Server
from tests.story import SCHEMA, article, meeting, signing, visit

VOCABULARY = vocabulary_of(SCHEMA)

Open = Callable[..., CypherStore]
OpenOn = Callable[..., CypherStore]


@pytest.fixture
def opened_on() -> Iterator[OpenOn]:
    """Opens stores on a server, which are closed at the end."""
    stores = []

    def opening(
        server: Server,
        *,
        progress: Callable[[int], None] | None = None,
        patience: float = PATIENCE,
        writers: int = WRITERS,
        tell: Callable[[str], object] = lambda said: None,  # noqa: ARG005
    ) -> CypherStore:
        engine = Neo4jEngine(address(server.uri), Credentials(*server.auth), patience=patience, tell=tell)
        stores.append(CypherStore(engine, VOCABULARY, progress=progress, loader=partial(Loader, writers=writers)))
        return stores[-1]

    yield opening
    for store in stores:
        store.close()


@pytest.fixture
def opened(neo4j_server: Server, opened_on: OpenOn) -> Open:
    """Opens stores on the server that is empty at the beginning."""
    return partial(opened_on, neo4j_server)


@pytest.fixture
def store(opened: Open) -> CypherStore:
    return opened()


@pytest.fixture
def graph() -> Graph:
    met = ("Mary Robinson/IE", "Kofi Annan/GH")
    one = article(
        "a", meeting(*met, when="1998-05-03", place="#Bern/CH"), meeting(*met, when="1999-06-04"), published="1999-06"
    )
    two = article("b", visit("Mary Robinson/IE", "CH"), signing("IE", "CH", when="1999-01-01/1999-01-31"))
    return build_graph([one, two], SCHEMA)
