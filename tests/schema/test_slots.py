from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.events.facts import Status
from kg.mentions.geography.gazetteer import PHRASES, PLACES, STATES
from kg.schema import location
from kg.schema.slots import SLOTS, STATUSES, TABLES


def test_statuses_are_those_of_the_facts() -> None:
    assert tuple(status.value for status in Status) == STATUSES


def test_tables_are_those_that_geography_reads() -> None:
    assert set(TABLES) == {STATES, PLACES, PHRASES}


def test_slots_are_there_once() -> None:
    assert len(set(SLOTS)) == len(SLOTS)


def test_a_wheel_brings_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "kg" / "_schemas", tmp_path / "schemas"
    monkeypatch.setattr(location, "_CANDIDATES", (inside, beside))
    with pytest.raises(SchemaError, match="install kg again"):
        location.shipped_schemas()
    (beside / "events").mkdir(parents=True)
    assert location.shipped_schemas() == beside
    (inside / "events").mkdir(parents=True)
    assert location.shipped_schemas() == inside
