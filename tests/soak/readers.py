"""Who asks beside the writer: commands one after the other, and an explorer that is open all the time."""

from __future__ import annotations

import random
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.neo4j_server.server import free_port
from tests.soak.commands import QUESTION, Commands, Running
from tests.soak.faults import Log

_NAMES = ("Vladimir Putin", "Xi Jinping", "Joe Biden", "Russia", "France", "Angela Merkel", "John Kerry", "Japan")
_PAGES = ("/", "/search?q={0}", "/connections?a={0}&b={1}", "/picture", "/article?id=none")


@dataclass(slots=True)
class Readers:
    """Asks until it is told to end; an answer may be that there is no such actor, never a fault."""

    workspace: Path
    commands: Commands
    log: Log
    moments: random.Random
    explorer: int | None = None  # the explorer's process
    _ended: threading.Event = field(default_factory=threading.Event)

    def ask(self, pause: float) -> None:
        """Ask with about so many seconds between."""
        with ExitStack() as stack:
            address, running = self._explorer(stack)
            while not self._ended.wait(self.moments.uniform(0.2, 1.8) * pause):
                if running.process.poll() is not None:
                    self.log.fault("the explorer ended", running.errors()[-500:])
                    address, running = self._explorer(stack)
                if self.moments.random() < 0.5:
                    self._command()
                else:
                    self._page(address)

    def end(self) -> None:
        """Ask no more."""
        self._ended.set()

    def _explorer(self, stack: ExitStack) -> tuple[str, Running]:
        port = free_port()
        running = stack.enter_context(self.commands.running("serve", self.workspace, "--port", port))
        self.explorer = running.process.pid
        address = f"http://127.0.0.1:{port}"
        while running.process.poll() is None:
            try:
                with urllib.request.urlopen(address, timeout=60):
                    break
            except OSError:
                time.sleep(0.5)
        return address, running

    def _command(self) -> None:
        a, b = self.moments.sample(_NAMES, 2)
        arguments = self.moments.choice(
            (
                ("actors", self.workspace, "--limit", "5"),
                ("timeline", self.workspace, a),
                ("connections", self.workspace, a, b),
                ("query", self.workspace, "MATCH (e:Event) RETURN e.type, count(*)"),
                ("query", self.workspace, "MATCH (a:Article) RETURN count(a)"),
                ("neighbours", self.workspace, a),
            )
        )
        began = time.monotonic()
        self.commands.run(*arguments, allowed=(0, QUESTION))
        self.log.took(f"kg {arguments[0]} (beside a writer)", time.monotonic() - began)
        self.log.count("questions")

    def _page(self, address: str) -> None:
        a, b = map(urllib.parse.quote, self.moments.sample(_NAMES, 2))
        path = self.moments.choice(_PAGES).format(a, b)
        began = time.monotonic()
        try:
            with urllib.request.urlopen(address + path, timeout=300) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            if error.code >= 500:
                self.log.fault(f"{path} answered {error.code}", error.read().decode(errors="replace")[:500])
        except OSError as error:
            self.log.fault(f"{path} wasn't answered", str(error))
        self.log.took("a page of the explorer", time.monotonic() - began)
        self.log.count("pages")
