"""What the pages show is what happens: every block is run, and what it prints stands in the page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.pages.documents import README, ROOT, SERVER, TUTORIAL, folder_for, is_run, needs_server, pages
from scripts.pages.environment import environment
from scripts.pages.play import played, recipes
from scripts.pages.stage import Stage

OTHERS = [page for page in pages() if is_run(page) and page not in (README, TUTORIAL)]


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(tmp_path_factory.mktemp("programs") / "bin")


@pytest.fixture(scope="module")
def tutorial(setting: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that the tutorial leaves behind, and the tutorial as it should be."""
    folder = tmp_path_factory.mktemp("tutorial")
    return folder, played(TUTORIAL.read_text(encoding="utf-8"), Stage(folder, setting))


def test_the_tutorial(tutorial: tuple[Path, str]) -> None:
    assert TUTORIAL.read_text(encoding="utf-8") == tutorial[1], "`make pages` writes it anew"


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: str(page.relative_to(ROOT)))
def test_page(
    page: Path, tutorial: tuple[Path, str], setting: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    aliases = {}
    if needs_server(page):
        server = request.getfixturevalue("neo4j_server")
        setting, aliases = {**setting, "KG_NEO4J_PASSWORD": server.password}, {SERVER: server.uri}
    text = page.read_text(encoding="utf-8")
    stage = Stage(folder_for(page, tmp_path / "reader", tutorial[0]), setting, aliases)
    assert text == played(text, stage), "`make pages` writes it anew"


def test_the_cookbook_has_recipes_that_find_something() -> None:
    found = recipes((ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8"))
    assert len(found) >= 25
    assert [query.code for query, answer in found if answer.code.count("\n") < 2] == []


def test_the_environment_of_whoever_runs_the_tests_stays_outside(setting: dict[str, str]) -> None:
    assert not [name for name in setting if name.startswith("KG_")]
    assert setting["HOME"] == os.environ["HOME"]
