"""The exceptions of kg. Every one carries a message for people: where, what, what to do.

`exit_status` is what the command line ends with; docs/exit-status.md is the table of them.
"""

from __future__ import annotations


def in_one_line(error: BaseException, most: int) -> str:
    r"""Give the words of a library's error in one line of at most so many characters; its kind where it has none.

    Examples
    --------
    >>> in_one_line(ValueError("no table:\n  row 3"), 100), in_one_line(EOFError(), 100)
    ('no table: row 3', 'EOFError')
    """
    return " ".join(str(error).split())[:most] or type(error).__name__


class KgError(Exception):
    """Base of all errors that kg raises on purpose."""

    exit_status = 1


class InputError(KgError):
    """An input can't be read or isn't what it should be."""

    exit_status = 3


class SchemaError(KgError):
    """A schema folder has a fault; the message names file, key and the nearest right name."""

    exit_status = 4


class WorkspaceError(KgError):
    """A workspace can't be opened or written."""

    exit_status = 5


class BusyError(WorkspaceError):
    """Another process is writing to the workspace."""


class QueryError(KgError):
    """A question can't be answered as put: unknown or ambiguous actor, no such event."""

    exit_status = 6


class ModelError(KgError):
    """The spaCy pipeline can't be loaded or lacks a component that kg needs."""

    exit_status = 7


class StoreError(KgError):
    """A graph store can't be reached, read or written."""

    exit_status = 8
