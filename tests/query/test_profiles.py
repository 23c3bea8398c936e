"""Search, offices, states visited, counts; and where reports differ."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.query.profile_results import YearCount
from kg.query.questions import Questions
from kg.query.relation_results import TypeCount
from kg.resolution.identity import normalised
from kg.stores.networkx_store import NetworkXStore
from tests.query.worlds import BOUNDS, PEOPLE, worlds
from tests.story import SCHEMA, Record, article, meeting, visit

ANN, BOB, RAUL = "Ann Adams/IE", "Bob Adams/IE", "Raúl Castro/CU"


def asked(*records: Record) -> Questions:
    return Questions(NetworkXStore(build_graph(records, SCHEMA)))


GRAPH = asked(
    article("a1", meeting(ANN, BOB, when="2015-04-11"), visit(ANN, "CH", "2016-03-20"), published="2016-03"),
    article("a2", visit(ANN, "#Bern/CH", "2018-01-01"), visit(ANN, "NO"), office=(ANN, "President", "IE")),
    article("a3", visit(ANN, "GH", "2020-05-01", Status.PLANNED), meeting(RAUL, BOB, when="2015-12-30/2016-01-02")),
)


class TestSearch:
    @pytest.mark.parametrize("typed", ["raul", "RAÚL C", "castro ra", "cas"])
    def test_any_words_begin_a_name(self, typed: str) -> None:
        assert [one.actor.name for one in GRAPH.search(typed)] == ["Raúl Castro"]

    def test_those_with_more_events_come_first(self) -> None:
        assert [one.actor.name for one in GRAPH.search("adams")] == ["Ann Adams", "Bob Adams"]
        assert GRAPH.search("adams")[0].events == 5

    def test_nothing_typed_finds_nothing(self) -> None:
        assert GRAPH.search(" .") == []
        assert GRAPH.search("zz") == []

    def test_types_and_limit(self) -> None:
        assert [one.actor.type for one in GRAPH.search("ber", types=["place"])] == ["Place"]
        assert len(GRAPH.search("a", limit=1)) == 1
        with pytest.raises(QueryError, match="no actor type"):
            GRAPH.search("a", types=["Planet"])

    @given(world=worlds(), typed=st.sampled_from(["a", "ad", "b ad", "s", "swi", "ann adams"]))
    @settings(max_examples=40)
    def test_it_finds_what_trying_all_names_finds(self, world: Graph, typed: str) -> None:
        questions = Questions(NetworkXStore(world))
        expected = {
            one.actor.id
            for one in questions.actors()
            if any(_begins(name, typed) for name in (one.actor.name, *one.actor.names))
        }
        found = {one.actor.id for one in questions.search(typed, limit=None) if one.events or one.actor.type != "Place"}
        assert found == expected


def _begins(name: str, typed: str) -> bool:
    """Whether every word typed begins some word of any one name; names of one actor are tried one by one."""
    words = normalised(name).split()
    return all(any(word.startswith(part) for word in words) for part in normalised(typed).split())


def test_offices_of_a_person_and_of_a_state() -> None:
    [office] = GRAPH.offices("Ann Adams")
    assert (office.title, office.of.name, office.former) == ("President", "IE", False)
    assert GRAPH.offices("country:IE") == [office]
    assert (office.told_first, office.told_last, office.articles) == (None, None, 1)


def test_offices_told_last_come_first_and_former_ones_come_last() -> None:
    def office(own_id: str, who: str, title: str, published: str | None) -> Record:
        return article(own_id, meeting(who, RAUL), office=(who, title, "IE"), published=published)

    graph = asked(
        office("a1", ANN, "President", "2015-04-11"),
        office("a2", ANN, "president", "2018"),
        office("a3", BOB, "President", "2016-01"),
        office("a4", BOB, "Envoy", None),
    )
    told = [(one.holder.name, one.title, one.told_first, one.told_last, one.articles) for one in graph.offices("IE")]
    assert told == [
        ("Ann Adams", "President", "2015-04-11", "2018", 2),
        ("Bob Adams", "President", "2016-01", "2016-01", 1),
        ("Bob Adams", "Envoy", None, None, 1),
    ]
    assert list(graph.offices("IE")[0].cells().items())[4:] == [
        ("told from", "2015-04-11"),
        ("to", "2018"),
        ("articles", 2),
    ]


def test_states_visited_with_the_places_in_them() -> None:
    switzerland, norway = GRAPH.visited("Ann Adams")
    assert (switzerland.country, switzerland.visits) == ("CH", 2)
    assert (switzerland.first, switzerland.last) == ("2016-03-20", "2018-01-01")
    assert (norway.country, norway.visits, norway.first) == ("NO", 1, None)
    assert [one.country for one in GRAPH.visited("Ann Adams", statuses=["planned"])] == ["GH"]
    assert GRAPH.visited("Bob Adams") == []


def test_events_are_counted_by_type_status_and_year() -> None:
    counts = GRAPH.event_counts("Ann Adams")
    assert (counts.events, counts.undated) == (5, 1)
    assert counts.by_type == (TypeCount("Visit", 4), TypeCount("Meeting", 1))
    assert counts.by_status == (TypeCount("occurred", 4), TypeCount("planned", 1))
    assert counts.by_year == tuple(YearCount(year, 1) for year in (2015, 2016, 2018, 2020))
    assert GRAPH.event_counts("Ann Adams", since="2016", types=["visit"], statuses=["occurred"]).events == 2


def test_the_overview_counts_all() -> None:
    overview = GRAPH.overview()
    assert (overview.articles, overview.first, overview.last) == (3, "2016-03", "2016-03")
    assert overview.events.events == 6
    assert overview.actors[0].type in ("Person", "Country")


def test_the_latest_come_first_without_what_is_only_planned() -> None:
    assert [one.event.end for one in GRAPH.latest(limit=3)] == ["2018-01-01", "2016-03-20", "2016-01-02"]
    assert GRAPH.latest(limit=1, statuses=["planned"])[0].event.end == "2020-05-01"


def test_a_timeline_goes_on_where_it_was_left() -> None:
    whole = GRAPH.timeline("Ann Adams")
    assert GRAPH.timeline("Ann Adams", offset=2, limit=2) == whole[2:4]


class TestDisagreements:
    def test_of_days_that_overlap_and_of_places(self) -> None:
        graph = asked(
            article("a1", meeting(ANN, BOB, when="2015-04-11", place="#Bern/CH")),
            article("a2", meeting(ANN, BOB, when="2015-04-01/2015-04-30", place="#Geneva/CH")),
            article("a3", meeting(ANN, BOB, when="2015-04-11")),
        )
        days, place = graph.evidence(graph.timeline("Ann Adams")[0].event.id).disagreements
        assert (days.about, days.is_conflict) == ("days", False)
        assert [(one.said, len(one.reports)) for one in days.tellings] == [
            ("2015-04-11/2015-04-11", 2),
            ("2015-04-01/2015-04-30", 1),
        ]
        assert (place.about, {one.said for one in place.tellings}) == ("place", {"Bern", "Geneva"})

    def test_of_status(self) -> None:
        graph = asked(
            article("a1", meeting(ANN, BOB, when="2015-04-11", status=Status.PLANNED), published="2015-04-01"),
            article("a2", meeting(ANN, BOB, when="2015-04-11"), published="2015-04-12"),
        )
        [status] = graph.evidence(graph.timeline("Ann Adams")[0].event.id).disagreements
        assert (status.about, status.is_conflict) == ("status", True)

    def test_none_where_all_say_the_same(self) -> None:
        assert GRAPH.evidence(GRAPH.timeline("Raúl Castro")[0].event.id).disagreements == ()


@given(world=worlds(), bounds=BOUNDS, person=st.sampled_from(PEOPLE))
@settings(max_examples=40)
def test_counts_are_those_of_the_timeline(world: Graph, bounds: dict[str, object], person: str) -> None:
    questions = Questions(NetworkXStore(world))
    name = person.partition("/")[0]
    if not any(one.actor.name == name for one in questions.actors()):
        return
    events = [one.event for one in questions.timeline(name, **bounds)]  # type: ignore[arg-type]
    counts = questions.event_counts(name, **bounds)  # type: ignore[arg-type]
    assert counts.events == len(events)
    assert sum(one.events for one in counts.by_year) + counts.undated == len(events)
    assert sum(one.events for one in counts.by_status) == len(events)


@given(world=worlds(), person=st.sampled_from(PEOPLE), limit=st.integers(0, 4))
@settings(max_examples=40)
def test_few_neighbours_are_the_first_of_all(world: Graph, person: str, limit: int) -> None:
    questions = Questions(NetworkXStore(world))
    name = person.partition("/")[0]
    if any(one.actor.name == name for one in questions.actors()):
        assert questions.neighbours(name, limit=limit) == questions.neighbours(name)[:limit]


@given(world=worlds(), bounds=BOUNDS)
@settings(max_examples=30)
def test_ties_that_are_kept_give_the_same_paths(world: Graph, bounds: dict[str, object]) -> None:
    fresh, still = Questions(NetworkXStore(world)), Questions(NetworkXStore(world), is_still=True)
    still.read_ties()
    names = [one.actor.id for one in fresh.actors()][:4]
    for a, b in pairwise(names):
        for _ in range(2):
            assert still.paths(a, b, **bounds) == fresh.paths(a, b, **bounds)  # type: ignore[arg-type]
        assert still.shortest_paths(a, b) == fresh.shortest_paths(a, b)
