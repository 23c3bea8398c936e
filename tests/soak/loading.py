"""kg load into a real Neo4j, which is killed in the middle of some loads, and started again."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from pathlib import Path

from tests.neo4j_server.server import Server
from tests.soak.commands import Commands, until
from tests.soak.faults import Log

_STORE = 8  # the exit status of a store that can't be written


@dataclass(slots=True)
class Loading:
    """Brings a server to the graph of the workspace, again and again."""

    workspace: Path
    server: Server
    commands: Commands
    log: Log
    moments: random.Random

    def load(self, *, is_disturbed: bool = True) -> None:
        """Load; disturbed: at times the server, or the load, is killed in the middle, and then it is done again."""
        which = self.moments.choice(("server", "load", "nothing")) if is_disturbed else "nothing"
        if which == "load":
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

    def _arguments(self) -> tuple[object, ...]:
        return ("load", self.workspace, self.server.uri, "--replace")
