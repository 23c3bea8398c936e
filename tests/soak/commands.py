"""kg as a user runs it: a process a command, some of them killed in the middle; whatever goes wrong is a fault."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

import psutil

from tests.soak.faults import Log

KG = (sys.executable, "-m", "kg")
_PATIENCE = 3600  # seconds for any command; a busy machine is slow
_GOODBYE = 60  # seconds in which the processes of one that was killed have to be gone
_RUNS = 999  # in place of the status of a command that goes on
_IN_USE = "another process is"
FAILED_INPUTS, WORKSPACE, QUESTION, INTERRUPTED = 3, 5, 6, 130


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended; `status` is negative where it was killed."""

    status: int
    out: str
    err: str

    @property
    def is_refused(self) -> bool:
        """Whether another process was at the workspace."""
        return self.status == WORKSPACE and _IN_USE in self.err


@dataclass(slots=True)
class Commands:
    """Starts kg, and looks at how it ends."""

    log: Log
    environment: Mapping[str, str] = field(default_factory=dict)

    @contextmanager
    def running(self, *arguments: object) -> Iterator[Running]:
        """Start a command; it is ended with the block."""
        with TemporaryFile() as out, TemporaryFile() as err:
            command = [*KG, *map(str, arguments)]
            environment = {**os.environ, **self.environment, "PYTHONFAULTHANDLER": "1"}
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment)
            running = Running(process, out.fileno(), err.fileno())
            try:
                yield running
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()

    def run(self, *arguments: object, allowed: Sequence[int] = (0,), killed_after: float | None = None) -> Ended:
        """Run a command to its end, or kill it after so many seconds; any other ending than those `allowed` is told."""
        with self.running(*arguments) as running:
            if killed_after is not None and running.wait(killed_after) is None:
                return self.killed(running)
            if running.wait(_PATIENCE) is None:
                self.log.fault(f"kg {arguments[0]} didn't end", running.errors()[-500:])
            return self.ended(str(arguments[0]), running, allowed)

    def ended(self, name: str, running: Running, allowed: Sequence[int]) -> Ended:
        """Give how a command ended that has ended, and note what must not be."""
        done = running.result()
        if done.status not in allowed or "Traceback" in done.err:
            self.log.fault(f"kg {name} ended with {done.status}", done.err[-1500:])
        return done

    def killed(self, running: Running) -> Ended:
        """Kill a command, and see that none of its processes stays."""
        family = running.family()
        running.signal(signal.SIGKILL)
        self.log.count("kills")
        if not until(lambda: not any(one.is_running() and one.status() != "zombie" for one in family), _GOODBYE):
            self.log.fault("processes stayed", " ".join(map(str, family)))
        return running.result()


@dataclass(frozen=True, slots=True)
class Running:
    """A command that runs."""

    process: subprocess.Popen[bytes]
    _out: int
    _err: int

    def wait(self, seconds: float) -> int | None:
        """Wait so long for its end; None where it goes on."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(seconds)
        return None

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal, and wait for its end."""
        self.process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_PATIENCE)

    def family(self) -> list[psutil.Process]:
        """Give the processes that it started."""
        with contextlib.suppress(psutil.Error):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    def errors(self) -> str:
        """Give what it said on standard error so far."""
        return _all(self._err)

    def result(self) -> Ended:
        """Give how it ended."""
        status = self.process.poll()
        return Ended(_RUNS if status is None else status, _all(self._out), _all(self._err))


def until(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait so long for something; whether it came."""
    deadline = time.monotonic() + seconds
    while True:
        with contextlib.suppress(psutil.NoSuchProcess):
            if condition():
                return True
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)


def size(folder: Path) -> int:
    """Bytes of all files of a folder; those that vanish on the way are none."""
    total = 0
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            total += path.stat().st_size
    return total


def _all(descriptor: int) -> str:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0).decode(errors="replace")
