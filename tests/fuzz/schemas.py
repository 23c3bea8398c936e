"""The schema loader: whatever lies in a file of a schema folder, it is a schema or a fault in words."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from kg.errors import SchemaError
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.schema.types import Schema
from tests.fuzz.bytes_of import Bytes

#: The file that the bytes are put in place of.
FILES = ("events/Meeting.yaml", "entities/Person.yaml", "events/Expulsion.yaml")


@cache
def _folder() -> Path:
    """Copy a few of the shipped types, once for this process."""
    folder = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "schemas"
    shutil.copytree(shipped_schemas(), folder, ignore=lambda _, names: [n for n in names if n.endswith(".txt")])
    for path in (folder / "events").iterdir():
        if path.stem != "Meeting":
            path.unlink()
    return folder


def one(data: bytes) -> None:
    """Load a schema folder of which one file has these bytes."""
    given = Bytes(data)
    path = _folder() / given.one_of(FILES)
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(given.left)
    try:
        assert isinstance(load_schema(_folder()), Schema)
    except SchemaError as fault:
        told = str(fault)
        assert told.strip()
        assert str(_folder()) in told
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
