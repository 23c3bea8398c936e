"""The schema loader: whatever lies in a file of a schema folder, it is a schema or a fault in words."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
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
def _shipped() -> Mapping[str, bytes]:
    """Read a few of the shipped types: all entities, and one event."""
    shipped = shipped_schemas()
    paths = [*shipped.glob("entities/*.yaml"), shipped / "events/Meeting.yaml"]
    return {str(path.relative_to(shipped)): path.read_bytes() for path in paths}


def one(data: bytes) -> None:
    """Load a schema folder of which one file has these bytes."""
    given = Bytes(data)
    files = {**_shipped(), given.one_of(FILES): given.left}
    # A folder for each input: what ends the fuzzer leaves one at most.
    with tempfile.TemporaryDirectory(prefix="kg-fuzz-") as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)
        _load(folder)


def _load(folder: Path) -> None:
    try:
        assert isinstance(load_schema(folder), Schema)
    except SchemaError as fault:
        told = str(fault)
        assert told.strip()
        assert str(folder) in told
