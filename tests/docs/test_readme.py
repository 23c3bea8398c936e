"""What the README says is executed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import kg
from scripts.pages.documents import README, pages
from scripts.pages.environment import environment
from scripts.pages.play import played
from scripts.pages.stage import Stage

_LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


@pytest.fixture(scope="module")
def run(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The README as it should be, after all its blocks were run."""
    stage = Stage(folder, environment(tmp_path_factory.mktemp("programs") / "bin"))
    return played(README.read_text(encoding="utf-8"), stage)


def test_it_shows_what_happens(run: str) -> None:
    assert README.read_text(encoding="utf-8") == run, "`make pages` writes it anew"


@pytest.mark.usefixtures("run")
def test_the_graph_holds_both_meetings(folder: Path) -> None:
    rows = [json.loads(line) for line in kg.open(folder / "my-graph").jsonl()]
    statuses = sorted(row["properties"]["status"] for row in rows if row.get("type") == "MEETS")
    assert statuses == ["occurred", "planned"]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_the_table_of_rooms_names_every_room(root: Path) -> None:
    rooms = {path.name for path in (root / "kg").iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    table = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {room for room in rooms if f"`kg/{room}/`" not in table} == set()
