"""What answers are made of, their limits, and mistakes at their place: on the embedded database."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from kg.errors import QueryError
from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.cypher.answer import Answer, FoundNode, FoundPath, FoundRelationship
from kg.stores.cypher.asking import Question
from kg.stores.cypher.temporal import Duration

SLOW = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n"


def ask(engine: ArcadeDBEngine, query: str, **parameters: Any) -> Answer:
    return engine.ask(Question(query, parameters))


def test_dates_are_dates_and_text_that_looks_like_one_is_text(embedded: ArcadeDBEngine) -> None:
    query = (
        "MATCH (e:Event) WHERE e.precision = 'day' WITH e ORDER BY e.id LIMIT 1 "
        "RETURN e.start, e.edtf, [e.start, e.edtf, 1] AS l, {a: e.start, b: [e.edtf], c: [{d: e.end}]} AS m"
    )
    [row] = ask(embedded, query)
    day = row["e.start"]
    assert type(day) is dt.date
    assert row["e.edtf"] == str(day)
    assert row["l"] == [day, str(day), 1]
    assert row["m"] == {"a": day, "b": [str(day)], "c": [{"d": day}]}


def test_columns_are_named_as_in_the_query_and_keep_their_order(embedded: ArcadeDBEngine) -> None:
    query = "MATCH (e:Meeting) RETURN e.start, count(*), max(e.end) AS last, e.type ORDER BY last DESC LIMIT 3"
    answer = ask(embedded, query)
    assert answer.columns == ("e.start", "count(*)", "last", "e.type")
    assert [row["last"] for row in answer] == sorted((row["last"] for row in answer), reverse=True, key=str)


def test_an_answer_without_rows_has_its_columns(embedded: ArcadeDBEngine) -> None:
    assert ask(embedded, "MATCH (n:Person {id: 'nobody'}) RETURN n.name AS who, n.id").columns == ("who", "n.id")


def test_an_answer_is_a_dataframe_of_its_columns(embedded: ArcadeDBEngine) -> None:
    answer = ask(embedded, "MATCH (e:Event) WHERE e.precision = 'day' RETURN e.type AS type, e.start AS day LIMIT 3")
    frame = answer.dataframe()
    assert list(frame.columns) == ["type", "day"]
    assert list(frame["day"]) == [row["day"] for row in answer]


def test_nodes_relationships_and_paths(embedded: ArcadeDBEngine) -> None:
    query = "MATCH p = (a:Person)-[m:MEETS]->(b:Person) WHERE m.start IS NOT NULL RETURN p, a, m ORDER BY m.id LIMIT 1"
    [row] = ask(embedded, query)
    path, head, edge = row["p"], row["a"], row["m"]
    assert isinstance(path, FoundPath)
    assert isinstance(head, FoundNode)
    assert isinstance(edge, FoundRelationship)
    assert head.labels == ("Entity", "Person")
    assert (edge.type, edge.head, edge.tail) == ("MEETS", head.id, path.nodes[1].id)
    assert type(edge.properties["start"]) is dt.date
    assert (path.nodes[0], path.relationships) == (head, (edge,))
    assert str(path).startswith(f"(:Entity:Person {head.properties['name']})-[:MEETS]->(")


def test_all_kinds_of_time(embedded: ArcadeDBEngine) -> None:
    query = (
        "RETURN datetime('2024-10-27T02:30+01:00[Europe/Paris]') AS z, localdatetime('2024-05-01T10:00:00.5') AS l, "
        "time('10:00+02:00') AS t, duration('P1Y2M3DT4H') AS d, localtime('10:00:00.000000001') AS n"
    )
    [row] = ask(embedded, query)
    assert row["z"].isoformat() == "2024-10-27T02:30:00+01:00"
    assert str(row["z"].tzinfo) == "Europe/Paris"
    assert row["l"] == dt.datetime(2024, 5, 1, 10, 0, 0, 500_000)  # noqa: DTZ001
    assert row["t"] == dt.time(10, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert row["d"] == Duration(14, 3, 14_400)
    assert row["n"] == "10:00:00.000000001"


def test_parameters(embedded: ArcadeDBEngine) -> None:
    row = ask(embedded, "RETURN $a AS a, $b AS b, $c AS c", a=dt.date(2020, 1, 1), b={"x": [1, None]}, c="2020-01-01")[
        0
    ]
    assert dict(row) == {"a": dt.date(2020, 1, 1), "b": {"x": [1, None]}, "c": "2020-01-01"}
    with pytest.raises(QueryError, match="cannot pass timedelta"):
        ask(embedded, "RETURN $a", a=dt.timedelta(1))
    with pytest.raises(QueryError, match="lose its zone"):
        ask(embedded, "RETURN $a", a=[dt.datetime(2020, 1, 1, tzinfo=dt.UTC)])


def test_rows_are_cut_and_the_answer_says_so(embedded: ArcadeDBEngine) -> None:
    query = "MATCH (p:Person) RETURN p.name AS who ORDER BY who"
    whole = ask(embedded, query)
    cut = embedded.ask(Question(query, limit=3))
    assert (cut.cut, whole.cut) == (True, False)
    assert list(cut) == list(whole)[:3]
    assert not embedded.ask(Question(query, limit=len(whole))).cut
    assert str(cut).endswith("only the first 3 rows; there are more")


def test_a_query_that_takes_too_long_is_given_up(embedded: ArcadeDBEngine) -> None:
    with pytest.raises(QueryError, match=r"no answer within 0\.2 s"):
        embedded.ask(Question(SLOW, timeout=0.2))
    assert len(ask(embedded, "RETURN 1 AS n")) == 1


@pytest.mark.parametrize(
    "query", ["CREATE (n:Person)", "MATCH (n) DETACH DELETE n", "MATCH (n:Person) SET n.name = 'x' RETURN n"]
)
def test_writing_is_refused(embedded: ArcadeDBEngine, query: str) -> None:
    with pytest.raises(QueryError, match="the query writes"):
        ask(embedded, query)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("MATCH (n)\nRETUN n", "line 2, column 1: "),
        ("MATCH (n)\nRETURN ]", "line 2, column 8: "),
        ("MATCH (n)\nRETURN nope", "line 2, column 8: "),
        ("RETURN nope(1)", "line 1, column 8: "),
    ],
)
def test_a_mistake_is_shown_at_its_place(embedded: ArcadeDBEngine, query: str, place: str) -> None:
    with pytest.raises(QueryError) as raised:
        ask(embedded, query)
    told, line, caret = str(raised.value).split("\n")
    assert told.startswith(place)
    assert line.strip() == query.split("\n")[-1]
    assert len(caret) - 2 == int(place.split()[-1].rstrip(":"))


@pytest.mark.parametrize(
    "condition",
    [
        "all(r IN relationships(p) WHERE r.status = 'occurred')",
        "length(p) > 1 AND true",
        "any(x IN m WHERE x.start IS NULL)",
    ],
)
def test_a_filter_of_shortest_paths_is_refused(embedded: ArcadeDBEngine, condition: str) -> None:
    query = f"MATCH (a:Person), (b:Person) MATCH p = shortestPath((a)-[m:MEETS*]-(b)) WHERE {condition} RETURN p"
    with pytest.raises(QueryError, match="filter one shortest path"):
        ask(embedded, query)


def test_tables_show_no_markup_and_no_control_characters() -> None:
    answer = Answer(("a",), ({"a": "<script>\x1b[31m\u202e"},))
    assert "<td>&lt;script&gt; [31m </td>" in answer._repr_html_()
    assert "\x1b" not in str(answer)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (n) RETURN m", "line 1, column 18: Variable 'm' is not defined"),
        ("MATCH (n) RETURN", "line 1, column 17: the query ends too early"),
        ("MATCH (n) RETURN foo(n)", "line 1, column 18: Unknown function 'foo'"),
        ("MATCH (n) RETURN n LIMIT -1", "line 1, column 20: LIMIT value cannot be negative: -1"),
        ("RETURN {k1.k: 1} AS x", "line 1, column 11: '.' stands where ':' is expected"),
        ("RETURN 1 IN 123.4", "line 1, column 10: IN requires a list on the right side, got Float"),
        ("RETURN 'a' AND true", "Expected Boolean but got String"),
        ("MATCH (p) RETURN p LIMIT $n", "no value was given for n"),
    ],
)
def test_a_mistake_is_told_in_plain_words(embedded: ArcadeDBEngine, query: str, told: str) -> None:
    with pytest.raises(QueryError) as fault:
        ask(embedded, query)
    message = str(fault.value)
    assert message.startswith(told)
    assert not re.search(r"[A-Z][a-z]+[A-Z]\w*: |Exception|java|com\.|viable|mismatched|extraneous|<EOF>", message)
