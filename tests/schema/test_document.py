"""What docs/schemas.md says is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kg.schema.forms import EventForm, RoleForm, TriggerForm
from kg.schema.loader import check_schema, load_schema
from kg.schema.location import shipped_schemas
from kg.schema.slots import CORE_SLOTS
from kg.schema.types import Edge

DOCUMENT = (Path(__file__).parents[2] / "docs" / "schemas.md").read_text(encoding="utf-8")


def test_the_example_is_one_file_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(shipped_schemas(), tmp_path / "my-schemas")
    [source] = re.findall(r"```yaml\n# events/Sanction\.yaml\n(.*?)```", DOCUMENT, flags=re.DOTALL)
    (tmp_path / "my-schemas" / "events" / "Sanction.yaml").write_text(source, encoding="utf-8")
    assert load_schema(tmp_path / "my-schemas").events["Sanction"].edge == Edge("SANCTIONS", "sender", "target")


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
