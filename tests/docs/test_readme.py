"""What the README says is executed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.fixture(scope="module")
def played(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which all blocks of the README were run, one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "bin").mkdir()
    command = folder / "bin" / "kg"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from kg.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    search = os.pathsep.join([str(command.parent), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": search, "PYTHONPATH": str(root)}
    blocks = _BLOCK.findall((root / "README.md").read_text(encoding="utf-8"))
    assert {language for language, _ in blocks} == {"sh", "python"}
    blocks += _BLOCK.findall((root / "docs" / "graph.md").read_text(encoding="utf-8"))
    for language, block in blocks:
        run = ["bash", "-euo", "pipefail", "-c", block] if language == "sh" else [sys.executable, "-c", block]
        done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
    return folder


def test_the_facts_are_what_the_articles_say(played: Path) -> None:
    facts = [json.loads(line) for line in (played / "facts.jsonl").read_text().splitlines()]
    told = [(event["type"], event["status"], event["date"]["start"]) for fact in facts for event in fact["events"]]
    assert told == [("meet", "occurred", "2022-04-21"), ("meet", "planned", "2022-06-10")]


def test_the_graph_holds_both_meetings(played: Path) -> None:
    rows = [json.loads(line) for line in (played / "my-graph.jsonl").read_text().splitlines()]
    statuses = sorted(row["properties"]["status"] for row in rows if row.get("type") == "MEETS")
    assert statuses == ["occurred", "planned"]


@pytest.mark.parametrize(
    "document",
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/graph.md", "docs/schemas.md", "docs/corrections.md"],
)
def test_links_lead_somewhere(root: Path, document: str) -> None:
    page = root / document
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert all((page.parent / link).exists() for link in links if "://" not in link), links


def test_the_table_of_rooms_names_every_room(root: Path) -> None:
    rooms = {path.name for path in (root / "kg").iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    table = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {room for room in rooms if f"`kg/{room}/`" not in table} == set()
