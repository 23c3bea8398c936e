"""What a check found, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import KgError


class Level(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    ADVICE = "advice"  # kg works; something that some need is missing
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    `status` is what `kg doctor` ends with for this fault, one of docs/exit-status.md; 0 where it is none.
    """

    what: str
    level: Level
    found: str
    advice: str | None = None
    status: int = 0


Check = Callable[[], Iterable[Finding]]


def ok(what: str, found: str) -> Finding:
    """Give a finding that is as it should be."""
    return Finding(what, Level.OK, found)


def advice(what: str, found: str, to_do: str | None = None) -> Finding:
    """Give a finding that is no fault, with what to do for those who need more, where `found` doesn't say it."""
    return Finding(what, Level.ADVICE, found, to_do)


def fault(what: str, found: str, to_do: str | None = None, *, status: int = KgError.exit_status) -> Finding:
    """Give a fault."""
    return Finding(what, Level.FAULT, found, to_do, status)


def guarded(what: str, check: Check) -> Iterator[Finding]:
    """Run a check; an error in it is a fault that it found, and the next check runs all the same.

    Examples
    --------
    >>> def broken():
    ...     raise KgError("the disk is gone")
    >>> [finding.found for finding in guarded("disk", broken)]
    ['the disk is gone']
    """
    try:
        yield from check()
    except KgError as error:
        yield fault(what, str(error), status=error.exit_status)
    except Exception as error:  # noqa: BLE001 - whatever is broken here is what the doctor is asked for
        yield fault(what, f"{type(error).__name__}: {error}", "Install kg again; if that doesn't help, report it")
