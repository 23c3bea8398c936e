"""Faults of the driver and the server as one line for people. The only place that knows their codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import StoreError
from kg.stores.neo4j.address import Address

_CREDENTIALS = (
    "Set KG_NEO4J_USER and KG_NEO4J_PASSWORD, or name a file with them in KG_NEO4J_CREDENTIALS, and try again"
)
_AGAIN = "What was written stays; the same command again completes it"

_TOO_LONG = (
    "the server ended a transaction that took longer than it allows (db.transaction.timeout), perhaps waiting for "
    f"another. Raise that, or try when the server is less busy. {_AGAIN}"
)

#: Codes of the server: what is wrong and what to do.
_TOLD = {
    "Neo.ClientError.Security.Unauthorized": f"the server refuses this user or password. {_CREDENTIALS}",
    "Neo.ClientError.Security.AuthenticationRateLimit": "too many wrong passwords; the server wants a pause. Wait a "
    "minute and try again",
    "Neo.ClientError.Security.CredentialsExpired": "the password has to be changed first, as a new server demands. "
    "Change it with Neo4j's own tools",
    "Neo.ClientError.Security.Forbidden": "this user may not do that. Ask whoever runs the server for the right",
    "Neo.ClientError.Database.DatabaseNotFound": "there is no such database. The name stands behind the host, as in "
    "neo4j://host/name; without one it is the user's home database",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "the database is read-only by the server's configuration "
    "(server.databases.read_only, server.databases.default_to_read_only). Nothing was written",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "the database is read-only. Nothing was written",
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": "nodes or relationships that are there already have one id "
    "twice, so that no uniqueness constraint can be made. Use a database of its own for kg, or remove them",
    "Neo.ClientError.Statement.AccessMode": "a query that only reads tried to write",
    "Neo.ClientError.Transaction.TransactionTimedOut": _TOO_LONG,
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": _TOO_LONG,
    "Neo.ClientError.Transaction.LockClientStopped": _TOO_LONG,
    "Neo.ClientError.Transaction.Terminated": _TOO_LONG,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": "the server has too little memory for a transaction "
    f"(dbms.memory.transaction.total.max). {_AGAIN}",
    "Neo.TransientError.Transaction.DeadlockDetected": f"others wrote at the same time, again and again. {_AGAIN}",
}


class RefusedError(StoreError):
    """The server refuses the credentials, or that there are none."""


class CutOffError(StoreError):
    """The server went away amid a read of which rows had been given."""

    def __init__(self, place: Address, fault: DriverError | Neo4jError) -> None:
        super().__init__(f"{place}: {_reason(fault)}")


@contextmanager
def told(place: Address) -> Iterator[None]:
    """Raise what the driver raises as StoreError, with the place and without credentials."""
    try:
        yield
    except AuthError as fault:
        raise RefusedError(f"{place}: {_reason(fault)}") from fault
    except (DriverError, Neo4jError) as fault:
        raise StoreError(f"{place}: {_reason(fault)}") from fault
    except (UnicodeEncodeError, OverflowError) as fault:
        raise StoreError(f"{place}: a value that Neo4j can't hold: {fault}. Nothing of its batch was written") from None
    except OSError as fault:
        raise StoreError(f"{place}: {fault.strerror or fault}") from fault


def _reason(fault: DriverError | Neo4jError) -> str:
    code = getattr(fault, "code", None) or ""
    if code in _TOLD:
        return _TOLD[code]
    if isinstance(fault, ServiceUnavailable):
        return f"no Neo4j answers there: {_line(fault)}. Is it running, and is the address right? {_AGAIN}"
    if isinstance(fault, ConfigurationError):
        return f"the driver refuses: {_line(fault)}"
    return f"{_line(fault)} ({code})" if code else _line(fault)


def _line(fault: DriverError | Neo4jError) -> str:
    """The fault's own words on one line, without a full stop and not endless."""
    text = " ".join(str(getattr(fault, "message", None) or fault).split()).rstrip(".")
    return text if len(text) <= 300 else f"{text[:300]}…"
