from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.workspace.workspace import Workspace
from tests.cli.conftest import Kg
from tests.story import article, meeting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        workspace.save(*article("a", meeting("Jim Baker/US", "Wim Kok/NL", when="1998-05-03")), "f1")
        workspace.save(*article("b", meeting("James A. Baker/US", "Mary Robinson/IE", when="1998-06-03")), "f1")
    return tmp_path / "w"


def test_a_decision_is_listed_explained_and_undone(folder: Path, kg: Kg) -> None:
    ended = kg("resolve", "different", folder, "Jim Baker", "James A. Baker", "--by", "ann", "--reason", "two Texans")
    [made] = json.loads(ended.out)
    assert (made["a"], made["b"], made["verdict"], made["judge"]) == ("james a baker", "jim baker", "different", "ann")
    assert json.loads(kg("resolve", "list", folder, "--by", "person").out) == [made]
    [why] = json.loads(kg("resolve", "why", folder, "Jim Baker", "James A. Baker").out)
    assert (why["one"], why["judgements"]) == (False, [made])
    assert json.loads(kg("resolve", "undo", folder, made["id"]).out) == [made]
    assert [row["judge"] for row in json.loads(kg("resolve", "list", folder).out)] == ["machine"]


def test_tables_are_for_people(folder: Path, kg: Kg) -> None:
    assert kg("resolve", "list", folder, "--format", "table").out == "no judgements\n"
    assert kg("resolve", "same", folder, "Wim Kok", "Mary Robinson", "--format", "table").status == 0
    out = kg("resolve", "why", folder, "Jim Baker", "James A. Baker", "--format", "table").out
    assert "1 node" in out
    assert "two forms of one name (-1); of one state: US (+4)" in " ".join(out.split())


def test_an_unknown_name_ends_with_the_status_of_questions(folder: Path, kg: Kg) -> None:
    ended = kg("resolve", "same", folder, "Jim Bakker", "James A. Baker")
    assert ended.status == 6
    assert "Did you mean" in ended.err


def test_every_command_has_an_example(kg: Kg) -> None:
    for name in ("list", "same", "different", "unsure", "undo", "why"):
        assert f"kg resolve {name} my-graph" in kg("resolve", name, "--help").out
