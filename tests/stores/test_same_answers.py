"""Every question has the same answer from every store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.query.answer import Answers
from kg.query.measures import MEASURES
from kg.query.questions import Questions
from kg.stores.networkx_store import NetworkXStore
from kg.stores.store import Store
from tests.query.worlds import BOUNDS, worlds
from tests.story import SCHEMA, article, meeting

# Every example begins by writing a whole graph, so that they needn't a store each.
same_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=6)
EARLIER = build_graph([article("a0", meeting("Ann Adams/IE", "CH", when="1999-02-01"))], SCHEMA)


def whole(questions: Questions, bounds: dict[str, Any]) -> Iterator[Answers[Any]]:
    """Answers about everybody."""
    yield questions.actors()
    yield questions.events(**bounds)
    for measure in MEASURES:
        yield questions.centrality(measure, **bounds)
    yield questions.communities(**bounds)
    yield questions.cooccurrence(limit=None, **bounds)
    yield questions.cooccurrence(within="articles", limit=None, **bounds)
    yield questions.changes_since("2004", **bounds)
    yield questions.changes_from(Questions(NetworkXStore(EARLIER)), **bounds)


def about(questions: Questions, actors: list[str], bounds: dict[str, Any]) -> Iterator[Answers[Any]]:
    """Answers about some actors."""
    a, b, *_ = actors
    yield questions.neighbours(a, **bounds)
    yield questions.timeline(a, **bounds)
    yield questions.connections(a, weak=True, **bounds)
    yield questions.connections(a, b, weak=True, **bounds)
    yield questions.paths(a, b, ties=None, limit=None, **bounds)
    yield questions.paths(a, b, max_degree=2, hub_penalty=0, **bounds)
    yield questions.shortest_paths(a, b, **bounds)
    yield questions.common(a, b, **bounds)
    yield questions.common(*actors, **bounds)
    yield questions.cooccurrence(a, limit=None, **bounds)


@same_store
@given(worlds(), BOUNDS, st.randoms(use_true_random=False))
def test_every_question_has_the_same_answer(store: Store, graph: Graph, bounds: dict[str, Any], random: Any) -> None:
    store.write(graph)
    asked, expected = Questions(store), Questions(NetworkXStore(graph))
    assert list(whole(asked, bounds)) == list(whole(expected, bounds))
    actors = [summary.actor.id for summary in expected.actors(types=None)]
    if len(actors) > 1:
        some = random.sample(actors, min(len(actors), 3))
        assert list(about(asked, some, bounds)) == list(about(expected, some, bounds))
    for entry in expected.events(limit=2):
        assert asked.evidence(entry.event.id) == expected.evidence(entry.event.id)


def test_actors_that_came_since_are_known(store: Store) -> None:
    """A store that others write to may have more than when it was first asked."""
    store.write(EARLIER)
    questions = Questions(store)
    assert len(questions.actors()) == 2
    store.write(build_graph([article("b", meeting("Ann Adams/IE", "CH"), meeting("NO", "CH"))], SCHEMA))
    names = [neighbour.actor.name for neighbour in questions.neighbours("Ann Adams")]
    assert names == ["Switzerland"]
    assert {neighbour.actor.id for neighbour in questions.neighbours("CH")} >= {"country:NO"}


def test_offices_have_the_same_days(store: Store) -> None:
    told = [("a1", "1998-05-03"), ("a2", "1999"), ("a3", None)]
    records = [
        article(i, meeting("Ann Adams/IE", "CH"), office=("Ann Adams/IE", "Envoy", "IE"), published=day)
        for i, day in told
    ]
    graph = build_graph(records, SCHEMA)
    store.write(graph)
    [office] = Questions(store).offices("Ann Adams")
    assert (office.told_first, office.told_last, office.articles) == ("1998-05-03", "1999", 3)
    assert [office] == Questions(NetworkXStore(graph)).offices("Ann Adams")
