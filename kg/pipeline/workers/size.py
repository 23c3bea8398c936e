"""How many worker processes there are: as many as somebody says, or as the machine has room for and the work is worth.

A process has its own copy of the model, so its memory counts as well as its core.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.pipeline.workers.line import Line

MEMORY = 1 << 30  # bytes for a process: what it takes at the longest articles
#: Characters that a process could read while another one starts, twice: fewer are read sooner by those that are there.
WORTH_A_START = 80_000

_CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Size:
    """At most how many processes, and whether another one must be worth its start."""

    most: int
    is_chosen: bool = False

    @classmethod
    def of(cls, workers: int | None) -> Size:
        """Take what somebody says; None: what the machine has room for.

        Examples
        --------
        >>> Size.of(3)
        Size(most=3, is_chosen=True)
        """
        if workers is None:
            return cls(max(1, min(cores(), memory() // MEMORY)))
        return cls(workers, is_chosen=True)

    def is_more_worth_it(self, line: Line, there: int) -> bool:
        """Whether another process would help with what nobody has begun with."""
        if self.is_chosen or not there:
            return bool(line.waiting)
        return line.waiting_characters >= WORTH_A_START * there


def cores() -> int:
    """Cores that this process may use: a container may have fewer than its machine.

    Examples
    --------
    >>> cores() >= 1
    True
    """
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):
        quota, period = map(int, (_CGROUP / "cpu.max").read_text(encoding="ascii").split())
        count = min(count, max(1, quota // period))
    return count


def memory() -> int:
    """Bytes of memory that this process may use.

    Examples
    --------
    >>> memory() > MEMORY // 4
    True
    """
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):
        size = min(size, int((_CGROUP / "memory.max").read_text(encoding="ascii")))
    return size
