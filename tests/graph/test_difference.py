"""What turns one graph into another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.difference import Difference, difference, patched
from kg.graph.records import Edge, Graph, Node

IDS = ("a", "b", "c", "d")


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    ids = sorted(draw(st.sets(st.sampled_from(IDS))))
    nodes = tuple(
        Node(i, draw(st.sampled_from([("Date",), ("Entity", "Person")])), {"id": i, "x": draw(st.integers(0, 1))})
        for i in ids
    )
    names = sorted(draw(st.sets(st.sampled_from("pqrs")))) if ids else []
    ends = st.sampled_from(ids) if ids else st.nothing()
    edges = tuple(Edge(n, draw(st.sampled_from("TU")), draw(ends), draw(ends), {"id": n}) for n in names)
    return Graph(nodes, edges)


@given(graphs(), graphs())
def test_a_difference_makes_the_one_into_the_other(old: Graph, new: Graph) -> None:
    assert patched(old, difference(old, new)) == new


@given(graphs(), graphs())
def test_twice_is_once(old: Graph, new: Graph) -> None:
    change = difference(old, new)
    assert patched(patched(old, change), change) == new


@given(graphs())
def test_a_graph_doesn_t_differ_from_itself(graph: Graph) -> None:
    assert len(difference(graph, graph)) == 0
    assert difference(graph, graph) == Difference()


@given(graphs(), graphs())
def test_no_edge_outlives_its_node(old: Graph, new: Graph) -> None:
    change = difference(old, new)
    gone = {node.id for node in change.removed.nodes}
    removed = {edge.id for edge in change.removed.edges}
    assert all(edge.id in removed for edge in old.edges if {edge.head, edge.tail} & gone)
