"""The pages say what the graph says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.story import article, meeting, visit
from tests.web.conftest import ANN, DAN, Explore, write


def test_the_first_page_counts_and_leads_on(client: TestClient) -> None:
    page = client.get("/").text
    assert "6 events told by 5 articles" in page
    assert "Ann Adams" in page
    assert "2 February 2020" in page


def test_suggestions_are_found_by_any_word(client: TestClient) -> None:
    found = client.get("/suggest?q=adams an").json()
    assert [(one["name"], one["type"], one["events"]) for one in found] == [("Ann Adams", "Person", 4)]
    assert client.get("/suggest?q=").json() == []


def test_a_search_with_one_answer_leads_there(client: TestClient) -> None:
    answer = client.get("/search?q=ann")
    assert answer.url.path.startswith("/actor/person:")
    assert "<h1>Ann Adams</h1>" in answer.text
    assert "Nobody is called so" in client.get("/search?q=nobody").text
    assert "Bob Adams" in client.get("/search?q=adams").text


def test_the_index_has_types_and_pages(client: TestClient) -> None:
    assert "Switzerland" in client.get("/actors?type=Country").text
    assert "Bob Adams" not in client.get("/actors?type=Country").text
    assert "No more here" in client.get("/actors?page=99").text
    assert client.get("/actors?type=Nonsense").status_code == 400


class TestActor:
    def test_it_has_offices_timeline_counterparts_and_states(self, client: TestClient) -> None:
        page = client.get("/actor/Ann Adams").text
        assert "told in 1 article without a date" in page
        for text in ("President", "Most often with", "Bob Adams", "States visited", 'data-country="NO"', "1 May 2018"):
            assert text in page
        assert '<span class="status planned">planned</span>' in page

    def test_the_filters_are_in_the_address(self, client: TestClient) -> None:
        page = client.get("/actor/Ann Adams?since=2018&status=occurred&type=visit").text
        assert "1 May 2018" in page
        assert "20 March 2016" not in page
        assert client.get("/actor/Ann Adams?since=soon").status_code == 400

    def test_a_name_leads_to_the_one_address(self, client: TestClient) -> None:
        answer = client.get("/actor/ann adams?since=2018")
        assert answer.url.path.startswith("/actor/person:")
        assert answer.url.query == b"since=2018"

    def test_whoever_is_unknown_has_no_page(self, client: TestClient) -> None:
        answer = client.get("/actor/Nobody Knows")
        assert answer.status_code == 404
        assert "no actor" in answer.text


class TestMany:
    """Somebody with more of everything than one looks at."""

    @pytest.fixture
    def client(self, explore: Explore, tmp_path: Path) -> TestClient:
        """Fourteen states, each with its minister, were visited eight times by one, who met a crowd each time."""
        states = ["CH", "NO", "SE", "DE", "FR", "IT", "ES", "PT", "PL", "AT", "BE", "NL", "DK", "FI"]
        crowd = [f"{name} Crowd/IE" for name in ("Ina", "Jon", "Kim")]
        stories = [
            article(
                state,
                *(visit(ANN, f"#Town of {state}/{state}", f"{2000 + year}-03-02") for year in range(8)),
                *(meeting(ANN, *crowd, when=f"{2000 + year}-04-{place + 1:02}") for year in range(4)),
                office=(f"Minister{chr(97 + place)} Adams/IE", "Minister", "IE"),
            )
            for place, state in enumerate(states)
        ]
        return explore(write(tmp_path / "many", *stories))

    def test_the_rest_of_a_long_list_opens_on_demand(self, client: TestClient) -> None:
        page = client.get("/actor/Ann Adams").text
        shown, rest = page.split('<details class="rest">')
        assert (shown.count("data-country"), rest.count("data-country")) == (12, 2)
        assert "and 2 more" in rest
        assert "and 2 more" in client.get("/actor/country:IE").text  # who holds an office there

    def test_pages_are_counted(self, client: TestClient) -> None:
        page = client.get("/actor/Ann Adams").text
        assert "Page 1 of 4" in page
        assert 'page=4#timeline">Last page' in page
        last = client.get("/actor/Ann Adams?page=4").text
        assert "Page 4 of 4" in last
        assert "Next page" not in last
        assert "Page 1 of 2" in client.get("/actor/Ann Adams?type=Meeting").text

    def test_a_small_picture_draws_few_at_once_and_has_the_others(self, client: TestClient) -> None:
        data = client.get("/picture.json?near=Ann Adams").json()
        assert data["shown"] == 40
        assert len(data["nodes"]) == 56 + 11  # meetings of four are nodes
        assert client.get("/picture.json?actor=Ann Adams").json()["shown"] > 67


class TestEvent:
    def test_it_has_every_report_and_where_they_differ(self, client: TestClient) -> None:
        [event] = {one.event.id for one in client.app.state.desk.shelf._current.graph.common("Ann Adams", "Bob Adams")}  # type: ignore[attr-defined]
        page = client.get(f"/event/{event}").text
        assert "All 2 reports" in page
        assert "Where the reports differ" in page
        assert "April 2015" in page
        assert "11 April 2015" in page
        assert "conflict" not in page  # a day lies in its month
        assert client.get(f"/event/{event[:14]}").url.path == f"/event/{event}"

    def test_what_is_unknown_has_no_page(self, client: TestClient) -> None:
        assert client.get("/event/event:xyz").status_code == 404


class TestConnections:
    def test_events_of_both_and_ways_through_others(self, client: TestClient) -> None:
        page = client.get("/connections?a=Ann Adams&b=Bob Adams").text
        assert "Together in 1 event" in page
        page = client.get("/connections?a=Ann Adams&b=Cat Adams").text
        assert "Through others" in page
        assert "<mark>MEETING</mark>" in page

    def test_the_address_has_ids(self, client: TestClient) -> None:
        answer = client.get("/connections?a=Ann Adams&a_id=&b=Bob Adams&b_id=nonsense&steps=2")
        assert answer.url.params["a"].startswith("person:")
        assert answer.url.params["steps"] == "2"
        assert client.get(answer.url).history == []

    def test_whoever_may_be_meant_is_listed(self, client: TestClient) -> None:
        answer = client.get("/connections?a=Adams&b=Ann Adams")
        assert answer.status_code == 404
        assert "Whom do you mean by “Adams”?" in answer.text
        assert "Cat Adams" in answer.text

    def test_one_alone_has_its_neighbours(self, client: TestClient) -> None:
        assert "Bob Adams" in client.get("/connections?a=Ann Adams").text
        assert "Name two" in client.get("/connections?a=Ann Adams&b=Ann Adams").text
        assert client.get("/connections").status_code == 200


def test_a_new_graph_of_the_workspace_is_shown(client: TestClient, workspace: Path) -> None:
    assert client.get("/search?q=dan").url.path == "/search"
    write(workspace, article("a9", meeting(ANN, DAN)))
    assert "Dan Adams" in client.get("/search?q=dan").text


def test_a_store_is_shown_like_a_workspace(explore: Explore, lines: str) -> None:
    client = explore(lines)
    assert "Ann Adams" in client.get("/").text
    page = client.get("/actor/Ann Adams").text
    assert "Add articles" not in page
    assert "/article?" not in page


@pytest.mark.parametrize("address", ["/nothing", "/static/nothing.js", "/actor", "/static/"])
def test_what_there_is_not_is_a_page_that_says_so(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


class TestPicture:
    def test_a_neighbourhood_has_the_actor_and_those_it_shares_events_with(self, client: TestClient) -> None:
        answer = client.get("/picture.json?near=Ann Adams")
        assert answer.headers["content-type"] == "application/json"
        names = {node["name"] for node in answer.json()["nodes"]}
        assert {"Ann Adams", "Bob Adams", "Switzerland"} <= names
        assert client.get("/picture.json?near=Ann Adams").json() == answer.json()

    def test_of_what_was_found_and_of_actors(self, client: TestClient) -> None:
        found = client.get("/suggest?q=adams").json()
        ids = [one["id"] for one in found]
        assert {node["id"] for node in client.get("/picture.json", params={"id": ids}).json()["nodes"]} == set(ids)
        assert client.get("/picture.json?actor=Cat Adams&since=2017").json()["title"] == "Cat Adams"
        assert client.get("/picture.json", params={"id": ["x"] * 301}).status_code == 400
        assert client.get("/picture.json?actor=Nobody").status_code == 404

    def test_the_page_asks_for_it(self, client: TestClient) -> None:
        page = client.get("/picture?actor=Ann Adams&since=2015").text
        assert re.search(r'data-picture="/picture.json\?actor=person%3A\w+&amp;since=2015"', page)
        assert client.get("/picture").status_code == 200
