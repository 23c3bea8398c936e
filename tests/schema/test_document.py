"""What docs/schemas.md says is so."""

from __future__ import annotations

from pathlib import Path

from kg.schema.forms import EventForm, RoleForm, TriggerForm
from kg.schema.loader import check_schema
from kg.schema.slots import CORE_SLOTS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "schemas.md").read_text(encoding="utf-8")


def test_every_key_is_explained() -> None:
    for form in (EventForm, RoleForm, TriggerForm):
        for key in form.model_fields:
            assert f"`{key}`" in DOCUMENT, key
    for slot in CORE_SLOTS:
        assert f"`{slot}`" in DOCUMENT, slot


def test_the_messages_are_those_of_the_loader(folder: Path, meeting: Path) -> None:
    right = meeting.read_text(encoding="utf-8")
    wrong = right.replace("Organization]", "Organisation]").replace(", with:", ", wiht:")
    meeting.write_text(wrong, encoding="utf-8")
    for message in check_schema(folder):
        assert message.removeprefix(f"{folder.parent}/") in DOCUMENT
