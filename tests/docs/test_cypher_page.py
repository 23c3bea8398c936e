"""The cookbook of docs/cypher.md is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.cypher.asking import Question
from tests.cypher.graph import VOCABULARY, graph

_BLOCK = re.compile(r"^```cypher\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_recipe_finds_something(root: Path, tmp_path: Path) -> None:
    recipes = _BLOCK.findall((root / "docs" / "cypher.md").read_text(encoding="utf-8"))
    assert len(recipes) >= 9
    with open_arcadedb(tmp_path / "database", VOCABULARY) as store:
        store.write(graph())
        for recipe in recipes:
            if not store.ask(Question(recipe)):
                pytest.fail(f"nothing found:\n{recipe}")
