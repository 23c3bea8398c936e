"""Neighbours, common events and paths, against what is found by trying everything."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.query.questions import Questions
from kg.query.relation_results import Path, TypeCount
from kg.stores.networkx_store import NetworkXStore
from tests.query.worlds import BOUNDS, world_of, worlds
from tests.story import SCHEMA, Record, article, meeting, visit

ROBINSON, ANNAN, GUSMAO, LAVROV = "Mary Robinson/IE", "Kofi Annan/GH", "Xanana Gusmão/TL", "Sergei Lavrov/RU"


def asking(*records: Record) -> Questions:
    return Questions(NetworkXStore(build_graph(records, SCHEMA)))


def ids(path: Path) -> tuple[str, ...]:
    return tuple(actor.id for actor in path.actors)


@given(worlds(), BOUNDS)
def test_neighbours_are_those_who_share_events(graph: Graph, bounds: dict[str, Any]) -> None:
    world, questions = world_of(graph, bounds), Questions(NetworkXStore(graph))
    for actor in world.actors:
        found = {one.actor.id: one for one in questions.neighbours(actor, **bounds)}
        shared = {other: world.sharing(actor, other) for other in world.actors if other != actor}
        assert {i: one.events for i, one in found.items()} == {i: len(e) for i, e in shared.items() if e}
        for other, one in found.items():
            events = [world.events[i].properties for i in shared[other]]
            assert one.first == min((str(e["start"]) for e in events if "start" in e), default=None)
            assert one.last == max((str(e["end"]) for e in events if "end" in e), default=None)
            assert sum(count.events for count in one.by_type) == one.events
            assert one.articles == sum(int(str(e["n_articles"])) for e in events)


@given(worlds(), BOUNDS, st.integers(2, 3))
def test_common_events_are_those_of_all(graph: Graph, bounds: dict[str, Any], count: int) -> None:
    world, questions = world_of(graph, bounds, None), Questions(NetworkXStore(graph))
    actors = sorted(world.actors)
    for place in range(len(actors) - count + 1):
        asked = actors[place : place + count]
        assert {entry.event.id for entry in questions.common(*asked, **bounds)} == world.sharing(*asked)


@settings(max_examples=50)
@given(worlds(), BOUNDS, st.integers(1, 4), st.sampled_from([None, 1, 2, 3]), st.sampled_from([0.0, 1.0, 40.0]))
def test_paths_are_all_there_are_and_cost_what_they_cost(
    graph: Graph, bounds: dict[str, Any], most: int, max_degree: int | None, penalty: float
) -> None:
    world, questions = world_of(graph, bounds), Questions(NetworkXStore(graph))
    hubs: dict[str, Any] = {"max_degree": max_degree, "hub_penalty": penalty, "ties": None, "limit": None}
    for a, b in world.pairs()[:6]:
        expected = world.ways(a, b, most, math.inf if max_degree is None else max_degree)
        found = questions.paths(a, b, max_steps=most, **hubs, **bounds)
        assert {ids(path) for path in found} == expected.keys()
        assert len({ids(path) for path in found}) == len(found)
        assert [path.cost for path in found] == sorted(path.cost for path in found)
        for path in found:
            assert path.cost == pytest.approx(world.cost(ids(path), penalty), abs=1e-5)
            assert [{tie.via for tie in step.ties} for step in path.steps] == expected[ids(path)]
        fewest = min((len(way) for way in expected), default=0)
        shortest = questions.shortest_paths(a, b, max_steps=most, **hubs, **bounds)
        assert shortest == [path for path in found if len(path.actors) == fewest]


@given(worlds(), st.integers(1, 3))
def test_a_limit_cuts_the_same_list_and_the_way_back_is_the_way(graph: Graph, limit: int) -> None:
    questions, world = Questions(NetworkXStore(graph)), world_of(graph, {})
    for a, b in world.pairs()[:4]:
        everything = questions.paths(a, b, limit=None)
        assert questions.paths(a, b, limit=limit) == everything[:limit]
        assert {ids(p)[::-1] for p in questions.paths(b, a, limit=None)} == {ids(p) for p in everything}


def test_a_state_that_meets_everybody_comes_last_or_not_at_all() -> None:
    """Robinson and Gusmão both met the Swiss, as did many; but there is a way through two who met few."""
    many = [meeting("CH", f"Minister {name}/NO") for name in "abcdefghijkl"]
    questions = asking(
        article("a", meeting(ROBINSON, "CH"), meeting("CH", GUSMAO), *many),
        article("b", meeting(ROBINSON, ANNAN), meeting(ANNAN, LAVROV), meeting(LAVROV, GUSMAO)),
    )
    names = [
        [actor.name.split()[-1] for actor in path.actors]
        for path in questions.paths("Robinson", "Gusmão", hub_penalty=20)
    ]
    assert names == [["Robinson", "Annan", "Lavrov", "Gusmão"], ["Robinson", "Switzerland", "Gusmão"]]
    plain = questions.paths("Robinson", "Gusmão", hub_penalty=0)
    assert [len(path.steps) for path in plain] == [2, 3]
    assert [len(path.steps) for path in questions.paths("Robinson", "Gusmão", max_degree=5)] == [3]
    assert [len(path.steps) for path in questions.shortest_paths("Robinson", "Gusmão")] == [2]
    assert [len(path.steps) for path in questions.shortest_paths("Robinson", "Gusmão", max_degree=5)] == [3]


def test_each_step_shows_its_events_and_sentences() -> None:
    met = [meeting(ROBINSON, ANNAN, when=day) for day in ("1998-05-03", "1999-01-01", "2000-02-02")]
    questions = asking(article("a", *met), article("b", met[1], meeting(ANNAN, GUSMAO)))
    [path] = questions.paths("Robinson", "Gusmão", ties=2)
    assert [step.count for step in path.steps] == [3, 1]
    assert [tie.event.start for tie in path.steps[0].ties if tie.event] == ["1999-01-01", "2000-02-02"]
    assert all(tie.evidence and "MEETING" in tie.evidence.sentence for step in path.steps for tie in step.ties)


def test_neighbours_have_types_and_days_and_can_be_people_alone() -> None:
    questions = asking(
        article("a", meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ROBINSON, ANNAN, when="1999-02-01")),
        article("b", visit(ROBINSON, "CH", "2000-01-01"), meeting(ROBINSON, GUSMAO, status=Status.PLANNED)),
    )
    annan, switzerland = questions.neighbours("Robinson")
    assert (annan.actor.name, annan.events, annan.first, annan.last) == ("Kofi Annan", 2, "1998-05-03", "1999-02-01")
    assert annan.by_type == (TypeCount("Meeting", 2),)
    assert switzerland.actor.name == "Switzerland"
    assert [n.actor.name for n in questions.neighbours("Robinson", actor_types=["person"])] == ["Kofi Annan"]
    assert len(questions.neighbours("Robinson", statuses=None)) == 3
    with pytest.raises(QueryError, match=r"no actor type 'Persn'.*'Person'"):
        questions.neighbours("Robinson", actor_types=["Persn"])


def test_what_can_not_be_asked_is_told() -> None:
    questions = asking(article("a", meeting(ROBINSON, ANNAN)))
    with pytest.raises(QueryError, match="Name two"):
        questions.common("Robinson")
    with pytest.raises(QueryError, match="same actor"):
        questions.common("Robinson", "Annan", "Kofi Annan")
    with pytest.raises(QueryError, match="same actor"):
        questions.paths("Annan", "Kofi Annan")
    with pytest.raises(QueryError, match="no penalty"):
        questions.paths("Robinson", "Annan", hub_penalty=-1)
    with pytest.raises(QueryError, match="no limit of ties"):
        questions.paths("Robinson", "Annan", max_degree=-1)
    with pytest.raises(QueryError, match="Did you mean 'Meeting'"):
        questions.neighbours("Robinson", types=["Meetin"])
