"""The pages build without a warning, and nothing in them comes from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest

import kg
from kg.cli.catalogue import COMMANDS
from tests.browser.chromium import NewPage

_LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href"), ("image", "href")}
_IN_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?([^\"')]+)")
_NOT_LOADED = {"canonical", "next", "prev"}  # links in the head that only say where something is


class Page(HTMLParser):
    """What a page loads, where its links lead, and the places in it that links can lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") in _NOT_LOADED:
            return
        self.loads += [values[name] for of, name in _LOADED if of == tag and name in values]
        self.loads += _IN_STYLE.findall(values.get("style", ""))


def _read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


@pytest.fixture(scope="module")
def read(site: Path) -> dict[Path, Page]:
    return {path: _read(path) for path in site.rglob("*.html")}


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The site on a server of this machine: the search fetches its index, which a page from the disk may not."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light")])
def test_in_a_browser(address: str, new_page: NewPage, width: int, scheme: str) -> None:
    watched = new_page(width=width, color_scheme=scheme)
    watched.page.goto(f"{address}/index.html")
    watched.photograph(f"documentation-{width}")
    watched.page.keyboard.press("/")  # opens the search
    watched.page.keyboard.type("retract")
    watched.page.locator(".md-search-result__item", has_text="Take back an article").first.wait_for()
    for name in ("tutorial", "reference/python"):
        watched.page.goto(f"{address}/{name}.html", wait_until="domcontentloaded")
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
        assert watched.accessibility_findings(within="article") == []


def test_nothing_is_loaded_from_another_host(site: Path, read: dict[Path, Page]) -> None:
    loads = [(path.name, load) for path, page in read.items() for load in page.loads]
    for path in site.rglob("*.css"):
        loads += [(path.name, load) for load in _IN_STYLE.findall(path.read_text(encoding="utf-8"))]
    assert len(loads) > len(read)
    assert [(name, load) for name, load in loads if urlsplit(load).netloc or load.startswith("//")] == []


def test_no_page_asks_for_the_diagrams_that_the_theme_draws_by_a_script_from_elsewhere(site: Path) -> None:
    assert [path for path in site.rglob("*.html") if 'class="mermaid"' in path.read_text(encoding="utf-8")] == []


def test_links_lead_somewhere(site: Path, read: dict[Path, Page]) -> None:
    lost = []
    for path, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (
                (site / parts.path.lstrip("/") if parts.path.startswith("/") else path.parent / parts.path)
                if parts.path
                else path
            )
            target = target.resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in read[target].anchors):
                lost.append((path.name, link))
    assert lost == []


def test_every_public_name_has_an_entry(site: Path, read: dict[Path, Page]) -> None:
    anchors = read[site / "reference" / "python.html"].anchors
    names = [name for name in kg.__all__ if name != "__version__"]
    assert [name for name in names if f"kg.{name}" not in anchors and f"{_home(name)}.{name}" not in anchors] == []
    questions = [name for name in dir(kg.Graph) if not name.startswith("_")]
    assert [name for name in questions if f"kg.Graph.{name}" not in anchors] == []


def _home(name: str) -> str:
    return str(getattr(kg, name).__module__)


def test_every_command_has_an_entry(site: Path, read: dict[Path, Page]) -> None:
    anchors = read[site / "reference" / "cli.html"].anchors
    assert [name for name in COMMANDS if f"kg-{name}" not in anchors] == []
