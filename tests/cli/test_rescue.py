"""`kg rescue`: what is saved, and 5 with a line for each article that is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kg.workspace.opening import FILE
from tests.failing_disk import fail

Kg = Callable[..., Any]


def test_a_sound_one(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    ended = kg("rescue", workspace, "--into", tmp_path / "new")
    assert (ended.status, ended.err) == (0, "")
    [told] = json.loads(ended.out)
    assert told["saved"] > 0
    assert told["lost"] == []
    assert kg("check", tmp_path / "new").status == 0


def test_a_page_that_the_disk_does_not_give(
    kg: Kg, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, workspace / FILE, range(4096))
    ended = kg("rescue", workspace, "--into", tmp_path / "new")
    assert ended.status == 5
    assert ended.err == f"kg: {workspace}: 1 of its pages can't be read from the disk; they are passed over\n"
    assert json.loads(ended.out)[0]["unreadable"] == 1


def test_a_text_that_is_damaged(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(workspace / FILE)) as connection, connection:
        connection.execute("UPDATE articles SET text = 'x' || text, origin = 'a\x1b[31m.txt' WHERE id = 'a'")
    ended = kg("rescue", workspace, "--into", tmp_path / "new", "--format", "table")
    assert ended.status == 5
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("kg: lost: article 'a' (a")
    assert "\x1b" not in ended.err
    assert ended.err.endswith("): its text is damaged\n")
    assert "1 lost" in ended.out
