"""The schema of a workspace that isn't the shipped one: a copy lies in it, so that asking needs no option."""

from __future__ import annotations

import shutil
from pathlib import Path

from kg.errors import WorkspaceError

_FOLDER = "schemas"


def keep_schema(workspace: Path, schema: Path | None) -> None:
    """Put a copy of the schema folder into the workspace in place of an earlier one; None: the shipped one is used."""
    kept, new = workspace / _FOLDER, workspace / f"{_FOLDER}.new"
    if schema is not None and kept.exists() and kept.samefile(schema):
        return
    try:
        shutil.rmtree(new, ignore_errors=True)
        if schema is not None:
            shutil.copytree(schema, new, ignore=shutil.ignore_patterns(".*", "__*"))
        if kept.exists():
            shutil.rmtree(kept)
        if schema is not None:
            new.rename(kept)
    except OSError as fault:
        raise WorkspaceError(f"{kept}: the schema can't be kept: {fault.strerror or fault}") from fault


def kept_schema(workspace: Path) -> Path | None:
    """Give the workspace's own schema folder; None: it uses the shipped one."""
    kept = workspace / _FOLDER
    return kept if kept.is_dir() else None
