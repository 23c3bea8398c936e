"""Who is refused before any page: other names, other sites, too much, other methods."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.web.door import COOKIE, Door
from kg.web.limits import Limits
from tests.web.conftest import Explore

TOKEN = "a-token-of-some-length"


@pytest.mark.parametrize(
    "host", ["attacker.example", "localhost.attacker.example:80", "", "127.0.0.1.nip.io", "10.0.0.1"]
)
def test_another_name_of_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Ann Adams" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:80"])
def test_names_of_loopback_are_let_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://attacker.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "https://localhost"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
def test_other_sites_read_nothing(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.get("/suggest?q=ann", headers=headers)
    assert answer.status_code == 403
    assert "Ann Adams" not in answer.text


def test_a_link_from_another_site_leads_here(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize("origin", [None, "null", "http://attacker.example", "http://localhost:81"])
def test_forms_of_other_sites_are_refused(client: TestClient, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    assert client.post("/token", data={"token": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_a_long_address_is_refused(client: TestClient) -> None:
    assert client.get("/search", params={"q": "x" * 20_000}).status_code == 414


def test_a_long_body_is_refused_unread(explore: Explore, workspace: Path) -> None:
    client = explore(workspace, limits=Limits(form=1000))
    headers = {"Origin": "http://localhost"}
    answer = client.post("/token", content=b"x" * 2000, headers=headers)
    assert (answer.status_code, answer.headers["connection"]) == (413, "close")
    assert client.post("/token", content=b"", headers={**headers, "Content-Length": "-1"}).status_code == 413
    # Without a length it is counted while it comes.
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/token", content=iter([b"token="] + [b"x" * 100] * 20), headers=form).status_code == 413


@pytest.mark.parametrize("address", ["/", "/actors", "/nothing", "/search?q=x", "/suggest?q=a", "/static/explorer.js"])
def test_every_answer_binds_the_browser(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == ("no-cache" if "static" in address else "no-store")


def test_refusals_bind_the_browser_too(client: TestClient) -> None:
    assert "default-src 'none'" in client.get("/", headers={"Host": "x"}).headers["content-security-policy"]


class TestToken:
    @pytest.fixture
    def stranger(self, explore: Explore, workspace: Path) -> TestClient:
        return explore(workspace, door=Door(open_to_others=True, token=TOKEN))

    @pytest.mark.parametrize("address", ["/", "/actors", "/suggest?q=ann", "/event/event:1", "/token", "/?token=wrong"])
    def test_without_it_nothing_is_shown(self, stranger: TestClient, address: str) -> None:
        answer = stranger.get(address)
        assert answer.status_code == 401
        assert "Ann Adams" not in answer.text

    def test_it_opens_the_door_once_and_leaves_the_address(self, stranger: TestClient) -> None:
        answer = stranger.get("/", params={"token": TOKEN}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=lax" in cookie.lower()
        assert TOKEN not in cookie
        assert stranger.get("/actors").status_code == 200

    def test_it_leads_to_no_other_host(self, stranger: TestClient) -> None:
        asked = "http://localhost//elsewhere.example/actors"
        answer = stranger.get(asked, params={"token": TOKEN}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/elsewhere.example/actors")

    def test_it_can_be_typed(self, stranger: TestClient) -> None:
        headers = {"Origin": "http://localhost"}
        assert stranger.post("/token", data={"token": "wrong"}, headers=headers).status_code == 401
        assert stranger.post("/token", data={"token": TOKEN}, headers=headers).status_code == 200
        assert stranger.get("/").status_code == 200

    @pytest.mark.parametrize("cookie", ["", TOKEN, "0" * 64, '"', "é"])
    def test_a_made_up_cookie_is_none(self, stranger: TestClient, cookie: str) -> None:
        headers = {b"Cookie": f"{COOKIE}={cookie}".encode()}
        assert stranger.get("/", headers=headers).status_code == 401

    def test_an_address_in_numbers_is_a_name_of_ours(self, stranger: TestClient) -> None:
        assert stranger.get("/", headers={"Host": "192.0.2.1:80"}).status_code == 401
        assert stranger.get("/", headers={"Host": "attacker.example"}).status_code == 421
