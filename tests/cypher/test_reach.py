"""A query that only reads reads the graph: no file, no address; on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from arcadedb import ArcadeDBError

from kg.errors import QueryError
from kg.stores.arcadedb.engine import CYPHER, ArcadeDBEngine
from kg.stores.arcadedb.limited import time_limit
from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.cypher.asking import Question
from kg.stores.cypher.reach import check_reach
from kg.stores.neo4j.engine import Neo4jEngine
from tests.cypher.graph import VOCABULARY

LOAD = "LOAD CSV FROM $file AS l RETURN l"
BEYOND = [
    LOAD,
    "load /* x */ csv WITH HEADERS FROM $file AS l RETURN l",
    "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM $file AS l RETURN l",
    "CALL { LOAD CSV FROM $file AS l RETURN l } RETURN l",
    "RETURN COLLECT { LOAD CSV FROM $file AS l RETURN l } AS ls",
    "UNWIND [1] AS x RETURN x UNION LOAD CSV FROM $file AS x RETURN x",
]
TEXTS = [
    "CALL do.when(true, \"LOAD CSV FROM '{file}' AS l RETURN l\", '', {{}}) YIELD value RETURN value",
    "CALL apoc . `do`.when(true, \"LOAD CSV FROM '{file}' AS l RETURN l\", '', {{}}) YIELD value RETURN value",
]


@pytest.fixture
def secret(tmp_path: Path) -> str:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n")
    return file.as_uri()


@pytest.mark.parametrize("query", [*BEYOND, *TEXTS])
@pytest.mark.parametrize("timeout", [None, 10.0])
def test_the_embedded_database_reads_no_file(
    embedded: ArcadeDBEngine, secret: str, query: str, timeout: float | None
) -> None:
    query = query.format(file=secret) if query in TEXTS else query
    with pytest.raises(QueryError, match="reaches beyond the graph: only with leave to write"):
        embedded.ask(Question(query, {"file": secret}, timeout=timeout))


@pytest.mark.parametrize("query", BEYOND)
def test_a_server_is_not_asked_to_read_a_file(server: Neo4jEngine, query: str) -> None:
    with pytest.raises(QueryError, match="LOAD CSV reaches beyond the graph"):
        server.ask(Question(query, {"file": "file:///secret.csv"}))


def test_a_server_undoes_escapes_before_all_else(server: Neo4jEngine) -> None:
    with pytest.raises(QueryError, match="LOAD CSV reaches beyond the graph"):
        server.ask(Question(r"WITH 1 AS n \u004cOAD CSV FROM 'file:///secret.csv' AS l RETURN l"))


def test_under_a_time_limit_the_engine_itself_reads_no_file(embedded: ArcadeDBEngine, secret: str) -> None:
    assert embedded.database.query(CYPHER, LOAD, {"file": secret}).to_list() == [{"l": ["secret"]}]
    with time_limit(embedded.folder, embedded.database, 10) as limited, pytest.raises(ArcadeDBError, match="disabled"):
        limited.query(CYPHER, LOAD, {"file": secret}).to_list()


def test_who_may_write_may_load_files(tmp_path: Path, secret: str) -> None:
    store = open_arcadedb(tmp_path / "database", VOCABULARY)
    try:
        assert store.ask(Question(LOAD, {"file": secret}, write=True))[0]["l"] == ["secret"]
    finally:
        store.close()


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (load) WHERE load.csv = 'LOAD CSV' RETURN load.csv AS `CALL apoc.load.json()` // LOAD CSV",
        "MATCH (n:Load)-[:LOAD|CSV]-() RETURN n.load, n.csv, n.do",
        "MATCH (e:Call) RETURN date.truncate('year', e.start)",
        "CALL apoc.path.expand(1, '', '', 1, 2) YIELD path RETURN path",
    ],
)
def test_what_reads_the_graph_is_left_alone(query: str) -> None:
    check_reach(query)
