"""What went wrong in a soak, and what was done in it: counted by name, kept with the second at which it was seen."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

_LONGEST = 600  # characters of a message


@dataclass(slots=True)
class Log:
    """Counts, durations and faults of one soak; several threads write to it."""

    began: float = field(default_factory=time.monotonic)
    counts: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def now(self) -> float:
        """Seconds since the soak began."""
        return time.monotonic() - self.began

    def count(self, what: str, by: int = 1) -> None:
        """Count something that was done."""
        with self._lock:
            self.counts[what] += by

    def took(self, what: str, seconds: float) -> None:
        """Note how long something took."""
        with self._lock:
            self.seconds[what].append(seconds)

    def fault(self, what: str, detail: str = "") -> None:
        """Note something that must not happen, and say it at once."""
        told = f"{self.now:7.0f} s  {what}: {' '.join(detail.split())[:_LONGEST]}"
        with self._lock:
            self.faults.append(told)
        sys.stderr.write(f"FAULT {told}\n")

    def say(self, what: str) -> None:
        """Tell whoever watches what happens."""
        sys.stderr.write(f"{self.now:7.0f} s  {what}\n")
