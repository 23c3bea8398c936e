"""A short name for the content of a schema folder: what was extracted with another one is extracted anew."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kg.errors import SchemaError
from kg.schema.location import shipped_schemas
from kg.schema.parse import is_folder


def schema_fingerprint(folder: Path | None = None) -> str:
    """SHA-256, in hex, over names and bytes of all files of the folder (None: the shipped one), sorted by name.

    Where the folder lies, the times of its files, hidden files and caches don't count. Linked folders are not followed.

    Raises
    ------
    SchemaError
        If the folder is not there or a file can't be read.

    Examples
    --------
    >>> len(schema_fingerprint())
    64
    """
    folder = shipped_schemas() if folder is None else folder
    if not is_folder(folder):
        raise SchemaError(f"{folder.as_posix()}: there is no such folder; a schema folder holds entities/ and events/")
    whole = hashlib.sha256()
    for name in sorted(_files(folder)):
        try:
            with (folder / name).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise SchemaError(f"{(folder / name).as_posix()}: can't be read: {error.strerror}") from None
        whole.update(f"{len(name)}:{name}:{digest}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _files(folder: Path) -> list[str]:
    names: list[str] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        paths = (Path(parent, name) for name in files if not name.startswith("."))
        names.extend(path.relative_to(folder).as_posix() for path in paths if path.is_file())
    return names
