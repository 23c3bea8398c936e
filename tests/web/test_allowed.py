"""Queries that reach beyond the graph are refused, whatever they look like."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.web.allowed import check_allowed
from kg.web.examples import EXAMPLES


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "load\n/* x */ csv WITH HEADERS FROM 'http://localhost/' AS l RETURN l",
        "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
        "CALL { LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l } RETURN l",
        "MATCH (n) RETURN COLLECT { LOAD CSV FROM 'file:///x' AS l RETURN l } AS ls",
        r"MATCH (n) WITH n \u004cOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
        r"RETURN '\u0027 AS x UNION LOAD CSV FROM \u0027file:///etc/passwd\u0027 AS x RETURN x //'",
        "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
        "CALL apoc . load . `json` ('x') YIELD value RETURN value",
        "CALL `apoc`.`load`.`json`('x') YIELD value RETURN value",
        "CALL dbms.listConfig()",
        "MATCH (n) CALL apoc.util.sleep(1000) RETURN n",
        "CALL sql",
        "RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV …', {})",
        "RETURN `apoc`.cypher.runFirstColumnMany('x', {})",
        "RETURN custom.readFile('x')",
        "SHOW USERS",
        "SHOW TRANSACTIONS",
        "TERMINATE TRANSACTIONS 'x'",
        "USE system MATCH (n) RETURN n",
        "EXPLAIN MATCH (n) RETURN n",
        "; MATCH (n) RETURN n",
    ],
)
def test_what_reaches_beyond_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_allowed(query)


@pytest.mark.parametrize(
    "query",
    [
        *(example.query for example in EXAMPLES),
        "CALL db.labels() YIELD label RETURN label",
        "MATCH (e:Call) RETURN e.start",
        "MATCH (e:Meeting|Call) RETURN e.start",
        "CALL db.index.fulltext.queryNodes('names', $q) YIELD node RETURN node",
        "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
        "RETURN date.truncate('year', date('2020-02-02')), duration.between(date(), date()), apoc.text.join(['a'], '')",
        "MATCH (load) WHERE load.csv = 'LOAD CSV' RETURN load.csv AS `CALL x.y()` // LOAD CSV",
        "MATCH (n) WHERE n.name STARTS WITH 'x' AND (n.a.b) > (1) RETURN n.names[0]",
        "// a comment\nRETURN 1",
        "",
    ],
)
def test_what_reads_the_graph_is_allowed(query: str) -> None:
    check_allowed(query)
