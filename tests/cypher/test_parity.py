"""The same rows, typed alike, from the embedded database and from a Neo4j server."""

from __future__ import annotations

import os

import pytest

from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.cypher.asking import Question
from kg.stores.neo4j.engine import Neo4jEngine
from tests.cypher.corpus import Query, comparable, queries
from tests.cypher.differences import PAGE, page

QUERIES = list(queries())


def test_the_corpus_is_large_and_its_names_are_different() -> None:
    assert len({query.name for query in QUERIES}) == len(QUERIES) >= 80


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_same_rows(query: Query, embedded: ArcadeDBEngine, server: Neo4jEngine) -> None:
    question = Question(query.query, query.parameters)
    one, other = embedded.ask(question), server.ask(question)
    assert comparable(one, ordered=query.ordered) == comparable(other, ordered=query.ordered)


def test_the_page_of_differences_is_what_both_do(embedded: ArcadeDBEngine, server: Neo4jEngine) -> None:
    made = page(embedded, server)
    if os.environ.get("KG_WRITE_PAGES"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made, "KG_WRITE_PAGES=1 writes it anew"
