"""Where the schema folder lies that ships with kg."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SchemaError

_PACKAGE = Path(__file__).resolve().parent.parent
_CANDIDATES = (_PACKAGE / "_schemas", _PACKAGE.parent / "schemas")  # in the wheel; in a checkout


def shipped_schemas() -> Path:
    """Find the shipped schema folder: `kg/_schemas` of an installed wheel, else `schemas/` of the checkout.

    Raises
    ------
    SchemaError
        If neither is there, which only a damaged installation explains.

    Examples
    --------
    >>> (shipped_schemas() / "events" / "Meeting.yaml").is_file()
    True
    """
    for folder in _CANDIDATES:
        if (folder / "events").is_dir():
            return folder
    raise SchemaError("the schemas that ship with kg are not there: install kg again, or name a folder of schemas")
