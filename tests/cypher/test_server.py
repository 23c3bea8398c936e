"""Questions to a Neo4j server: what may not be is refused, mistakes are at their place, limits hold."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.stores.cypher.asking import Question
from kg.stores.neo4j.engine import Neo4jEngine
from tests.cli.conftest import Kg
from tests.neo4j_server.server import Server

SLOW = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n"


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Written)",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) SET n.name = 'x' RETURN n",
        "CREATE INDEX own FOR (n:Person) ON (n.x)",
        "MATCH (n:Person) CALL (n) { CREATE (:Written) } RETURN n",
    ],
)
def test_writing_is_refused(server: Neo4jEngine, query: str) -> None:
    with pytest.raises(QueryError, match="the query writes"):
        server.ask(Question(query))


def test_writing_is_allowed_when_asked_for(server: Neo4jEngine) -> None:
    server.ask(Question("CREATE (n:Written {day: $day})", {"day": dt.date(2020, 1, 1)}, write=True))
    answer = server.ask(Question("MATCH (n:Written) RETURN n.day AS day"))
    assert [row["day"] for row in answer] == [dt.date(2020, 1, 1)]
    server.ask(Question("MATCH (n:Written) DELETE n", write=True))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("MATCH (n)\nRETUN n", "line 2, column 1: "),
        ("MATCH (n)\nRETURN ]", "line 2, column 8: "),
        ("MATCH (n)\nRETURN nope", "line 2, column 8: "),
        ("RETURN nope(1)", "line 1, column 8: "),
    ],
)
def test_a_mistake_is_shown_at_its_place(server: Neo4jEngine, query: str, place: str) -> None:
    with pytest.raises(QueryError) as raised:
        server.ask(Question(query))
    told, line, caret = str(raised.value).split("\n")
    assert told.startswith(place)
    assert "EXPLAIN" not in str(raised.value)
    assert line.strip() == query.split("\n")[-1]
    assert len(caret) - 2 == int(place.split()[-1].rstrip(":"))


def test_limits(server: Neo4jEngine) -> None:
    cut = server.ask(Question("MATCH (p:Person) RETURN p.name AS who ORDER BY who", limit=3))
    assert (len(cut), cut.cut) == (3, True)
    with pytest.raises(QueryError, match=r"no answer within 0\.5 s"):
        server.ask(Question(SLOW, timeout=0.5))


def test_parameters(server: Neo4jEngine) -> None:
    with pytest.raises(QueryError, match=r"Expected parameter\(s\): nope"):
        server.ask(Question("RETURN $nope"))
    with pytest.raises(QueryError, match="can't hold"):
        server.ask(Question("RETURN $big", {"big": 2**70}))
    with pytest.raises(QueryError, match="can't hold"):
        server.ask(Question("RETURN $odd", {"odd": object()}))
    with pytest.raises(QueryError, match="plans aren't shown"):
        server.ask(Question("PROFILE RETURN 1"))


@pytest.mark.usefixtures("server")
def test_the_command(kg: Kg, neo4j_running: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_USER", neo4j_running.auth[0])
    monkeypatch.setenv("KG_NEO4J_PASSWORD", neo4j_running.auth[1])
    ended = kg("query", neo4j_running.uri, "MATCH (p:Person {country: $of}) RETURN count(p) AS n", "--param", "of=CH")
    assert json.loads(ended.out) == [{"n": 3}]
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "wrong")
    ended = kg("query", neo4j_running.uri, "RETURN 1")
    assert ended.status == 8
    assert "wrong" not in ended.err


def test_a_file_of_lines_answers_no_cypher(kg: Kg, tmp_path: Path) -> None:
    ended = kg("query", f"networkx:{tmp_path / 'graph.jsonl'}", "RETURN 1")
    assert ended.status == 8
    assert "doesn't answer Cypher" in ended.err
