"""What no code of kg's does, and that every defence the page of threats names has its test."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
#: Of ruff's rules for security: exec, eval, pickle, marshal, YAML's objects, a shell, XML with entities.
_RULES = "S102,S301,S302,S307,S506,S602,S604,S605,S609,S306,S313,S314,S318"


def test_nothing_of_strangers_is_unpickled_or_evaluated(root: Path) -> None:
    command = (sys.executable, "-m", "ruff", "check", "--isolated", "--select", _RULES, "--quiet", "kg")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_threat_has_its_test(root: Path) -> None:
    page = (root / "docs" / "explanation" / "threats.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "Shown by" not in line]
    assert len(rows) > 10
    for row in rows:
        assert _TEST.search(row) or "by hand" in row, row
        for file, name in _TEST.findall(row):
            tree = ast.parse((root / file).read_text(encoding="utf-8"))
            there = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
            assert name in there, f"{file}::{name}"
