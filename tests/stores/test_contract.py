"""What holds for every store."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.difference import EMPTY, Difference, difference
from kg.graph.records import Edge, Graph, Node
from kg.graph.vocabulary import ENTITY, ROOTS
from kg.stores.jsonl import export_jsonl
from kg.stores.store import Store
from tests.stores.random_graphs import VOCABULARY, graphs
from tests.story import SCHEMA, article, meeting, signing, visit

ONE = article("a", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03", place="#Bern/CH"))
TWO = article("b", visit("Mary Robinson/IE", "CH"), signing("IE", "CH", when="1999-01-01"), title="Ünïcode\u2028 \n{}")
# Every example begins by writing a whole graph, so that they needn't a store each.
same_store = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=15
)


@pytest.fixture
def graph() -> Graph:
    return build_graph([ONE, TWO], SCHEMA)


def exactly(graph: Graph) -> list[str]:
    """Lines that differ where 1, 1.0 and True do, which are equal in Python."""
    return list(export_jsonl(graph))


def test_writing_twice_changes_nothing(store: Store, graph: Graph) -> None:
    store.write(graph)
    once = store.snapshot()
    store.write(graph)
    assert store.snapshot() == once == graph


def test_writing_another_graph_leaves_nothing_of_the_first(store: Store, graph: Graph) -> None:
    store.write(graph)
    other = build_graph([TWO], SCHEMA)
    store.write(other)
    assert store.snapshot() == other
    assert list(store.nodes("Meeting")) == []


def test_edges_are_found_from_both_ends(store: Store, graph: Graph) -> None:
    store.write(graph)
    [event] = store.nodes("Meeting")
    incoming = store.edges_of("Meeting", [event.id], "PARTICIPATES_IN", outgoing=False)
    assert len(incoming) == 2
    for edge in incoming:
        assert edge in store.edges_of(ENTITY, [edge.head], "PARTICIPATES_IN", outgoing=True)


def test_what_is_not_there_is_not_found(store: Store, graph: Graph) -> None:
    store.write(graph)
    assert all(store.nodes_of(root, ["nobody"]) == {} for root in ROOTS)
    assert list(store.nodes("NoSuchLabel")) == []
    assert list(store.edges_of(ENTITY, ["nobody"], "AT", outgoing=True)) == []
    one = graph.nodes[0]
    assert list(store.edges_of(one.labels[0], [one.id], "NO_SUCH_TYPE", outgoing=False)) == []


def test_nodes_come_by_label_in_the_order_of_ids(store: Store, graph: Graph) -> None:
    store.write(graph)
    for label in (*ROOTS, *VOCABULARY.roots):
        assert [n.id for n in store.nodes(label)] == [n.id for n in graph.nodes if label in n.labels]


def test_several_edges_of_one_pair_stay_several(store: Store) -> None:
    ends = tuple(Node(name, ("Entity", "Person"), {"id": name}) for name in ("a", "b"))
    edges = tuple(Edge(f"e{n}", "MEETS", "a", "b", {"id": f"e{n}"}) for n in range(3))
    store.write(Graph(ends, edges))
    assert store.count() == (2, 3)
    assert tuple(store.edges_of("Person", ["a"], "MEETS", outgoing=True)) == edges
    assert tuple(store.edges_of("Person", ["b"], "MEETS", outgoing=False)) == edges


def test_an_edge_without_its_end_is_refused_by_name_and_changes_nothing(store: Store, graph: Graph) -> None:
    store.write(graph)
    lost = Edge("lost", "OF", graph.nodes[0].id, "nowhere", {"id": "lost"})
    with pytest.raises(StoreError, match=r"'lost' of type OF: there is no node 'nowhere'"):
        store.apply(Difference(added=Graph((), (lost,))))
    with pytest.raises(StoreError, match=r"'lost' of type OF: there is no node 'nowhere'"):
        store.write(Graph(graph.nodes, (*graph.edges, lost)))
    assert store.snapshot() == graph


def test_an_edge_between_nodes_that_were_there_before(store: Store, graph: Graph) -> None:
    store.write(Graph(graph.nodes, ()))
    store.apply(Difference(added=Graph((), graph.edges)))
    assert store.snapshot() == graph


def test_the_empty_graph(store: Store) -> None:
    store.write(EMPTY)
    store.apply(Difference())
    assert store.snapshot() == EMPTY
    assert store.count() == (0, 0)


@given(graphs(), graphs())
@same_store
def test_any_difference_is_applied_and_twice_is_once(store: Store, old: Graph, new: Graph) -> None:
    store.write(old)
    assert exactly(store.snapshot()) == exactly(old)
    change = difference(old, new)
    store.apply(change)
    assert exactly(store.snapshot()) == exactly(new)
    store.apply(change)
    assert exactly(store.snapshot()) == exactly(new)
    assert store.count() == (len(new.nodes), len(new.edges))


@given(graphs())
@same_store
def test_any_graph_is_asked_alike(store: Store, graph: Graph) -> None:
    store.write(graph)
    label = {node.id: node.labels[0] for node in graph.nodes}
    for edge in graph.edges:
        of_type = [other for other in graph.edges if other.type == edge.type]
        begin, end = ([e for e in of_type if e.head == edge.head], [e for e in of_type if e.tail == edge.tail])
        assert list(store.edges_of(label[edge.head], [edge.head], edge.type, outgoing=True)) == begin
        assert list(store.edges_of(label[edge.tail], [edge.tail], edge.type, outgoing=False)) == end
        assert list(store.edges(edge.type)) == of_type
    for node in graph.nodes:
        assert store.nodes_of(node.labels[0], [node.id]) == {node.id: node}


@given(graphs())
@same_store
def test_many_are_asked_for_at_once_alike(store: Store, graph: Graph) -> None:
    store.write(graph)
    asked = [*(node.id for node in graph.nodes[::2]), "nobody"]
    for label in {label for node in graph.nodes for label in node.labels}:
        chosen = {node.id: node for node in graph.nodes if label in node.labels and node.id in asked}
        assert store.nodes_of(label, asked) == chosen
        for kind in {edge.type for edge in graph.edges}:
            of_type = [edge for edge in graph.edges if edge.type == kind]
            begin, end = ([e for e in of_type if e.head in chosen], [e for e in of_type if e.tail in chosen])
            assert list(store.edges_of(label, asked, kind, outgoing=True)) == begin
            assert list(store.edges_of(label, asked, kind, outgoing=False)) == end


@given(graphs())
@same_store
def test_a_change_of_one_property_is_all_that_changes(store: Store, graph: Graph) -> None:
    store.write(graph)
    changed = tuple(dataclasses.replace(n, properties={**n.properties, "name": "changed"}) for n in graph.nodes)
    ordered = tuple(dataclasses.replace(n, properties=dict(sorted(n.properties.items()))) for n in changed)
    other = Graph(ordered, graph.edges)
    store.apply(difference(graph, other))
    assert exactly(store.snapshot()) == exactly(other)
