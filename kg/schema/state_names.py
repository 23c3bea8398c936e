"""The short names of states, for people to read where only a code is known."""

from __future__ import annotations

from pathlib import Path

import yaml

from kg.errors import SchemaError
from kg.schema.location import shipped_schemas
from kg.schema.tables import read_table


def state_names(folder: Path | None = None) -> dict[str, str]:
    """Short English names of states by ISO 3166-1 alpha-2 code, from a schema folder's table.

    Raises
    ------
    SchemaError
        The table is missing or broken.

    Examples
    --------
    >>> state_names()["KE"]
    'Kenya'
    """
    path = (folder or shipped_schemas()) / "countries.yaml"
    try:
        rows = read_table(path)
        return {str(code): str(row["name"]) for code, row in rows.items()}
    except (OSError, yaml.YAMLError, AttributeError, TypeError, KeyError) as error:
        raise SchemaError(f"{path}: can't be read ({error}). Take the file from the kg distribution.") from error
