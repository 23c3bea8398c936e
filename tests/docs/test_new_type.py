"""A new relation type is one file: that of docs/how-to/relation-type.md, from the file to the edge in the graph."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import kg
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from scripts.pages.blocks import Block, parts

NEWS = [
    ("Canada imposed sanctions on Belarus in August, diplomats said.", "2020-09-30", ("country:CA", "country:BY")),
    ("Myanmar was sanctioned by Australia on Monday.", "2023-02-01", ("country:AU", "country:MM")),
]


@pytest.fixture
def schemas(root: Path, tmp_path: Path) -> Path:
    """The shipped folder and the one new file of the page."""
    folder = shutil.copytree(shipped_schemas(), tmp_path / "my-schemas")
    page = parts((root / "docs" / "how-to" / "relation-type.md").read_text(encoding="utf-8"))
    [shown] = [part for part in page if isinstance(part, Block) and part.language == "yaml"]
    (tmp_path / str(shown.title)).write_text(shown.code)
    return folder


def test_one_file_makes_a_new_edge(schemas: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    rows = [{"id": str(number), "text": text, "date": date} for number, (text, date, _) in enumerate(NEWS)]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows))

    report = kg.build([news], tmp_path / "w", schema=schemas)

    assert report.events == {"Sanction": {"occurred": 2}}
    graph = kg.open(tmp_path / "w").networkx()
    edges = {(head, tail) for head, tail, data in graph.edges(data=True) if data["type"] == "SANCTIONS"}
    assert edges == {ends for _, _, ends in NEWS}
    sentences = {data.get("sentence") for _, data in graph.nodes(data=True)}
    assert sentences >= {text for text, _, _ in NEWS}


def test_its_own_examples_hold(schemas: Path) -> None:
    for example in load_schema(schemas).events["Sanction"].examples:
        events = [event for event in kg.extract(example.text, schema=schemas)["events"] if event["type"] == "sanction"]
        told = [{p["role"]: p["name"] for p in event["participants"]} for event in events]
        assert told == [{role: names[0] for role, names in wanted.roles.items()} for wanted in example.finds]
