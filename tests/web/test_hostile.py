"""Texts and addresses that mean harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HOSTILE, STORIES

QUERIES = (
    "MATCH (n) RETURN n",
    "MATCH (r:Report) RETURN r.sentence AS `<script>alert(4)</script>`, r",
    "MATCH p=(:Person)-[]->() RETURN p LIMIT 20",
    "RETURN {a: '<script>', b: ['</td>', '{{7*7}}']} AS m, \"javascript:alert(5)\" AS j",
)


class _Tags(HTMLParser):
    """All tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def pages(client: TestClient) -> dict[str, str]:
    """Every page that shows a text of an article or a name, by its address."""
    graph = client.app.state.desk.shelf._current.graph  # type: ignore[attr-defined]
    actors = [one.actor for one in graph.search("mallory") + graph.search("evil") + graph.search("quote")]
    assert len(actors) == len(HOSTILE)
    [entry] = graph.timeline(actors[0].id)
    pair = {"a": actors[0].id, "b": actors[1].id}
    found = [client.get("/"), client.get("/actors"), client.get("/search", params={"q": "<script>alert(3)</script>"})]
    found += [client.get(f"/actor/{one.id}") for one in actors]
    found += [client.get(f"/event/{entry.event.id}"), client.get("/connections", params=pair)]
    found += [client.get("/connections", params={"a": "<script>alert(3)</script>", "b": "{{7*7}}"})]
    found += [client.get("/actor/<script>alert(3)<%2Fscript>"), client.get("/<script>alert(3)<%2Fscript>")]
    own_id = STORIES[-1][0].id
    found += [client.get("/article", params={"id": own_id}), client.get("/article", params={"id": "{{7*7}}<script>"})]
    found += [client.get("/cypher", params={"q": query}) for query in (*QUERIES, "{{7*7}}</textarea><script>")]
    assert [answer.status_code for answer in found].count(500) == 0
    return {str(answer.url): answer.text for answer in found}


def test_no_text_becomes_markup_or_is_run(client: TestClient) -> None:
    shown = pages(client)
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in shown.values())
    assert any("{{7*7}}" in page for page in shown.values())
    for address, page in shown.items():
        tags = _Tags(page).found
        scripts = [known for tag, known in tags if tag == "script"]
        assert all(re.fullmatch(r"/static/(?:explorer|picture)\.js\?\w+", known["src"] or "") for known in scripts), (
            address
        )
        for tag, known in tags:
            assert tag not in ("img", "iframe", "object", "embed", "style", "base"), address
            assert not any(name.startswith("on") or name == "style" for name in known), (address, tag, known)
            for name in ("href", "src", "action"):
                assert not (known.get(name) or "").lower().startswith(("javascript:", "//")), (address, known)
        assert "49" not in re.sub(r'[?/"#:][^"<\s]*', "", page), address


def test_no_page_leads_off_this_machine(client: TestClient) -> None:
    for address, page in pages(client).items():
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page), address


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../etc/passwd",
        "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/static/%2e%2e/%2e%2e/LICENSES.txt",
        "/static/LICENSES.txt",
        "/static/explorer.js%00.css",
        "/actor/../../../../etc/passwd",
        "/actor/..%2f..%2f..%2fetc%2fpasswd",
        "/actor//etc/passwd",
        "/event/..%2f..%2fetc%2fpasswd",
        "/event/event:%00",
        "/actor/%ff%fe",
        "/search?q=%ff%fe",
        "/suggest?q=%00",
        "/connections?a=%c3%28&b=..%2f..",
        "/article?id=..%2f..%2f..%2fetc%2fpasswd",
        "/article?id=%00",
        "/article?id=%ff",
        "/upload/..%2f..%2fetc%2fpasswd",
        "/upload/../../etc/passwd",
        "/upload/x/state",
        "/cypher/answer.%2e%2e%2fx?q=RETURN+1",
        "/cypher?q=%ff%fe",
        "/actors?type=..%2f..&page=9999999999999999999999",
    ],
)
def test_no_path_reaches_the_file_system(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (200, 400, 404)
    assert "root:" not in answer.text
    assert "MIT License" not in answer.text
