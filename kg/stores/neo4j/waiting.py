"""Waiting for a server that is away, or for others that write the same: for a while, and told once by however many."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from kg.logs import Log

_FIRST, _LONGEST = 0.5, 5.0  # seconds between two tries; the longest is what a load loses when a server is back
_log = Log("stores")


@dataclass(slots=True)
class Waiting:
    """Waits between the tries of all work on one server.

    The driver's own waits grow without end: where a server was away for 65 seconds, it would be asked again after 127.

    Parameters
    ----------
    place
        The server, as messages name it.
    patience
        Seconds for which a piece of work is tried again, from its first failure on.
    tell
        Is told that a server is away, and that it is back; by any thread.
    """

    place: str
    patience: float
    tell: Callable[[str], object]
    _away_since: float | None = None
    _abandoned: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tries(self) -> Tries:
        """Begin a piece of work."""
        return Tries(self)

    def abandon(self) -> None:
        """Wait for nothing any more: nobody wants what is still to be done."""
        self._abandoned.set()

    def pause(self, seconds: float) -> bool:
        """Wait; whether it is worth going on."""
        return not self._abandoned.wait(seconds)

    def away(self) -> None:
        """Note that the server doesn't answer."""
        with self._lock:
            if self._away_since is not None:
                return
            self._away_since = time.monotonic()
        _log.warning("server away", store=self.place)
        self.tell(f"{self.place}: no answer. It is asked again and again, for {_duration(self.patience)} at most")

    def back(self) -> None:
        """Note that it answered."""
        with self._lock:
            since, self._away_since = self._away_since, None
        if since is not None:
            seconds = time.monotonic() - since
            _log.info("server back", store=self.place, seconds=round(seconds, 1))
            self.tell(f"{self.place}: it answers again, after {_duration(seconds)}")


@dataclass(slots=True)
class Tries:
    """The tries of one piece of work."""

    _waiting: Waiting
    _failures: int = 0
    _since: float = 0.0

    def wait(self, fault: DriverError | Neo4jError) -> None:
        """Wait until the work is worth another try.

        Raises
        ------
        DriverError, Neo4jError
            The fault, where another try is of no use, or there were enough.
        """
        if not may_help(fault):
            raise fault
        now = time.monotonic()
        self._since = self._since or now
        if now - self._since >= self._waiting.patience:
            raise fault
        if isinstance(fault, DriverError):
            self._waiting.away()
        self._failures += 1
        _log.debug("tried again", store=self._waiting.place, failures=self._failures, reason=type(fault).__name__)
        longest = min(_FIRST * 2.0 ** min(self._failures - 1, 10), _LONGEST)
        if not self._waiting.pause(random.uniform(0.5, 1.0) * longest):  # two that met don't meet again
            raise fault

    def done(self) -> None:
        """Note that the work is done, or that its first row came."""
        self._waiting.back()


def may_help(fault: DriverError | Neo4jError) -> bool:
    """Whether another try may help.

    A server may also go away between our commit and its answer. The driver can't know whether doing it twice does harm;
    here it doesn't.
    """
    return fault.is_retryable() or isinstance(fault, IncompleteCommit)


def _duration(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
