"""User and password of a server: from the environment or a file, never from an argument."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import StoreError

#: The name of ours, and the one that Neo4j's own tools and the file that Aura gives out use.
USER = ("KG_NEO4J_USER", "NEO4J_USERNAME")
PASSWORD = ("KG_NEO4J_PASSWORD", "NEO4J_PASSWORD")
#: Names a file with lines such as NEO4J_PASSWORD=…
FILE = "KG_NEO4J_CREDENTIALS"

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks. The password is in no repr, so in no log.

    Examples
    --------
    >>> Credentials("neo4j", "secret")
    Credentials(user='neo4j')
    """

    user: str
    password: str = field(repr=False)


def credentials(file: Path | None, environment: Mapping[str, str], *, warn: Say) -> Credentials | None:
    """Find credentials in a file, the one that KG_NEO4J_CREDENTIALS names, or the environment, in this order.

    Parameters
    ----------
    file
        Has lines NAME=VALUE, as the file that Aura gives out; None: look on.
    environment
        Usually os.environ.
    warn
        Is told, when others on this machine can read the file.

    Returns
    -------
    Credentials | None
        None where there is no password. Without a user it is Neo4j's first one, `neo4j`.

    Raises
    ------
    StoreError
        The file can't be read or has no password in it.

    Examples
    --------
    >>> credentials(None, {"NEO4J_PASSWORD": "secret"}, warn=print)
    Credentials(user='neo4j')
    """
    if file is None and environment.get(FILE):
        file = Path(environment[FILE])
    found = _named(environment if file is None else _read(file, warn))
    if file is not None and found is None:
        raise StoreError(f"{file}: no password in it. It needs a line {PASSWORD[1]}=…, and usually one {USER[1]}=…")
    return found


def _named(known: Mapping[str, str]) -> Credentials | None:
    password = next((known[name] for name in PASSWORD if known.get(name)), None)
    user = next((known[name] for name in USER if known.get(name)), "neo4j")
    return Credentials(user, password) if password is not None else None


def _read(file: Path, warn: Say) -> dict[str, str]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
        if os.name == "posix" and file.stat().st_mode & 0o077:
            warn(f"{file}: others on this machine can read the password in it. `chmod 600 {file}` ends that")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "not UTF-8"
        raise StoreError(f"{file}: the credentials can't be read: {reason}") from None
    known: dict[str, str] = {}
    for line in lines:
        name, sign, value = line.partition("=")
        if sign and not name.lstrip().startswith("#"):
            value = value.strip()
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
            known[name.removeprefix("export ").strip()] = value[1:-1] if quoted else value
    return known
