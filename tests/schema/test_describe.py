from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from kg.errors import SchemaError
from kg.schema.describe import describe
from kg.schema.loader import load_schema


def test_all_types_in_short(folder: Path) -> None:
    records = describe(load_schema(folder))
    assert [record["name"] for record in records] == [
        *("Agreement", "Country", "Organization", "Person", "Place", "Meeting"),
    ]
    assert records[-1] == {
        "name": "Meeting",
        "kind": "event",
        "description": "Two or more actors meet.",
        "edge": "(participant)-[:MEETS]-(participant)",
    }


def test_one_type_in_full_says_what_the_file_says(folder: Path, meeting: Path) -> None:
    [record] = describe(load_schema(folder), "meeting")
    source = yaml.safe_load(meeting.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(record)) == record
    assert record["fact"] == source["fact"]
    assert record["never"] == ["meet {deadline|demand}"]
    assert [role["name"] for role in record["roles"]] == list(source["roles"])  # type: ignore[attr-defined]
    assert record["triggers"][1] == {  # type: ignore[index]
        "rule": "Meeting/2",
        "kind": "verb",
        "words": ["hold"],
        "object": ["talk"],
        "requires": {"in": ["person", "private"]},
        "without": ["for"],
        "only": {"participant": ["Person"]},
        "status": "possible",
        "slots": {"subject": "participant", "object.with": "participant"},
    }


def test_an_entity_type(folder: Path) -> None:
    assert describe(load_schema(folder), "Person") == [
        {"name": "Person", "kind": "entity", "description": "A type of entity."}
    ]


def test_an_unknown_type_gets_the_nearest_name(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r"^no type is called 'Metting'\. Did you mean 'Meeting'\?$"):
        describe(load_schema(folder), "Metting")
