"""A small schema folder to make mistakes in: it doesn't change when the shipped one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.schema.slots import TABLES

MEETING = """\
name: Meeting
fact: meet
description: Two or more actors meet.
edge: {type: MEETS, symmetric: true, between: participant}
roles:
  participant: {types: [Person, Country, Organization], min: 2}
  host: {types: [Person], max: 1, counts_as: participant}
codes:
  plover: CONSULT
  cameo: {occurred: "040"}
triggers:
  - verb: [meet, sit down]
    slots: {subject: participant, with: participant}
  - verb: [hold]
    object: [talk]
    requires: {in: [person, private]}
    without: [for]
    only: {participant: [Person]}
    status: possible
    slots: {subject: participant, object.with: participant}
  - noun: [meeting]
    slots: {between: participant, on: participant}
never: ["meet {demand|deadline}"]
examples:
  - text: Talks between Jacinda Ardern and Scott Morrison ended on Friday.
    finds: [{participant: [Jacinda Ardern, Scott Morrison], status: occurred}]
  - text: The plan meets the demands.
    finds: []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the five entity types and one event type, in order."""
    folder = tmp_path / "schemas"
    for name in ("Agreement", "Country", "Organization", "Person", "Place"):
        path = folder / "entities" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"name: {name}\ndescription: A type of entity.\n", encoding="utf-8")
    (folder / "events").mkdir()
    for table in TABLES:
        (folder / table).touch()
    (folder / "events" / "Meeting.yaml").write_text(MEETING, encoding="utf-8")
    return folder


@pytest.fixture
def meeting(folder: Path) -> Path:
    """Give the file of the event type."""
    return folder / "events" / "Meeting.yaml"
