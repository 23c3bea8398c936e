from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.schema.fingerprint import schema_fingerprint


def test_it_depends_on_the_content_alone(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(folder, copy)
    (copy / ".DS_Store").write_bytes(b"x")
    (copy / "events" / "__pycache__").mkdir()
    (copy / "events" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert schema_fingerprint(copy) == schema_fingerprint(folder)


def test_every_byte_and_every_name_counts(folder: Path, meeting: Path) -> None:
    seen = {schema_fingerprint(folder)}
    meeting.write_bytes(meeting.read_bytes() + b"\n")
    seen.add(schema_fingerprint(folder))
    meeting.rename(meeting.with_name("Other.yaml"))
    seen.add(schema_fingerprint(folder))
    (folder / "more.yaml").write_text("FR: France\n", encoding="utf-8")
    seen.add(schema_fingerprint(folder))
    assert len(seen) == 4


def test_a_folder_linked_to_itself_ends(folder: Path) -> None:
    before = schema_fingerprint(folder)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "events" / "Gone.yaml").symlink_to(folder / "nothing.yaml")
    assert schema_fingerprint(folder) == before


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="there is no such folder"):
        schema_fingerprint(tmp_path / "nowhere")
