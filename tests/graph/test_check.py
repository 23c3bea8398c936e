from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.check import check_graph
from kg.graph.records import Edge, Graph, Node
from tests.story import SCHEMA, article, meeting, signing, visit

ROBINSON, ANNAN = "Mary Robinson/IE", "Kofi Annan/GH"
RECORD = article(
    "a",
    meeting(ROBINSON, ANNAN, when="1998-05-03", place="#Bern/CH"),
    meeting("CH", ANNAN, when="1999-05-03", status=Status.NEGATED),
    visit(ROBINSON, "CH", "1998-05-03"),
    signing("IE", "CH", when="2000-05-03"),
    published="1998-05-04",
    office=(ROBINSON, "President", "IE"),
)
TEXTS = {"a": RECORD[0].text}
GRAPH = build_graph([RECORD], SCHEMA)


def without(edge_type: str) -> Callable[[Graph], Graph]:
    return lambda graph: Graph(graph.nodes, tuple(edge for edge in graph.edges if edge.type != edge_type))


def of_nodes(label: str, change: Callable[[Node], Node | None]) -> Callable[[Graph], Graph]:
    def apply(graph: Graph) -> Graph:
        changed = (change(node) if label in node.labels else node for node in graph.nodes)
        return Graph(tuple(node for node in changed if node), graph.edges)

    return apply


def of_edges(edge_type: str, change: Callable[[Edge], Edge]) -> Callable[[Graph], Graph]:
    return lambda graph: Graph(graph.nodes, tuple(change(e) if e.type == edge_type else e for e in graph.edges))


def put(**known: str | int) -> Callable[[Node], Node]:
    return lambda node: replace(node, properties={**node.properties, **known})


def negate(node: Node) -> Node:
    return replace(node, properties={**node.properties, "status": "negated"})


def test_a_graph_that_was_built_breaks_no_promise() -> None:
    assert check_graph(GRAPH, SCHEMA, texts=TEXTS.items()) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (without("IN_ARTICLE"), "in 0 articles"),
        (without("EVIDENCE_FOR"), "an event without a report"),
        (without("ON"), "ON leads to"),
        (without("OF"), "a signing of 0 agreements"),
        (without("PARTICIPATES_IN"), "without participants"),
        (of_nodes("Date", lambda _: None), "there is no node '1998-05-03'"),
        (of_nodes("Event", put(start="1998-13-01")), "is no day"),
        (of_nodes("Event", put(end="1990-01-01")), "after its end"),
        (of_nodes("Event", put(n_articles=2)), "n_articles is 2"),
        (of_nodes("Event", put(status="maybe")), "no status 'maybe'"),
        (of_nodes("Event", negate), "did not happen"),
        (of_nodes("Report", put(sentence="Another.")), "a sentence of 8"),
        (of_nodes("Report", put(trigger_end=9999)), "outside of the sentence"),
        (of_nodes("Country", put(country="XX")), "a country's id is its code"),
        (of_nodes("Person", put(name="Nobody")), "not among its names"),
        (of_nodes("Person", lambda n: replace(n, labels=("Person", "Entity"))), "not sorted"),
        (of_edges("MEETS", lambda e: replace(e, head=e.tail, tail=e.head)), "is not projected"),
        (of_edges("VISITS", lambda e: replace(e, head=e.tail, tail=e.head)), "is no pair of its"),
        (without("SIGNS"), "is not projected"),
        (of_edges("ON", lambda e: replace(e, tail="country:CH")), "ON has an end of"),
        (of_edges("MEETS", lambda e: replace(e, type="VISITS")), "is projected to MEETS"),
        (lambda graph: Graph(graph.nodes[::-1], graph.edges), "not in the order"),
        (lambda graph: Graph(graph.nodes, (*graph.edges, graph.edges[-1])), "2 edges have this id"),
    ],
)
def test_each_broken_promise_is_told(damage: Callable[[Graph], Graph], told: str) -> None:
    faults = check_graph(damage(GRAPH), SCHEMA, texts=TEXTS.items())
    assert any(told in fault for fault in faults), faults


def test_a_sentence_is_looked_up_in_its_article() -> None:
    [first, *_] = check_graph(GRAPH, SCHEMA, texts=[("a", "x" + TEXTS["a"])])
    assert "is not that of article 'a'" in first
