"""A folder of schema files -> Schema. Two passes: each file by itself, then what the files say of each other."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SchemaError
from kg.schema.build import build_schema
from kg.schema.faults import Fault
from kg.schema.location import shipped_schemas
from kg.schema.parse import Files, parse_folder
from kg.schema.references import check_references
from kg.schema.types import Schema


def load_schema(folder: Path | None = None) -> Schema:
    """Read and check a schema folder.

    Parameters
    ----------
    folder
        A folder with `entities/` and `events/`, one YAML file a type; None: the one that ships with kg.

    Raises
    ------
    SchemaError
        With every fault of the folder, one a line, each with file, key and what to do.

    Examples
    --------
    >>> schema = load_schema()
    >>> schema.events["Meeting"].edge
    Edge(type='MEETS', head='participant', tail='participant', symmetric=True)
    """
    files, faults = _read(folder)
    if faults:
        raise SchemaError("\n".join(map(str, faults)))
    return build_schema(files)


def check_schema(folder: Path | None = None) -> list[str]:
    """All faults of a schema folder, one message each; none: the folder is in order.

    Examples
    --------
    >>> check_schema()
    []
    """
    return [str(fault) for fault in _read(folder)[1]]


def _read(folder: Path | None) -> tuple[Files, list[Fault]]:
    shown = "schemas" if folder is None else folder.as_posix().rstrip("/")
    files = parse_folder(shipped_schemas() if folder is None else folder, shown)
    return files, [*files.faults, *check_references(files, shown)]
