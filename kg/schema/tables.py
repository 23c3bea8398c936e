"""The tables that ship with kg: YAML of our own making, by the quick parser where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(path: Path) -> Any:
    """Read a table as plain values.

    Raises
    ------
    OSError, yaml.YAMLError
        It can't be read, or is no YAML.

    Examples
    --------
    >>> from kg.schema.location import shipped_schemas
    >>> read_table(shipped_schemas() / "countries.yaml")["CH"]["name"]
    'Switzerland'
    """
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe ones
