"""The picture in pages of others: a notebook's frame, and a server's page under a strict policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.picture.data import picture_data, script_json
from kg.picture.view import View
from tests.browser.chromium import NewPage
from tests.browser.test_picture_file import story

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """A folder on a server that lets only its own scripts and styles run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_server_can_embed_it_under_a_strict_policy(new_page: NewPage, web: Path, tmp_path: Path, served: str) -> None:
    for name in ("picture.js", "picture.css"):
        (tmp_path / name).write_bytes((web / name).read_bytes())
    data = script_json({**picture_data(story()), "links": {"actor": "/actor/", "event": "/event/"}})
    (tmp_path / "page.html").write_text(
        f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>An actor</title><link rel="icon" href="data:,">
        <link rel="stylesheet" href="picture.css"><main><h1>An actor</h1>
        <div data-kg-picture="near" data-kg-heading="2"></div></main>
        <script type="application/json" id="near">{data}</script><script src="picture.js"></script></html>""",
        encoding="utf-8",
    )
    watched = new_page()
    watched.page.goto(f"{served}/page.html")
    watched.page.locator(".kgp-node[aria-label^='Ann Adams']").click()
    expect(watched.page.get_by_role("heading", level=2).first).to_have_text("test")
    link = watched.page.get_by_role("link", name="Open its page")
    assert str(link.get_attribute("href")).startswith("/actor/person%3A")
    watched.page.locator("g.kgp-kind-event").click()
    assert str(link.get_attribute("href")).startswith("/event/event%3A")
    assert watched.page.evaluate("location.hash") == ""
    assert watched.accessibility_findings() == []
    watched.photograph("picture-embedded")


def test_a_notebook_shows_it_in_a_frame(new_page: NewPage, web: Path, tmp_path: Path) -> None:  # noqa: ARG001
    frame = View(story())._repr_html_()
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><html lang=en><title>Notebook</title><main><h1>Cell</h1>{frame}</main>", "utf-8")
    watched = new_page()
    watched.page.goto(path.as_uri())
    inside = watched.page.frame_locator("iframe")
    inside.locator(".kgp-node[aria-label^='Ann Adams']").click()
    expect(inside.get_by_role("heading", level=2).first).to_have_text("Ann Adams")
    watched.photograph("picture-notebook")
