"""The store contract on a real server, and what only a server shows: its counters, its indexes, others' nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import neo4j
import pytest

from kg.errors import StoreError
from kg.graph.difference import Difference, difference
from kg.graph.records import Edge, Graph, Node, Properties
from kg.graph.vocabulary import ROOTS
from kg.stores.cypher.store import CypherStore
from tests.neo4j_server.server import Server
from tests.stores.neo4j.conftest import Open


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[neo4j.SummaryCounters]:
    """What the server says that each statement did."""
    told: list[neo4j.SummaryCounters] = []
    fetch = neo4j.Result.consume

    def listening(run: Callable[..., neo4j.Result]) -> Callable[..., neo4j.Result]:
        def running(*arguments: object, **named: object) -> neo4j.Result:
            result = run(*arguments, **named)
            rows = list(result)
            told.append(fetch(result).counters)
            return iter(rows)  # type: ignore[return-value]  # all that the engine needs of it

        return running

    monkeypatch.setattr(neo4j.Transaction, "run", listening(neo4j.Transaction.run))
    return told


def test_a_graph_comes_back_as_it_was_written(store: CypherStore, graph: Graph) -> None:
    store.write(graph)
    assert store.snapshot() == graph
    assert store.count() == (len(graph.nodes), len(graph.edges))


def test_a_second_run_writes_nothing(opened: Open, graph: Graph, updates: list[neo4j.SummaryCounters]) -> None:
    opened().write(graph)
    assert sum(counters.nodes_created for counters in updates) == len(graph.nodes)
    updates.clear()
    opened().write(graph)
    assert not any(counters.contains_updates or counters.contains_system_updates for counters in updates)


def test_the_same_difference_again_makes_nothing_new(
    opened: Open, graph: Graph, updates: list[neo4j.SummaryCounters]
) -> None:
    opened().apply(Difference(added=graph))
    updates.clear()
    store = opened()
    store.apply(Difference(added=graph))
    assert not any(c.nodes_created or c.relationships_created or c.labels_added for c in updates)
    assert store.snapshot() == graph


def test_several_events_of_one_pair_stay_several_edges(store: CypherStore, graph: Graph, neo4j_server: Server) -> None:
    store.write(graph)
    rows = neo4j_server.run("MATCH (:Person)-[e:MEETS]-(:Person) RETURN DISTINCT e.start AS day ORDER BY day")
    assert [row["day"].iso_format() for row in rows] == ["1998-05-03", "1999-06-04"]


def test_a_difference_adds_changes_and_removes(store: CypherStore, graph: Graph) -> None:
    store.write(graph)
    [first, *_] = [node for node in graph.nodes if "Person" in node.labels]
    changed = replace(first, properties={**first.properties, "name": "Another Name"})
    kept = [edge for edge in graph.edges if edge.type != "MEETS"]
    other = Graph(tuple(changed if node == first else node for node in graph.nodes), tuple(kept))
    store.apply(difference(graph, other))
    assert store.snapshot() == other
    store.apply(difference(other, graph))
    assert store.snapshot() == graph


def test_a_node_that_is_no_more_leaves_no_edges(store: CypherStore, graph: Graph) -> None:
    store.write(graph)
    store.write(Graph((), ()))
    assert store.count() == (0, 0)


HOSTILE = "x`) DETACH DELETE n // ${jndi:ldap://x} \" ' \\ \u0000 \u202e {id: 1} \U0001f600"


def test_hostile_values_are_values(store: CypherStore, neo4j_server: Server) -> None:
    known: Properties = {"id": HOSTILE, "name": HOSTILE, "names": (HOSTILE, ""), "x`}) DELETE n //": HOSTILE}
    one, two = Node(HOSTILE, ("Entity", "Person"), known), Node("b", ("Entity", "Person"), {"id": "b"})
    edge = Edge(HOSTILE, "MEETS", HOSTILE, "b", {"id": HOSTILE, "place": HOSTILE})
    hostile = Graph((two, one), (edge,))
    store.write(hostile)
    assert store.snapshot() == hostile
    assert store.nodes_of("Person", [HOSTILE]) == {HOSTILE: one}
    assert list(store.edges_of("Person", [HOSTILE], "MEETS", outgoing=True)) == [edge]
    assert neo4j_server.run("MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


@pytest.mark.parametrize("name", ["Person`) DETACH DELETE n //", "Nobody", ""])
def test_names_come_from_the_schema_alone(store: CypherStore, graph: Graph, name: str) -> None:
    store.write(graph)
    with pytest.raises(StoreError, match="the schema has no labels"):
        store.apply(Difference(added=Graph((Node("z", (name,), {"id": "z"}),), ())))
    edge = Edge("z", name, graph.nodes[0].id, graph.nodes[1].id, {"id": "z"})
    with pytest.raises(StoreError, match="the schema has no edge type"):
        store.apply(Difference(added=Graph((), (edge,))))
    assert list(store.nodes(name)) == []
    one = graph.nodes[0]
    assert list(store.edges_of(one.labels[0], [one.id], name, outgoing=True)) == []
    assert store.snapshot() == graph


@pytest.mark.parametrize("value", ["\ud800", 2**70])
def test_a_value_that_cannot_be_kept_is_told(store: CypherStore, value: object) -> None:
    node = Node("a", ("Date",), {"id": "a", "precision": value})  # type: ignore[dict-item]
    with pytest.raises(StoreError, match="a value that Neo4j can't hold"):
        store.apply(Difference(added=Graph((node,), ())))
    assert store.count() == (0, 0)


def test_a_missing_end_is_named_and_nothing_is_written(store: CypherStore, graph: Graph) -> None:
    edge = Edge("e", "MEETS", graph.nodes[0].id, "person:nobody", {"id": "e"})
    with pytest.raises(StoreError, match="edge 'e' of type MEETS: there is no node 'person:nobody'"):
        store.apply(Difference(added=replace(graph, edges=(*graph.edges, edge))))
    assert store.count() == (0, 0)


def test_an_end_that_vanishes_meanwhile_is_named(
    store: CypherStore, graph: Graph, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(graph)
    [edge, *_] = [edge for edge in graph.edges if edge.type == "MEETS"]
    transact = store.engine.transact

    def late(work: Callable[..., object]) -> object:
        neo4j_server.run("MATCH (n {id: $id}) DETACH DELETE n", id=edge.tail)
        return transact(work)

    monkeypatch.setattr(store.engine, "transact", late)
    new = replace(edge, id="new", properties={**edge.properties, "id": "new"})
    with pytest.raises(StoreError, match=rf"edge 'new': there is no Person '{edge.tail}' in the database"):
        store.apply(Difference(added=Graph((), (new,))))
    assert neo4j_server.run("MATCH ()-[e {id: 'new'}]-() RETURN e") == []


@contextmanager
def _others(server: Server) -> Iterator[None]:
    """What is on the server beside ours, which must be the same afterwards."""
    server.run(
        "CREATE (:Person {id: 'x', name: 'of others'})-[:MEETS {id: 'x'}]->(:Person:Entity:Customer {id: 'y'}),"
        " (:Cat {id: 'c'})-[:MEETS {id: 'z'}]->(:Cat), (:Date {day: 1}), (:Entity {id: 7})"
    )
    query = (
        "MATCH (n) OPTIONAL MATCH (n)-[e]-() WITH n, collect(properties(e)) AS edges "
        "RETURN labels(n) AS labels, properties(n) AS known, edges ORDER BY elementId(n)"
    )
    before = server.run(query)
    yield
    assert server.run(query) == before


def test_nodes_of_others_are_neither_seen_nor_touched(store: CypherStore, graph: Graph, neo4j_server: Server) -> None:
    with _others(neo4j_server):
        store.write(graph)
        assert store.snapshot() == graph
        assert store.count() == (len(graph.nodes), len(graph.edges))
        assert all(store.nodes_of(root, ["x"]) == {} for root in (*ROOTS, "Person"))
        store.write(Graph((), ()))
        assert store.count() == (0, 0)


def test_constraints_and_indexes_are_made_once(opened: Open, graph: Graph, neo4j_server: Server) -> None:
    neo4j_server.clear_rules()
    opened().write(graph)
    constraints = neo4j_server.run("SHOW CONSTRAINTS YIELD labelsOrTypes AS on, properties AS of, type")
    unique = {row["on"][0] for row in constraints if row["of"] == ["id"]}
    assert {"Person", "Entity", "Event", "Meeting", "MEETS", "PARTICIPATES_IN"} <= unique
    indexes = "SHOW INDEXES YIELD name, type, state WHERE type IN ['RANGE', 'FULLTEXT'] RETURN name, type ORDER BY name"
    there = neo4j_server.run(indexes)
    assert {"kg_Event_start", "kg_Event_end", "kg_Entity_name_names"} <= {row["name"] for row in there}
    opened().write(graph)
    assert neo4j_server.run(indexes) == there


def test_names_are_found_by_the_full_text_index(store: CypherStore, graph: Graph, neo4j_server: Server) -> None:
    store.write(graph)
    neo4j_server.run("CALL db.awaitIndexes(60)")
    found = "CALL db.index.fulltext.queryNodes('kg_Entity_name_names', 'robinson') YIELD node RETURN node.name AS name"
    assert neo4j_server.run(found) == [{"name": "Mary Robinson"}]


def test_dates_are_dates(store: CypherStore, graph: Graph, neo4j_server: Server) -> None:
    store.write(graph)
    query = "MATCH (e:Meeting) WHERE date('1998-01-01') <= e.start <= date('1998-12-31') RETURN count(e) AS n"
    assert neo4j_server.run(query) == [{"n": 1}]
