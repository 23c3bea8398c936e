"""Memory and disk over time, looked at from outside."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import psutil

from tests.soak.commands import size
from tests.soak.record import Record

_EVERY = 10  # seconds
_MEGABYTE = 1 << 20
_PARTS = 6


@dataclass(slots=True)
class Gauges:
    """Megabytes of what runs for long and of what lies on the disk, from one look to the next."""

    workspace: Path
    processes: Mapping[str, Callable[[], int | None]]
    seen: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _ended: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look again and again until `end`."""
        while not self._ended.wait(_EVERY):
            for name, process in self.processes.items():
                with suppress(psutil.Error):
                    if (number := process()) is not None:
                        self._note(f"{name}, MB", psutil.Process(number).memory_info().rss)
            for command in ("watch", "build"):
                self._run(command)
            self._note("workspace on disk, MB", size(self.workspace))
            self._note("its record, MB", sum(path.stat().st_size for path in self.workspace.glob("record.sqlite*")))
            self.seen["articles in it"].append(len(Record(self.workspace).ids()))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def parts(self) -> dict[str, list[float]]:
        """Give the mean of each part of the time, so that what grows shows."""
        return {name: _parts(values) for name, values in sorted(self.seen.items())}

    def _run(self, command: str) -> None:
        """Note what a run takes itself, and each of its workers."""
        for one in psutil.Process().children():
            with suppress(psutil.Error, OSError):
                if command not in one.cmdline():
                    continue
                self._note(f"kg {command}, MB", one.memory_info().rss)
                for child in one.children():
                    self._note(f"a worker of kg {command}, MB", child.memory_info().rss)

    def _note(self, name: str, size_now: int) -> None:
        self.seen[name].append(size_now / _MEGABYTE)


def _parts(values: list[float]) -> list[float]:
    step = max(1, -(-len(values) // _PARTS))
    return [round(mean(values[start : start + step]), 1) for start in range(0, len(values), step)]
