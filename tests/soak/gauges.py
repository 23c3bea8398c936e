"""Memory and disk over time, looked at from outside."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean

import psutil

from tests.soak.commands import size
from tests.soak.faults import Log
from tests.soak.growth import Growth, Look, growth
from tests.soak.record import Record

_EVERY = 5  # seconds
_MEGABYTE = 1 << 20
_PARTS = 6


@dataclass(slots=True)
class Gauges:
    """Megabytes of what runs for long and of what lies on the disk, from one look to the next."""

    workspace: Path
    log: Log
    processes: Mapping[str, Callable[[], int | None]]
    seen: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _lives: defaultdict[tuple[str, int], list[Look]] = field(default_factory=lambda: defaultdict(list))
    _ended: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look again and again until `end`."""
        while not self._ended.wait(_EVERY):
            articles = len(Record(self.workspace).ids())
            for name, process in self._running():
                with suppress(psutil.Error):
                    megabytes = process.memory_info().rss / _MEGABYTE
                    self.seen[f"{name}, MB"].append(megabytes)
                    self._lives[name, process.pid].append(Look(self.log.now / 60, articles, megabytes))
            self.seen["workspace on disk, MB"].append(size(self.workspace) / _MEGABYTE)
            record = sum(path.stat().st_size for path in self.workspace.glob("record.sqlite*"))
            self.seen["its record, MB"].append(record / _MEGABYTE)
            self.seen["articles in it"].append(articles)

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def parts(self) -> dict[str, list[float]]:
        """Give the mean of each part of the time, so that what grows shows."""
        return {name: _parts(values) for name, values in sorted(self.seen.items())}

    def grown(self) -> dict[str, Growth]:
        """Give how memory went in the process of each kind that lived longest."""
        found: dict[str, Growth] = {}
        for (name, _), looks in sorted(self._lives.items()):
            one = growth(looks)
            if one is not None and (name not in found or one.minutes > found[name].minutes):
                found[name] = one
        return found

    def figures(self) -> dict[str, object]:
        """Give the growth of each kind of process as plain values, and say it."""
        for name, one in self.grown().items():
            self.log.say(one.line(name))
        return {name: _plain(one) for name, one in self.grown().items()}

    def _running(self) -> Iterator[tuple[str, psutil.Process]]:
        """Give what runs at the moment: what was named, runs of kg, and their workers."""
        for name, process in self.processes.items():
            with suppress(psutil.Error):
                if (number := process()) is not None:
                    yield name, psutil.Process(number)
        for one in psutil.Process().children():
            for command in ("watch", "build", "load"):
                with suppress(psutil.Error, OSError):
                    if command in one.cmdline():
                        yield f"kg {command}", one
                        yield from ((f"a worker of kg {command}", child) for child in one.children())


def _plain(one: Growth) -> dict[str, object]:
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in asdict(one).items()}


def _parts(values: list[float]) -> list[float]:
    step = max(1, -(-len(values) // _PARTS))
    return [round(mean(values[start : start + step]), 1) for start in range(0, len(values), step)]
