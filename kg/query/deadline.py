"""How long a question may work: it looks now and then whether its time is over, and gives up."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kg.errors import QueryError


class OutOfTimeError(QueryError):
    """A question was given up."""


class Deadline:
    """When a question has to end; it can be ended before."""

    def __init__(self, seconds: float = math.inf) -> None:
        self._until = time.monotonic() + seconds

    def end(self) -> None:
        """Let the question give up at its next look, whichever thread it runs in."""
        self._until = -math.inf

    def check(self) -> None:
        """Look whether the time is over.

        Raises
        ------
        OutOfTimeError
            It is.
        """
        if time.monotonic() > self._until:
            raise OutOfTimeError("this took too long and was given up. Ask for less: fewer steps, or fewer years")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Let all questions asked herein keep to it.

        Examples
        --------
        >>> with Deadline(60).kept():
        ...     check()
        """
        before = _NOW.set(self)
        try:
            yield
        finally:
            _NOW.reset(before)


_NEVER = Deadline()
_NOW = ContextVar("deadline", default=_NEVER)


def check() -> None:
    """Look whether the question that is being answered has time left; without a deadline it always has.

    Raises
    ------
    OutOfTimeError
        It hasn't.
    """
    _NOW.get().check()
