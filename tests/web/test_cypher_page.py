"""The Cypher page: rows, downloads, mistakes, limits; nothing is written."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.web.cypher import CypherDesk
from kg.web.examples import EXAMPLES
from kg.web.limits import Limits
from tests.story import article, meeting
from tests.web.conftest import ANN, DAN, Explore, write

WRITING = [
    "CREATE (n:Person {id: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Person) SET n.name = 'x' RETURN n",
    "MATCH (n:Person) REMOVE n.name RETURN n",
    "MERGE (n:Person {id: 'x'}) RETURN n",
    "MATCH (n:Person) WITH n CREATE (n)-[:X]->(n) RETURN n",
    "UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Z))",
    "CREATE INDEX FOR (n:Person) ON (n.name)",
    "DROP INDEX x",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL db.createLabel('x')",
]


def test_rows_lead_to_pages(client: TestClient) -> None:
    query = "MATCH (p:Person {name: $n})-[:PARTICIPATES_IN]->(e:Event) RETURN p, e, e.start AS day ORDER BY day"
    page = client.get("/cypher", params={"q": query, "p": '{"n": "Ann Adams"}'}).text
    assert "4 rows" in page
    assert '<a href="/actor/person:' in page
    assert '<a href="/event/event:' in page
    assert "2015-04-11" in page


def test_the_examples_run(client: TestClient) -> None:
    for example in EXAMPLES:
        answer = client.get("/cypher", params={"q": example.query, "p": example.parameters})
        assert answer.status_code == 200, example.asks
        assert "To begin with" in answer.text


def test_nothing_is_written(client: TestClient) -> None:
    count = client.get("/cypher/answer.json", params={"q": "MATCH (n) RETURN count(n) AS n"}).json()
    for query in WRITING:
        assert client.get("/cypher", params={"q": query}).status_code == 400, query
        assert client.get("/cypher/answer.csv", params={"q": query}).status_code == 400, query
    assert client.get("/cypher/answer.json", params={"q": "MATCH (n) RETURN count(n) AS n"}).json() == count


def test_a_mistake_is_shown_at_its_place(client: TestClient) -> None:
    answer = client.get("/cypher", params={"q": "MATCH (a)\nRETURN b"})
    assert answer.status_code == 400
    assert "line 2, column 8" in answer.text
    for wrong in ("[1]", "{", "1", '{"a": ' * 900):
        assert client.get("/cypher", params={"q": "RETURN 1", "p": wrong}).status_code == 400


def test_rows_are_limited(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, limits=Limits(rows=3))
    page = client.get("/cypher", params={"q": "UNWIND range(1, 1000000) AS n RETURN n"}).text
    assert "3 rows, and there are more" in page


def test_a_query_that_never_ends_is_given_up(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, limits=Limits(seconds=0.5))
    began = time.monotonic()
    query = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a = -b RETURN count(*)"
    answer = client.get("/cypher", params={"q": query})
    assert (answer.status_code, "no answer within 0.5 s" in answer.text) == (400, True)
    assert time.monotonic() - began < 60  # far from the hours that it would take
    assert client.get("/cypher", params={"q": "RETURN 1 AS one"}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        # The database looks at its clock between rows, and these have but one.
        "RETURN reduce(a = 0, x IN range(1, 60000) | a + reduce(b = 0, y IN range(1, 60000) | b + y)) AS n",
        "RETURN reduce(s = 'x', i IN range(1, 60) | s + s) AS s",
    ],
)
def test_a_row_that_never_ends_is_given_up_too(explore: Explore, workspace: Path, query: str) -> None:
    client = explore(workspace, limits=Limits(seconds=0.5, threads=1))
    assert client.get("/cypher", params={"q": query}).status_code == 400
    # Nothing goes on: neither the only thread nor the process.
    assert client.get("/actors").status_code == 200
    assert client.get("/cypher/answer.json", params={"q": "RETURN 1 AS one"}).json() == [{"one": 1}]


def test_a_large_answer_is_none(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, limits=Limits(answer=10_000))
    answer = client.get("/cypher", params={"q": "RETURN reduce(s = 'x', i IN range(1, 16) | s + s) AS s"})
    assert (answer.status_code, "more than 10,000 bytes" in answer.text) == (400, True)


def test_parameters_of_any_name_and_depth_are_taken_or_refused(client: TestClient) -> None:
    given = {"q": "RETURN $timeout_ AS a, $query AS b", "p": '{"timeout_": 1e9, "limit_": 9, "query": 2}'}
    assert client.get("/cypher/answer.json", params=given).json() == [{"a": 1e9, "b": 2}]
    deep = f'{{"a": {"[" * 900}{"]" * 900}}}'
    assert client.get("/cypher", params={"q": "RETURN $a AS a", "p": deep}).status_code == 400


class TestDownload:
    def test_csv_and_json_have_the_rows(self, client: TestClient) -> None:
        query = {
            "q": "MATCH (p:Person) WHERE p.name ENDS WITH 'Adams' RETURN p.name AS name, p.names AS l ORDER BY name"
        }
        answer = client.get("/cypher/answer.csv", params=query)
        assert answer.headers["content-disposition"] == 'attachment; filename="answer.csv"'
        assert answer.headers["content-type"].startswith("text/csv")
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert rows[:2] == [["name", "l"], ["Ann Adams", '["Ann Adams"]']]
        assert client.get("/cypher/answer.json", params=query).json()[1]["name"] == "Bob Adams"

    def test_no_cell_is_a_formula(self, client: TestClient) -> None:
        query = "RETURN '=cmd()' AS a, '@x' AS b, -1 AS c, '+1' AS `=d`"
        rows = list(csv.reader(io.StringIO(client.get("/cypher/answer.csv", params={"q": query}).text)))
        assert rows == [["a", "b", "c", "'=d"], ["'=cmd()", "'@x", "-1", "'+1"]]

    def test_other_forms_and_no_query_are_none(self, client: TestClient) -> None:
        assert client.get("/cypher/answer.exe", params={"q": "RETURN 1"}).status_code == 404
        assert client.get("/cypher/answer.csv").status_code == 403


def test_a_link_of_another_site_runs_nothing(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    page = client.get("/cypher", params={"q": "RETURN 'it ran' AS x"}, headers=headers).text
    assert "Read it, then run it" in page
    assert "<td>it ran</td>" not in page
    answer = client.get("/cypher/answer.csv", params={"q": "RETURN 1"}, headers=headers)
    assert answer.status_code == 403


def test_a_file_of_lines_answers_no_cypher_and_says_so(explore: Explore, lines: str) -> None:
    answer = explore(lines).get("/cypher", params={"q": "RETURN 1"})
    assert answer.status_code == 400
    assert "Open the workspace" in answer.text


def test_the_database_is_let_go_when_nobody_asks(workspace: Path) -> None:
    import kg

    graph = kg.open(workspace)
    desk = CypherDesk(graph, idle=0.05)
    limits: dict[str, Any] = {"rows": 1, "seconds": 5, "most": 1000}
    assert desk.ask("RETURN 1 AS x", {}, **limits)[0]["x"] == 1
    deadline = time.monotonic() + 20
    while desk.is_open and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not desk.is_open
    assert desk.ask("RETURN 2 AS x", {}, **limits)[0]["x"] == 2
    desk.let_go()
    assert not desk.is_open


def test_a_new_graph_is_asked_too(client: TestClient, workspace: Path) -> None:
    query = {"q": "MATCH (p:Person {name: 'Dan Adams'}) RETURN count(p) AS n"}
    assert client.get("/cypher/answer.json", params=query).json() == [{"n": 0}]
    write(workspace, article("a9", meeting(ANN, DAN)))
    assert client.get("/cypher/answer.json", params=query).json() == [{"n": 1}]
