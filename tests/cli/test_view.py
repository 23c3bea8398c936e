"""`kg view` as a user and as a program calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


@pytest.fixture(autouse=True)
def _bundled(web: Path) -> None:
    """The scripts have to be there."""


def test_the_whole_graph(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    ended = kg("view", workspace, "-o", tmp_path / "g.html")
    assert ended.status == 0
    counts = {"nodes": 3, "shown": 3, "events": 2, "left_out_actors": 0, "left_out_events": 0}
    assert json.loads(ended.out) == [{"file": str(tmp_path / "g.html"), **counts}]
    assert '"FR ","met"," DE"' in (tmp_path / "g.html").read_text(encoding="utf-8")
    again = kg("view", workspace, "-o", tmp_path / "g.html", "--format", "table", "--max-nodes", "2")
    assert again.out.endswith("g.html: 3 nodes and 2 events; 2 nodes are drawn at once, the rest on demand\n")


def test_around_an_actor_within_bounds(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    [row] = json.loads(kg("view", workspace, "FR", "-o", tmp_path / "g.html").out)
    assert (row["nodes"], row["events"]) == (2, 1)
    [row] = json.loads(kg("view", workspace, "--since", "2021", "-o", tmp_path / "g.html").out)
    assert row["nodes"] == 0


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["Frence"], 6, "no actor 'Frence' in this graph."),
        (["--status", "negated"], 6, "negated events are not drawn. `kg timeline --status negated` lists those"),
        (["--type", "Meetin"], 6, "Did you mean 'Meeting'?"),
        (["--max-nodes", "0"], 2, "Invalid value for '--max-nodes'"),
        (["--max-nodes", "2001"], 6, "2001 nodes can't be drawn at once. Give a number from 1 to 2000"),
        (["-o", "gone/g.html"], 8, "gone/g.html: the picture can't be written"),
    ],
)
def test_what_can_be_wrong(kg: Kg, workspace: Path, arguments: list[str], status: int, says: str) -> None:
    ended = kg("view", workspace, *arguments)
    assert (ended.status, ended.out) == (status, "")
    assert says in ended.err
    assert ended.err.count("\n") == 1


def test_without_a_graph(kg: Kg, tmp_path: Path) -> None:
    ended = kg("view", tmp_path / "nowhere")
    assert ended.status == 5
    assert "no such folder" in ended.err
