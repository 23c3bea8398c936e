"""Runs of kg watch, build and retract, one after the other, many of them killed at a moment that nobody chose."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.commands import FAILED_INPUTS, INTERRUPTED, QUESTION, WORKSPACE, Commands, Running
from tests.soak.faults import Log
from tests.soak.record import Record
from tests.soak.world import World

_POLL = 0.2  # seconds


@dataclass(slots=True)
class Runs:
    """What fills a workspace. `moments` says what is done next and when it is killed."""

    workspace: Path
    world: World
    commands: Commands
    log: Log
    moments: random.Random
    was_killed: bool = False
    _build_takes: float = 20.0
    _record: Record = field(init=False)

    def __post_init__(self) -> None:
        self._record = Record(self.workspace)

    def next(self, left: float) -> None:
        """Do one thing; one that goes on for long ends before so many seconds are over."""
        kind = self.moments.choice(("watch", "watch", "build", "build", "retract"))
        if kind == "watch":
            self.watch(min(left, self.moments.uniform(20, 120)))
        elif kind == "build":
            self.build(self.moments.random() < 0.6)
        else:
            self.retract()

    def watch(self, seconds: float) -> None:
        """Watch for a while, with retractions beside it; then kill it, or ask it to end."""
        with self._watching(seconds) as running:
            if running.process.returncode is None and self.moments.random() < 0.7:
                self._kill(running)

    def long_watch(self, seconds: float, beside: Callable[[], None]) -> None:
        """Watch for long, with retractions and whatever else is due beside it, and ask it to end."""
        with self._watching(seconds, beside):
            self.log.count("long watches")

    @contextmanager
    def _watching(self, seconds: float, beside: Callable[[], None] = lambda: None) -> Iterator[Running]:
        """Watch so long; then do what is to be done with it, and see how it ends."""
        where = (self.world.inbox, f"{self.world.site.address}/new.xml", "--every", "15s", "--allow-private")
        arguments = ("watch", *where, "--into", self.workspace, "--quiet-for", "0.5", "--format", "jsonl")
        with self.commands.running(*arguments) as running:
            self.log.count("watches")
            deadline = time.monotonic() + seconds
            while running.wait(self.moments.uniform(2, 20)) is None and time.monotonic() < deadline:
                if self.moments.random() < 0.5:
                    self.retract()
                beside()
            yield running
            if running.process.returncode is None:
                running.signal(signal.SIGINT)
            if running.process.returncode != -signal.SIGKILL:
                self.commands.ended("watch", running, (INTERRUPTED,))

    def build(self, is_killed: bool) -> None:
        """Read the folder and the feed; killed at any moment of about as long as it takes, where it is."""
        feed = f"{self.world.site.address}/new.xml"
        workers = ("--workers", self.moments.choice((1, 2)))
        arguments = ("build", self.world.inbox, feed, "--into", self.workspace, "--allow-private", *workers)
        with self.commands.running(*arguments) as running:
            self.log.count("builds")
            began = time.monotonic()
            if is_killed:
                moment = self.moments.uniform(0, 1.2 * self._build_takes)
                self._resumed(running, moment)
                if running.wait(max(0.0, moment - (time.monotonic() - began))) is None:
                    self._kill(running)
                    return
            self._resumed(running, 600)
            running.wait(900)
            self.commands.ended("build", running, (0, FAILED_INPUTS))
            self._build_takes = time.monotonic() - began

    def retract(self) -> None:
        """Withdraw articles, and retract them; a retraction that was killed, or refused, is done again until it is."""
        gone = self.world.withdraw(self.moments, self._record.ids())
        if not gone:
            return
        moment = self.moments.uniform(0, 3) if self.moments.random() < 0.3 else None
        while gone:
            ended = self.commands.run(
                "retract", self.workspace, "--", *gone, allowed=(0, WORKSPACE, QUESTION), killed_after=moment
            )
            if ended.status == WORKSPACE and not ended.is_refused:
                self.log.fault("kg retract refused", ended.err)
            before, gone = gone, sorted(self._record.ids() & set(gone))
            self.was_killed = self.was_killed or moment is not None
            if ended.status == 0 and gone:
                self.log.fault("retracted, and still there", " ".join(gone))
            self.log.count("retracted articles", len(before) - len(gone))
            moment = None
            if gone:
                time.sleep(1)
        self.log.count("retractions")

    def _kill(self, running: Running) -> None:
        self.commands.killed(running)
        self.was_killed = True

    def _resumed(self, running: Running, seconds: float) -> None:
        """After a kill: note how long it takes until an article is recorded again, or all is done."""
        if not self.was_killed:
            return
        began, before = time.monotonic(), self._record.last()
        while time.monotonic() - began < seconds:
            if running.wait(_POLL) is not None or self._record.last() > before:
                self.log.took("resume after a kill", time.monotonic() - began)
                self.was_killed = False
                return
