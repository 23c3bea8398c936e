"""`kg check`: a sound workspace ends with 0, a fault with 5 and a line that names it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.workspace.opening import FILE

Kg = Callable[..., Any]


def test_a_sound_workspace(kg: Kg, workspace: Path) -> None:
    ended = kg("check", workspace)
    assert (ended.status, ended.err) == (0, "")
    assert [(part["what"], part["faults"]) for part in json.loads(ended.out)][:3] == [
        ("record", []),
        ("graph", []),
        ("saved graph", []),
    ]
    table = kg("check", workspace, "--format", "table").out
    assert "record" in table
    assert "none" in table


def test_a_damaged_one(kg: Kg, workspace: Path) -> None:
    connection = sqlite3.connect(workspace / FILE)
    with connection:
        connection.execute("UPDATE articles SET text = '\x1b[31m' || text WHERE id = 'a'")
    connection.close()
    ended = kg("check", workspace, "--format", "table")
    assert ended.status == 5
    assert ended.err.count("\n") == 1
    assert "article 'a': the text is damaged" in ended.err


def test_a_server_that_is_not_there(kg: Kg, workspace: Path) -> None:
    ended = kg("check", workspace, "bolt://127.0.0.1:9")
    assert ended.status == 5
    assert "kg: bolt://127.0.0.1:9: " in ended.err
