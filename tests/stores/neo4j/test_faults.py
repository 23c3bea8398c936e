"""What goes wrong between kg and a real server: each ends complete, or with one line that says what to do."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import IncompleteCommit

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.difference import Difference
from kg.graph.records import Graph, Node
from kg.stores.cypher import batches, loader
from kg.stores.cypher.engine import Row
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j import engine
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.engine import Neo4jEngine
from kg.stores.neo4j.opening import WRITERS
from tests.neo4j_server.server import Server, free_port
from tests.stores.neo4j.conftest import VOCABULARY, Open, OpenOn
from tests.story import SCHEMA, article, meeting


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many transactions, as a large graph makes them."""
    monkeypatch.setattr(loader, "ATOMIC", 0)
    monkeypatch.setattr(batches, "SIZE", 20)


@pytest.fixture(scope="module")
def crowd() -> Graph:
    """Everybody meets the same two, so that all edges end at few nodes."""
    actors = [f"Person Number{n}/IE" for n in range(40)]
    told = (
        article(f"{n:03}", meeting(actor, "IE", "CH", when=f"1998-05-{n % 28 + 1:02}"))
        for n, actor in enumerate(actors)
    )
    return build_graph(list(told), SCHEMA)


def _line(caught: pytest.ExceptionInfo[StoreError], server: Server) -> str:
    """The message, which is one line with the place and without the password."""
    text = str(caught.value)
    assert "\n" not in text
    assert str(server.port) in text
    assert server.password not in text
    return text


@pytest.mark.usefixtures("small_batches")
def test_a_server_killed_amid_a_load_is_told_and_the_next_load_completes_it(
    opened: Open, crowd: Graph, neo4j_server: Server
) -> None:
    sent: list[int] = []

    def kill(rows: int) -> None:
        sent.append(rows)
        if len(sent) == 8:
            neo4j_server.kill()

    with pytest.raises(StoreError, match=r"no Neo4j answers there.*the same command again completes it") as caught:
        opened(progress=kill, patience=0).apply(Difference(added=crowd))
    assert _line(caught, neo4j_server)
    neo4j_server.start()
    store = opened()
    there = store.count()
    # What was acknowledged is there, also after SIGKILL, and at most one transaction of each writer more.
    assert sum(sent) <= sum(there) <= sum(sent) + 20 * WRITERS < len(crowd.nodes) + len(crowd.edges)
    store.write(crowd)
    assert store.snapshot() == crowd


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("seconds", [5, pytest.param(60, marks=pytest.mark.soak)])
def test_a_server_that_is_away_amid_a_load_is_waited_for(
    opened: Open, crowd: Graph, neo4j_server: Server, seconds: int
) -> None:
    sent: list[int] = []
    said: list[str] = []

    def start() -> None:
        time.sleep(seconds)
        neo4j_server.start()

    later = threading.Thread(target=start)

    def kill(rows: int) -> None:
        sent.append(rows)
        if len(sent) == 8:
            neo4j_server.kill()
            later.start()

    store = opened(progress=kill, tell=said.append)
    store.apply(Difference(added=crowd))
    later.join()
    assert sum(sent) == len(crowd.nodes) + len(crowd.edges)
    assert store.snapshot() == crowd
    assert store.count() == crowd.counts, "nothing is there twice"
    assert [line.partition(": ")[2].partition(".")[0].partition(",")[0] for line in said] == [
        "no answer",
        "it answers again",
    ]


