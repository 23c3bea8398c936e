"""Nothing in code or data is there because of the articles the project starts from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

#: What only those articles' people and phrases can mean, in any spelling.
NAMES = re.compile(r"\b(?:putin|jinping|xi's)\b|\bboundless\b|\bmulti-vector\b", re.IGNORECASE)
#: Also a surname and a given name in tables of languages, a numeral, and towns: no more than one word of a table.
SHORT_NAMES = re.compile(r"\b(?:Xi|Vladimir)\b(?!['’]an)")
#: Tables of names as languages and maps have them, made by scripts: here those short ones may stand.
TABLES = (".tsv", ".txt")


def _constants(path: Path) -> Iterator[tuple[int, str]]:
    """All strings of a module but docstrings, and all names, with their lines. Comments decide nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


def _found(path: Path, root: Path) -> Iterator[str]:
    if path.suffix == ".py":
        lines = list(_constants(path))
    else:
        lines = list(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    patterns = (NAMES,) if path.suffix in TABLES else (NAMES, SHORT_NAMES)
    for number, line in lines:
        for pattern in patterns:
            if found := pattern.search(line):
                yield f"{path.relative_to(root)}:{number}: {found[0]}"


def _files(root: Path) -> list[Path]:
    kinds = {".py", ".yaml", ".tsv", ".txt", ".json", ".jsonl"}
    return sorted(p for room in ("kg", "schemas") for p in (root / room).rglob("*") if p.suffix in kinds)


def test_no_trigger_rule_or_table_names_the_people_of_the_seeds(root: Path) -> None:
    files = _files(root)
    assert len(files) > 100
    found = [hit for path in files for hit in _found(path, root)]
    assert not found


def test_the_scan_finds_what_it_looks_for(tmp_path: Path) -> None:
    rule = tmp_path / "rule.py"
    rule.write_text('"""Putin."""\nWORDS = {"putin": 1}  # Xi Jinping\nROMAN = "xi xii"\n', encoding="utf-8")
    trigger = tmp_path / "Visit.yaml"
    trigger.write_text("never: [visit Xi]\n", encoding="utf-8")
    assert list(_found(rule, tmp_path)) == ["rule.py:2: putin"]
    assert list(_found(trigger, tmp_path)) == ["Visit.yaml:1: Xi"]
