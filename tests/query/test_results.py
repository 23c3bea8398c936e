"""What others read as JSON keeps its shape, and docs/answers.md names every field."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kg.query import change_results as changes
from kg.query import measure_results as measures
from kg.query import relation_results as relations
from kg.query.results import (
    Actor,
    ActorSummary,
    Connection,
    Event,
    EventEvidence,
    Evidence,
    Participant,
    Step,
    TimelineEntry,
)

ROWS = {
    "actor": Actor,
    "actor summary": ActorSummary,
    "event": Event,
    "participant": Participant,
    "evidence": Evidence,
    "connection": Connection,
    "step": Step,
    "timeline entry": TimelineEntry,
    "event with evidence": EventEvidence,
    "neighbour": relations.Neighbour,
    "path": relations.Path,
    "path step": relations.PathStep,
    "co-occurrence": measures.Cooccurrence,
    "central actor": measures.Central,
    "community": measures.Community,
    "change": changes.Change,
    "changed field": changes.FieldChange,
}


@pytest.mark.parametrize("name", ROWS)
def test_every_field_is_documented(name: str, root: Path) -> None:
    lines = (root / "docs/answers.md").read_text(encoding="utf-8").splitlines()
    [row] = [line for line in lines if line.startswith((f"| {name} |", f"| {name} ("))]
    missing = [field.name for field in fields(ROWS[name]) if f"`{field.name}`" not in row]
    assert missing == []