def test_a_server_that_is_away_amid_a_reading_of_the_whole_graph_is_waited_for(
    opened: Open, crowd: Graph, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().write(crowd)
    monkeypatch.setattr(engine, "_FETCH", 10)  # so that rows are given before all have come
    store, given = opened(), 0
    stream = store.engine.stream

    def streaming(statement: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
        nonlocal given
        for row in stream(statement, parameters):
            yield row
            given += 1
            if given == 60:
                neo4j_server.restart()

    monkeypatch.setattr(store.engine, "stream", streaming)
    assert store.snapshot() == crowd
    assert given > 60 + len(crowd.nodes), "it was begun again"


def test_a_read_that_is_left_unfinished_says_nothing_where_the_server_has_gone(
    opened: Open, crowd: Graph, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().write(crowd)
    monkeypatch.setattr(engine, "_FETCH", 10)  # so that rows are still to come
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    rows = opened().engine.stream("MATCH (n) RETURN n.id AS id", {})
    next(rows)
    neo4j_server.kill()
    del rows
    neo4j_server.start()
    assert told == []


@pytest.mark.usefixtures("small_batches")
def test_two_loaders_at_once_make_nothing_double(opened: Open, crowd: Graph, neo4j_server: Server) -> None:
    failed: list[BaseException] = []
    began = threading.Barrier(2)

    def work(store: CypherStore) -> None:
        try:
            began.wait()
            store.apply(Difference(added=crowd))
        except BaseException as fault:  # noqa: BLE001 - a thread's fault is the test's
            failed.append(fault)

    threads = [threading.Thread(target=work, args=(opened(),)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert opened().snapshot() == crowd
    [double] = neo4j_server.run("MATCH (n) RETURN count(n) AS n, count(DISTINCT n.id) AS ids")
    assert double == {"n": len(crowd.nodes), "ids": len(crowd.nodes)}
    [double] = neo4j_server.run("MATCH ()-[e]->() RETURN count(e) AS n, count(DISTINCT e.id) AS ids")
    assert double == {"n": len(crowd.edges), "ids": len(crowd.edges)}


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("writers", [1, 5])
def test_any_number_of_writers_makes_the_same_graph(opened: Open, crowd: Graph, writers: int) -> None:
    sent: list[int] = []
    store = opened(writers=writers, progress=sent.append)
    store.apply(Difference(added=crowd))
    assert store.snapshot() == crowd
    assert sum(sent) == len(crowd.nodes) + len(crowd.edges)


def test_a_deadlock_is_tried_again(opened: Open, neo4j_server: Server) -> None:
    neo4j_server.run("CREATE (:Date {id: 'x', n: 0}), (:Date {id: 'y', n: 0})")
    transact = opened().engine.transact
    both = threading.Barrier(2)
    tries: list[str] = []

    def work(first: str, second: str) -> Callable[..., None]:
        def step(transaction: neo4j.Transaction) -> None:
            tries.append(first)
            for node in (first, second):
                list(transaction.run("MATCH (n:Date {id: $id}) SET n.n = n.n + 1", {"id": node}))
                if len(tries) <= 2 and node == first:
                    both.wait()  # each holds its first node before it wants the other's

        return step

    threads = [threading.Thread(target=transact, args=(work(*pair),)) for pair in ("xy", "yx")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tries) > 2
    assert neo4j_server.run("MATCH (n:Date) RETURN n.n AS n") == [{"n": 2}, {"n": 2}]


def test_a_commit_whose_answer_is_lost_is_done_again(
    opened: Open, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    store.write(Graph((), ()))
    commit: Callable[[neo4j.Transaction], None] = neo4j.Transaction._commit
    lost: list[neo4j.Transaction] = []

    def losing(transaction: neo4j.Transaction) -> None:
        commit(transaction)
        if not lost:
            lost.append(transaction)
            raise IncompleteCommit("the server went away")  # no server can be killed at just that moment

    monkeypatch.setattr(neo4j.Transaction, "_commit", losing)
    store.apply(Difference(added=graph))
    assert len(lost) == 1
    assert store.snapshot() == graph


def test_a_wrong_password_is_told(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"refuses this user or password. Set KG_NEO4J_USER") as caught:
        Neo4jEngine(address(neo4j_server.uri), Credentials("neo4j", "not the one"))
    assert "not the one" not in _line(caught, neo4j_server)


def test_an_unknown_database_is_told(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"/nowhere: there is no such database") as caught:
        Neo4jEngine(address(f"{neo4j_server.uri}/nowhere"), Credentials(*neo4j_server.auth))
    assert _line(caught, neo4j_server)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server_is_told_at_once(scheme: str) -> None:
    with pytest.raises(StoreError, match=r"no Neo4j answers there"):
        Neo4jEngine(address(f"{scheme}://127.0.0.1:{free_port()}"), None)


def test_a_routing_address_works_too(neo4j_server: Server, graph: Graph) -> None:
    place = address(neo4j_server.uri.replace("bolt:", "neo4j:"))
    with CypherStore(Neo4jEngine(place, Credentials(*neo4j_server.auth)), VOCABULARY) as store:
        store.write(graph)
        assert store.snapshot() == graph


def test_the_database_is_always_named(neo4j_server: Server) -> None:
    opened = Neo4jEngine(address(neo4j_server.uri), Credentials(*neo4j_server.auth))
    assert opened.place.database == "neo4j"
    opened.close()


def test_the_password_is_in_no_log(neo4j_server: Server, graph: Graph, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store = CypherStore(Neo4jEngine(address(neo4j_server.uri), Credentials(*neo4j_server.auth)), VOCABULARY)
    store.write(graph)
    store.close()
    assert caplog.records
    assert neo4j_server.password not in caplog.text


def test_constraints_of_other_names_serve(opened: Open, graph: Graph, neo4j_server: Server) -> None:
    neo4j_server.clear_rules()
    neo4j_server.run("CREATE CONSTRAINT mine FOR (n:Person) REQUIRE n.id IS UNIQUE")
    neo4j_server.run("CREATE CONSTRAINT kg_Place_id FOR (n:Cat) REQUIRE n.name IS UNIQUE")
    neo4j_server.run("CREATE INDEX others FOR (n:Country) ON (n.id)")
    with pytest.raises(StoreError, match=r"index 'others' on Country\(id\) stands in the way.*DROP INDEX `others`"):
        opened().write(graph)
    neo4j_server.run("DROP INDEX others")
    store = opened()
    store.write(graph)
    assert store.snapshot() == graph
    names = neo4j_server.run("SHOW CONSTRAINTS YIELD name, labelsOrTypes AS on, properties AS of")
    assert [row["name"] for row in names if (row["on"], row["of"]) == (["Person"], ["id"])] == ["mine"]
    assert len([row for row in names if (row["on"], row["of"]) == (["Place"], ["id"])]) == 1


def test_ids_that_are_there_twice_are_told(opened: Open, graph: Graph, neo4j_server: Server) -> None:
    neo4j_server.run("DROP CONSTRAINT kg_Article_id IF EXISTS")
    neo4j_server.run("CREATE (:Article {id: 'a'}), (:Article {id: 'a'})")
    with pytest.raises(StoreError, match=r"have one id twice.*a database of its own") as caught:
        opened().write(graph)
    assert _line(caught, neo4j_server)


@pytest.fixture
def locked(neo4j_server: Server, graph: Graph) -> Iterator[Node]:
    """A node that another's transaction holds."""
    [node, *_] = [node for node in graph.nodes if "Person" in node.labels]
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver, driver.session() as session:
        transaction = session.begin_transaction(timeout=60)
        transaction.run("MERGE (n:Person {id: $id}) SET n.held = true", id=node.id).consume()
        yield node
        transaction.rollback()


def test_a_transaction_that_takes_too_long_is_told(
    neo4j_server: Server, opened: Open, graph: Graph, request: pytest.FixtureRequest
) -> None:
    opened().write(graph)
    neo4j_server.restart({"db.transaction.timeout": "5s"})  # a busy machine takes seconds for what isn't locked
    store = opened()
    node: Node = request.getfixturevalue("locked")
    changed = replace(node, properties={**node.properties, "name": "Another Name"})
    with pytest.raises(StoreError, match=r"longer than it allows \(db.transaction.timeout\)") as caught:
        store.apply(Difference(changed=Graph((changed,), ())))
    assert _line(caught, neo4j_server)
    neo4j_server.restart()
    assert opened().snapshot() == graph


def test_a_read_only_database_can_be_read_and_not_written(
    neo4j_running: Server, opened_on: OpenOn, graph: Graph
) -> None:
    neo4j_running.restart({"server.databases.read_only": "neo4j"})
    store = opened_on(neo4j_running)
    there = store.count()
    assert store.snapshot() is not None
    for change in (Difference(added=graph), Difference(removed=graph)):
        with pytest.raises(StoreError, match=r"read-only by the server's configuration.*Nothing was written") as caught:
            store.apply(change)
        assert _line(caught, neo4j_running)
    assert store.count() == there
