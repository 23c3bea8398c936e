"""`kg query`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import kg as library
from tests.cli.conftest import Kg

MEETINGS = "MATCH (e:Meeting) RETURN e.type AS type, e.n_articles AS n, [e.status] AS l ORDER BY e.id"


def test_rows_in_every_form(kg: Kg, workspace: Path) -> None:
    row = {"type": "Meeting", "n": 1, "l": ["occurred"]}
    assert json.loads(kg("query", workspace, MEETINGS).out) == [row, row]
    assert [json.loads(line) for line in kg("query", workspace, MEETINGS, "--format", "jsonl").out.splitlines()] == [
        row,
        row,
    ]
    ended = kg("query", workspace, MEETINGS, "--format", "csv").out.splitlines()
    assert list(csv.reader(ended)) == [["type", "n", "l"], *[["Meeting", "1", '["occurred"]']] * 2]
    assert "Meeting  1  [occurred]" in kg("query", workspace, MEETINGS, "--format", "table").out


def test_parameters_are_json_or_text(kg: Kg, workspace: Path) -> None:
    ended = kg("query", workspace, "RETURN $a AS a, $b AS b", "--param", "a=[1, null]", "--param", "b=2020-01-01")
    assert json.loads(ended.out) == [{"a": [1, None], "b": "2020-01-01"}]
    assert kg("query", workspace, "RETURN 1", "--param", "a").status == 2


def test_the_limit_is_told(kg: Kg, workspace: Path) -> None:
    ended = kg("query", workspace, MEETINGS, "--limit", "1")
    assert len(json.loads(ended.out)) == 1
    assert "only the first 1 rows" in ended.err


def test_a_mistake_has_a_caret(kg: Kg, workspace: Path) -> None:
    ended = kg("query", workspace, "MATCH (n)\nRETURN   nope")
    assert (ended.status, ended.out) == (6, "")
    lines = ended.err.splitlines()
    assert lines[0].startswith("kg: line 2, column 10: ")
    assert lines[2].index("^") == lines[1].index("nope")


def test_a_workspace_is_never_written_to(kg: Kg, workspace: Path) -> None:
    assert kg("query", workspace, "CREATE (n:Person)").status == 6
    ended = kg("query", workspace, "CREATE (n:Person)", "--write")
    assert ended.status == 8
    assert "made from its articles" in ended.err


def test_a_folder_of_ones_own(kg: Kg, tmp_path: Path) -> None:
    place = f"arcadedb:{tmp_path / 'own'}"
    assert kg("query", place, "MATCH (n) RETURN n").status == 8
    assert kg("query", place, "CREATE (n:Person {id: 'x'})", "--write").status == 0
    assert json.loads(kg("query", place, "MATCH (n:Person) RETURN n.id AS id").out) == [{"id": "x"}]


def test_from_python(workspace: Path) -> None:
    graph = library.open(workspace)
    answer = graph.cypher("MATCH (c:Country {id: $id}) RETURN c.name AS name", id="country:FR", limit_=5, timeout_=30)
    assert [row["name"] for row in answer] == ["France"] or len(answer) == 0
    with pytest.raises(library.QueryError):
        graph.cypher("RETURN")
