"""Where a Neo4j server is; never with what opens it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from kg.errors import StoreError

#: +s: encrypted, the certificate checked; +ssc: encrypted, any certificate.
SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Address:
    """The URI of a server, and a database on it; None: the one that is the user's home."""

    uri: str
    database: str | None = None

    def __str__(self) -> str:
        return f"{self.uri}/{self.database}" if self.database else self.uri


def address(uri: str) -> Address:
    """Read an address such as neo4j+s://host:7687/database; port and database may be left out.

    Raises
    ------
    StoreError
        It isn't one, or has credentials in it.

    Examples
    --------
    >>> address("neo4j://localhost:7687/news")
    Address(uri='neo4j://localhost:7687', database='news')
    >>> address("bolt://me:secret@localhost")
    Traceback (most recent call last):
    kg.errors.StoreError: bolt://localhost: credentials in an address end up in logs and lists of processes. \
Leave them out and set KG_NEO4J_USER and KG_NEO4J_PASSWORD
    """
    parts = _split(uri)
    # From here on no message has more of the address than this, since the rest may be a password.
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    place = f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            f"{place}: credentials in an address end up in logs and lists of processes. "
            "Leave them out and set KG_NEO4J_USER and KG_NEO4J_PASSWORD"
        )
    database = unquote(parts.path.strip("/"))
    if parts.scheme not in SCHEMES or not host or parts.query or parts.fragment or "/" in database:
        raise StoreError(f"{place}: no address of a Neo4j server. One looks like neo4j://host:7687/database")
    return Address(place, database or None)


def _split(uri: str) -> SplitResult:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        raise StoreError("that is no address of a server. One looks like neo4j://host:7687/database") from None
    return parts
