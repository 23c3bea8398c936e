"""An explorer of a workspace whose articles mean harm: markup, template syntax and more in every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.pipeline.current import renewed
from kg.stores.jsonl import export_jsonl
from kg.web.app import explorer
from kg.web.limits import Limits
from kg.web.opened import Place, Shelf
from kg.workspace.codec import decode_facts, encode_facts
from kg.workspace.workspace import Workspace
from tests.story import SCHEMA, Record, article, meeting, visit

ANN, BOB, CAT, DAN = (f"{name} Adams/IE" for name in ("Ann", "Bob", "Cat", "Dan"))
SCRIPT = "<script>alert(1)</script>"
_SLASH = "∕"  # stands for a slash, which in a story parts a name from its state
TEMPLATE = "{{7*7}}${7*7}{% raw %}"
HOSTILE = [
    f"Eve {SCRIPT.replace('/', _SLASH)} Evil/IE",
    f"{TEMPLATE} Mallory/IE",
    "\"><img src=x onerror=alert(2)> Quote'Double/IE",
]


def _slashed(record: Record) -> Record:
    one, facts = record
    text = one.text.replace(_SLASH, "/")
    return replace(one, text=text), decode_facts(encode_facts(facts).replace(_SLASH.encode(), b"/"))


STORIES: list[Record] = [
    article("a1", meeting(ANN, BOB, when="2015-04-11"), visit(ANN, "CH", "2016-03-20"), published="2016-03-21"),
    article("a2", meeting(ANN, BOB, when="2015-04-01/2015-04-30", place="#Bern/CH"), published="2015-05"),
    article("a3", meeting(BOB, CAT, when="2017-01-02"), visit(ANN, "NO", "2018-05-01"), title="Second <b>news</b>"),
    article("a4", visit(ANN, "CH", "2019-01-01", Status.PLANNED), office=(ANN, "President", "IE")),
    _slashed(
        article(f"../{SCRIPT}?x=1&y#z", meeting(*HOSTILE, when="2020-02-02"), title=f"</title>{SCRIPT}{TEMPLATE}")
    ),
]


def write(folder: Path, *records: Record) -> Path:
    """Put articles with their facts into a workspace, as `kg build` does."""
    with Workspace.open(folder, create=True) as workspace:
        for one, facts in records:
            workspace.save(one, facts, "story")
        renewed(workspace, SCHEMA, {})
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with all stories; its articles' addresses are of scripts, and so are those who wrote them."""
    author = f"Jane {SCRIPT}{TEMPLATE}"
    return write(
        tmp_path / "stories",
        *((replace(one, url=f"javascript:alert('{one.id}')", author=author), facts) for one, facts in STORIES),
    )


@pytest.fixture
def lines(tmp_path: Path) -> str:
    """The graph of the stories as a store: a file of lines."""
    file = tmp_path / "graph.jsonl"
    file.write_text("".join(export_jsonl(build_graph(STORIES, SCHEMA))), encoding="utf-8")
    return f"networkx:{file}"


Explore = Callable[..., TestClient]


@pytest.fixture
def explore(web: Path) -> Iterator[Explore]:  # noqa: ARG001 - the scripts have to be there
    """Open the explorer of a place; takes what `explorer` takes."""
    opened: list[TestClient] = []

    def explored(place: Path | str, *, limits: Limits | None = None, **known: object) -> TestClient:
        app = explorer(Shelf(Place.of(str(place))), limits=limits, **known)  # type: ignore[arg-type]
        client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
        opened.append(client)
        return client.__enter__()

    yield explored
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(explore: Explore, workspace: Path) -> TestClient:
    """A visitor of the explorer of the hostile workspace."""
    return explore(workspace)
