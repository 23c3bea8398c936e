"""Centrality, communities and co-occurrence, against networkx and plain counting."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from typing import Any, Literal

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.query.measures import MEASURES, Measure
from kg.query.questions import Questions
from kg.stores.measures import betweenness, pagerank
from kg.stores.networkx_store import NetworkXStore
from tests.query.worlds import BOUNDS, World, world_of, worlds
from tests.story import SCHEMA, article, meeting

TYPES = st.sampled_from([None, ("Person",), ("Country", "Place")])


def network_of(world: World, types: tuple[str, ...] | None) -> nx.Graph[str]:
    kept = [a for a, node in world.actors.items() if types is None or set(types) & set(node.labels)]
    weights = {pair: len(world.sharing(*pair)) for pair in combinations(sorted(kept), 2)}
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from((one, other, weight) for (one, other), weight in weights.items() if weight)
    return network


def scores(network: nx.Graph[str], by: Measure) -> dict[str, float]:
    if by == "degree":
        return dict(nx.degree_centrality(network))
    return dict(
        nx.pagerank(network, tol=1e-12, max_iter=2000) if by == "pagerank" else nx.betweenness_centrality(network)
    )


def known_types(graph: Graph, types: tuple[str, ...] | None) -> tuple[str, ...] | None:
    labels = {label for node in graph.nodes for label in node.labels}
    return None if types is None else tuple(label for label in types if label in labels)


@settings(max_examples=50)
@given(worlds(), BOUNDS, TYPES, st.sampled_from(MEASURES))
def test_centrality_is_that_of_networkx(
    graph: Graph, bounds: dict[str, Any], types: tuple[str, ...] | None, by: Measure
) -> None:
    types = known_types(graph, types)
    network = network_of(world_of(graph, bounds), types)
    found = Questions(NetworkXStore(graph)).centrality(by, actor_types=types, limit=None, **bounds)
    assert {one.actor.id: one.neighbours for one in found} == {a: len(network[a]) for a in network}
    if network:
        assert {one.actor.id: one.score for one in found} == pytest.approx(scores(network, by), abs=1e-9)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@settings(max_examples=50)
@given(worlds(), BOUNDS, TYPES)
def test_communities_are_a_partition(graph: Graph, bounds: dict[str, Any], types: tuple[str, ...] | None) -> None:
    types = known_types(graph, types)
    network = network_of(world_of(graph, bounds), types)
    found = Questions(NetworkXStore(graph)).communities(actor_types=types, **bounds)
    assert sorted(actor.id for one in found for actor in one.actors) == sorted(network)
    assert sum(one.ties for one in found) + sum(one.outside for one in found) / 2 == network.number_of_edges()
    for one in found:
        inner = network.subgraph([actor.id for actor in one.actors])
        assert one.ties == inner.number_of_edges()
        assert nx.is_connected(inner)


def test_communities_are_who_meets_each_other() -> None:
    groups = [["CH", "NO", "GH"], ["IE", "RU", "TL"]]
    met = [meeting(*pair) for group in groups for pair in combinations(group, 2)]
    questions = Questions(NetworkXStore(build_graph([article("a", *met, meeting("CH", "IE"))], SCHEMA)))
    found = questions.communities()
    assert {frozenset(actor.country for actor in one.actors) for one in found} == {frozenset(g) for g in groups}
    assert [(one.ties, one.outside) for one in found] == [(3, 1), (3, 1)]


@settings(max_examples=50)
@given(worlds(), BOUNDS, st.sampled_from(["events", "articles"]))
def test_cooccurrence_counts_pairs(graph: Graph, bounds: dict[str, Any], within: Literal["events", "articles"]) -> None:
    world, questions = world_of(graph, bounds, None), Questions(NetworkXStore(graph))
    mentions = {(e.head, e.tail) for e in graph.edges if e.type == "MENTIONED_IN" and e.head in world.actors}
    if any(bounds.values()):
        in_article = {e.head: e.tail for e in graph.edges if e.type == "IN_ARTICLE"}
        telling = {in_article[e.head] for e in graph.edges if e.type == "EVIDENCE_FOR" and e.tail in world.events}
        mentions = {(actor, told) for actor, told in mentions if told in telling}
    expected = {}
    for one, other in world.pairs():
        events = len(world.sharing(one, other))
        articles = len({a for x, a in mentions if x == one} & {a for x, a in mentions if x == other})
        if events if within == "events" else articles:
            expected[frozenset((one, other))] = (events, articles)
    found = questions.cooccurrence(within=within, limit=None, **bounds)
    assert {frozenset((one.a.id, one.b.id)): (one.events, one.articles) for one in found} == expected
    for actor in world.actors:
        own = questions.cooccurrence(actor, within=within, limit=None, **bounds)
        assert all(one.a.id == actor for one in own)
        assert {one.b.id for one in own} == {i for pair in expected if actor in pair for i in pair - {actor}}


def test_a_large_network_is_measured_by_samples_and_always_alike() -> None:
    network = nx.gnm_random_graph(200, 600, seed=3)
    ties = {(min(pair), max(pair)): 1 for pair in network.edges}
    estimated, exact = betweenness(200, ties, samples=100), betweenness(200, ties, samples=None)
    assert estimated == betweenness(200, ties, samples=100)
    assert estimated != exact
    assert sum(estimated) == pytest.approx(sum(exact), rel=0.2)
    assert pagerank(0, {}) == []


_PROGRAM = """
from tests.story import SCHEMA, article, meeting
from kg.graph.build import build_graph
from kg.query.questions import Questions
from kg.stores.networkx_store import NetworkXStore
met = [meeting(f"Minister {a}/NO", f"Minister {b}/NO") for a in range(30) for b in (a * 7 % 30, a * 11 % 30) if a != b]
questions = Questions(NetworkXStore(build_graph([article("a", *met)], SCHEMA)))
print(questions.communities().as_dicts(), questions.centrality("pagerank").as_dicts())
"""


def test_no_two_processes_differ(root: object) -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_what_is_no_measure_is_told() -> None:
    questions = Questions(NetworkXStore(Graph((), ())))
    with pytest.raises(QueryError, match="Did you mean 'pagerank'"):
        questions.centrality("pagerang")  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="There are events, articles"):
        questions.cooccurrence(within="sentences")  # type: ignore[arg-type]
    for by in MEASURES:
        assert list(questions.centrality(by)) == []
    assert list(questions.communities()) == []
