"""kg load into a real Neo4j, which is killed amid some loads, and started again at once or a minute later."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from kg.stores.neo4j.engine import PATIENCE
from tests.neo4j_server.server import Server
from tests.soak.commands import Commands, until
from tests.soak.faults import Log

_STORE = 8  # the exit status of a store that can't be written
_AWAY = 60  # seconds for which a load waits by itself
_MARGIN = 30  # seconds by which that a load gives up may be late or early


@dataclass(slots=True)
class Loading:
    """Brings a server to the graph of the workspace, again and again."""

    workspace: Path
    server: Server
    commands: Commands
    log: Log
    moments: random.Random
    _ways: Iterator[str] = field(default_factory=lambda: cycle(("a minute", "server", "load")))

    def load(self, *, is_disturbed: bool = True) -> None:
        """Load; disturbed: the server, or the load, is killed in the middle, and then it is done again."""
        which = next(self._ways) if is_disturbed else "nothing"
        if which == "a minute":
            self._a_minute_away()
        elif which == "load":
            self.commands.run(*self._arguments(), killed_after=self.moments.uniform(0.5, 6))
        elif which == "server":
            self._server_away()
        began = time.monotonic()
        self.commands.run(*self._arguments())
        self.log.took("kg load", time.monotonic() - began)
        self.log.count("loads")

    def _server_away(self) -> None:
        """Kill the server while it is loaded; the load ends with a message, and the server comes back."""
        with self.commands.running(*self._arguments()) as running:
            running.wait(self.moments.uniform(0.5, 6))
            self.server.kill()
            self.log.count("kills of Neo4j")
            until(lambda: running.process.poll() is not None, self.moments.uniform(0, 20))
            self.server.start()
            self.log.count("restarts of Neo4j")
            running.wait(600)
            self.commands.ended("load", running, (0, _STORE))

    def _a_minute_away(self) -> None:
        """Kill the server amid a load of everything, and start it a minute later: the load goes on by itself."""
        self.server.clear()
        told = self.workspace.parent / "load.log"
        told.unlink(missing_ok=True)
        with self.commands.running(*self._arguments(), "--log", told) as running:
            until(lambda: running.process.poll() is not None or _has(told, "store compared"), 600)
            running.wait(self.moments.uniform(0, 1))
            self.server.kill()
            self.log.count("kills of Neo4j for a minute")
            began = time.monotonic()
            was_amid = not until(lambda: running.process.poll() is not None, _AWAY)
            self.server.start()
            # On a machine that is busy beyond measure the start alone takes longer than a load waits.
            is_too_late = time.monotonic() - began > PATIENCE - _MARGIN
            running.wait(600)
            ended = self.commands.ended("load", running, (0, _STORE) if is_too_late else (0,))
            if was_amid and ended.status == 0:
                self.log.count("loads that waited for a minute")
                if "it answers again" not in ended.err:
                    self.log.fault("nobody was told what a load waits for", ended.err)

    def _arguments(self) -> tuple[object, ...]:
        return ("load", self.workspace, self.server.uri, "--replace")


def _has(path: Path, what: str) -> bool:
    return path.exists() and f'"{what}"' in path.read_text(encoding="utf-8")
