"""Which code extracts: facts made by other code are made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

#: The rooms whose code decides what is extracted.
ROOMS = ("corpus", "annotation", "mentions", "predicates", "events")


@cache
def code_fingerprint() -> str:
    """A hash of the extracting rooms' files, by relative name and content.

    Examples
    --------
    >>> code_fingerprint() == code_fingerprint()
    True
    """
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in (".py", ".txt", ".yaml", ".json"):
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
