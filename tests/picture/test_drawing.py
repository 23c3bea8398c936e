from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.records import Graph
from kg.picture.choice import Choice
from kg.picture.data import picture_data, script_json
from kg.query.filters import filter_of
from kg.stores.filter import Filter
from tests.picture.drawings import drawn, names, picture_of, told
from tests.query.worlds import BOUNDS, is_within, worlds
from tests.story import article, meeting, signing, visit

few = settings(max_examples=25)  # each is a whole layout
ANN, BOB, CAT, DAN, EVE = (f"{name} Adams/IE" for name in ("Ann", "Bob", "Cat", "Dan", "Eve"))


def test_events_of_one_type_and_status_are_one_line() -> None:
    picture = drawn(
        article("a", meeting(ANN, BOB, when="1998-05-03"), meeting(ANN, BOB, when="1999-05-03")),
        article("b", meeting(ANN, BOB, when="2001-02-02", status=Status.PLANNED), visit(ANN, "CH", "2000-01-01")),
    )
    assert sorted(told(picture, line) for line in picture.lines) == [
        "Ann Adams - Bob Adams: Meeting occurred 2",
        "Ann Adams - Bob Adams: Meeting planned 1",
        "Ann Adams -> Switzerland: Visit occurred 1",
    ]
    assert names(picture)[0] == "Ann Adams"
    assert [event.event.start for event in picture.events] == ["1998-05-03", "1999-05-03", "2000-01-01", "2001-02-02"]
    assert picture.events[0].sentences[0].trigger == "MEETING"


def test_what_was_called_off_is_absent() -> None:
    picture = drawn(article("a", meeting(ANN, BOB, status=Status.NEGATED), meeting(ANN, CAT, status=Status.POSSIBLE)))
    assert sorted(names(picture)) == ["Ann Adams", "Cat Adams"]
    assert [event.event.status for event in picture.events] == ["possible"]
    with pytest.raises(QueryError, match=r"negated events are not drawn. `kg timeline"):
        drawn(article("a", meeting(ANN, BOB)), bounds=Filter(statuses=frozenset({"negated"})))


def test_an_event_of_many_is_a_node() -> None:
    picture = drawn(article("a", meeting(ANN, BOB, CAT, DAN, EVE, when="1998-05-03", place="#Bern/CH")))
    [gathering] = [node for node in picture.nodes if node.type == "Event"]
    assert gathering.name == "Meeting of 5, Bern"
    assert len(picture.lines) == 5
    assert gathering.events == (0,)
    assert names(picture).index(gathering.name) == 3  # after the third of its participants


def test_the_best_connected_are_drawn_first_and_the_rest_comes_along() -> None:
    told_of = [meeting(ANN, actor) for actor in (BOB, CAT, DAN)]
    picture = drawn(article("a", *told_of, meeting(EVE, "CH")), max_nodes=2)
    assert names(picture)[0] == "Ann Adams"
    assert picture.shown == 2
    assert len(picture.nodes) == 6
    assert (picture.left_out_actors, picture.left_out_events) == (0, 0)


def test_who_is_tied_to_nobody_waits_until_asked_for() -> None:
    alone = article("a", visit(ANN, "#Bern/CH"), signing(BOB))
    assert names(drawn(alone))[-1] == "Bob Adams"
    assert drawn(alone).shown == 2


def test_the_neighbourhood_of_actors() -> None:
    story = article("a", meeting(ANN, BOB), meeting(BOB, CAT), meeting(CAT, DAN), meeting(DAN, EVE), signing(ANN))
    ann = next(node.id for node in drawn(story).nodes if node.name == "Ann Adams")
    picture = drawn(story, around=(ann,))
    assert names(picture) == ["Ann Adams", "Bob Adams"]
    assert len(picture.events) == 2  # with what she did alone
    dan = next(node.id for node in drawn(story).nodes if node.name == "Dan Adams")
    both = drawn(story, around=(ann, dan))
    assert sorted(names(both)) == ["Ann Adams", "Bob Adams", "Cat Adams", "Dan Adams", "Eve Adams"]
    assert len(both.lines) == 4  # among neighbours too


def test_what_a_query_found() -> None:
    story = article("a", meeting(ANN, BOB), meeting(BOB, CAT), meeting(CAT, DAN))
    whole = drawn(story)
    ids = {node.name: node.id for node in whole.nodes}
    two = drawn(story, found=(ids["Bob Adams"], ids["Cat Adams"], "article:a", "nothing"))
    assert [told(two, line) for line in two.lines] == ["Bob Adams - Cat Adams: Meeting occurred 1"]
    one = drawn(story, found=(whole.events[0].event.id,))
    assert len(one.nodes) == 2
    assert drawn(story, found=()).nodes == ()


def test_too_much_is_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.picture.choice._NODES", 3)
    monkeypatch.setattr("kg.picture.choice._EVENTS", 1)
    picture = drawn(article("a", *(meeting(ANN, actor) for actor in (BOB, CAT, DAN))), max_nodes=2)
    assert len(picture.nodes) == 3
    assert (picture.left_out_actors, picture.left_out_events) == (1, 2)
    assert picture.nodes[0].total == 3
    assert len(picture.nodes[0].events) == 1


def test_an_empty_graph_is_an_empty_picture() -> None:
    assert drawn().nodes == ()
    assert Choice.__slots__  # a record


@few
@given(worlds(), BOUNDS)
def test_a_picture_holds_what_the_bounds_let_through_and_nothing_else(graph: Graph, bounds: dict[str, Any]) -> None:
    picture = picture_of(graph, filter_of((), **bounds))
    wanted = {
        node.id
        for node in graph.nodes
        if "Event" in node.labels and is_within(node, bounds, None) and node.properties["status"] != "negated"
    }
    assert {told_event.event.id for told_event in picture.events} == wanted
    for place, node in enumerate(picture.nodes):
        own = {i for i, e in enumerate(picture.events) if node.id in {p.actor.id for p in e.event.participants}}
        assert set(node.events) == (own or {i for i, e in enumerate(picture.events) if e.event.id == node.id})
        tied = [line for line in picture.lines if place in (line.head, line.tail)]
        assert bool(tied) == (place < picture.shown)
    for line in picture.lines:
        ends = {picture.nodes[line.head].id, picture.nodes[line.tail].id}
        for number in line.events:
            event = picture.events[number].event
            assert (event.type, event.status) == (line.type, line.status)
            assert ends <= {event.id, *(p.actor.id for p in event.participants)}


@few
@given(worlds())
def test_the_same_graph_gives_the_same_bytes(graph: Graph) -> None:
    again = Graph(tuple(reversed(graph.nodes)), tuple(reversed(graph.edges)))
    assert script_json(picture_data(picture_of(graph))) == script_json(picture_data(picture_of(again)))
