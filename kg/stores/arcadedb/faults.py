"""Errors of ArcadeDB as ours. Its driver raises one class for all; which it was, the text says by its name in Java."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

#: What to tell people, by the Java class that the text names; the first that is found.
_TOLD = {
    "LockException": "another process is writing to it. Wait until it has ended",
    "DatabaseNotFoundException": "there is no database in this folder",
    "DatabaseIsReadOnlyException": "it was opened only to read",
    "QueryNotIdempotentException": "the statement writes, and this is only for reading",
}
_LOCKED = ("LockException", "Found active instance")
_IN_USE = "Found active instance"
_NEEDS_RECOVERY = "Database needs recovery"

_OUTER = re.compile(r"^[^:]*: (?:[\w$]+\.)+([A-Z][\w$]*): (.*)$", re.DOTALL)
_CAUSE = re.compile(r" \(caused by (?:[\w$]+\.)+([A-Z][\w$]*)(?:: |\)$)")
#: How the driver begins when it can't pass a parameter on.
_PARAMETER = "cannot pass "
#: Messages that only say that something went wrong; the cause says what.
_EMPTY_WORDS = ("Error ", "Transaction error ")


class InUseError(StoreError):
    """Another has the database open."""


@contextmanager
def told(where: Path) -> Iterator[None]:
    """Raise errors of the engine, and parameters that it can't take, as StoreError with the folder's name."""
    from arcadedb import ArcadeDBError

    try:
        yield
    except ArcadeDBError as error:
        text = str(error)
        kind = InUseError if any(word in text for word in _LOCKED) else StoreError
        raise kind(f"{where}: {reason(text)}") from error
    except TypeError as error:
        if not str(error).startswith(_PARAMETER):
            raise
        raise StoreError(f"{where}: {error}. Give text, numbers, booleans, dates, lists or maps") from error


def reason(text: str) -> str:
    """What the text of an error says, for people.

    Examples
    --------
    >>> reason("Query failed: com.arcadedb.exception.CommandParsingException: Syntax error at line 1:9")
    'Syntax error at line 1:9'
    >>> reason("Failed to open database: a.b.DatabaseOperationException: Error on creating new database instance "
    ...        "(caused by com.arcadedb.utility.LockException: Database 'd' is locked by another process)")
    'another process is writing to it. Wait until it has ended'
    """
    if _IN_USE in text:
        return "this process has it open already in another way. Close that first"
    if _NEEDS_RECOVERY in text:
        return "it is being written to, or wasn't closed properly. Wait, or open it once to write: that mends it"
    classes, message = _parsed(text)
    return next((_TOLD[name] for name in classes if name in _TOLD), message)


def _parsed(text: str) -> tuple[list[str], str]:
    """The Java classes that a text names, the innermost first, and the message that says most."""
    classes: list[str] = []
    cause = ""
    if text.endswith(")") and (causes := list(_CAUSE.finditer(text))):
        classes.append(causes[-1][1])
        text, cause = text[: causes[-1].start()], text[causes[-1].end() : -1]
    message = text
    if found := _OUTER.match(text):
        name, message = found.groups()
        classes.append(name)
    if cause not in ("", "null") and message.startswith(_EMPTY_WORDS):
        message = cause
    return classes, " ".join(message.split())
