"""A worker process as the run sees it: what it was given, what it has taken and answered, when it was heard last."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, TypeVar

from kg.corpus.article import Article
from kg.pipeline.recipe import Recipe
from kg.pipeline.workers.process import SHORT_OF_MEMORY
from kg.pipeline.workers.wire import Message, receive_message, send_batch, send_recipe

# A command of its own, not multiprocessing: that would run the user's script again in every process.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.pipeline.workers.process import main; main()"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that a worker said, and when; `message` is None when it has ended.

    `moment` is by the clock, `spent` by the worker's processor seconds.
    """

    worker: Worker
    message: Message | None
    moment: float
    spent: float = 0.0

    def begin(self) -> None:
        """Measure from here how long the worker is at what comes next."""
        self.worker.since, self.worker.spent = self.moment, self.spent


class Worker:
    """One process, with two threads that write to and read from its pipes, so that no worker can block the run.

    Parameters
    ----------
    recipe
        The extractor that it loads.
    heard
        Where what it says is put.
    patience
        Seconds after which it ends itself in one article, should the run be gone.
    """

    def __init__(self, recipe: Recipe, heard: SimpleQueue[Heard], *, patience: float) -> None:
        self.is_ready = False
        self.has_read = False
        self.is_overdue = False
        self.since = time.monotonic()
        self.spent = 0.0
        self._heard = heard
        self._given = SimpleQueue[Sequence[Article]]()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,  # the terminal's Ctrl-C goes to the run alone
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        Thread(target=self._write, args=(self._process.stdin, recipe, patience), daemon=True).start()
        Thread(target=self._read, args=(self._process.stdout,), daemon=True).start()

    def give(self, articles: Sequence[Article]) -> None:
        """Give it a batch; what it says of each comes in their order."""
        self.has_read = True
        self.since = time.monotonic()
        self._given.put(articles)

    def kill(self) -> None:
        """End it, whatever it does."""
        self._process.kill()

    def close(self) -> None:
        """End it and wait until it has ended."""
        self.kill()
        self._process.wait()
        self._given.put(())

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    @property
    def ending(self) -> str:
        """How it ended, for people."""
        status = self._process.wait()
        if status == SHORT_OF_MEMORY:
            return "out of memory"
        if status >= 0:
            return f"exit status {status}"
        with suppress(ValueError):
            return f"signal {-status}, {signal.Signals(-status).name}"
        return f"signal {-status}"

    def _write(self, stream: BinaryIO, recipe: Recipe, patience: float) -> None:
        with suppress(OSError), stream:  # it has ended; the thread that reads says so
            send_recipe(stream, recipe, patience)
            while articles := self._given.get():
                send_batch(stream, articles)

    def _read(self, stream: BinaryIO) -> None:
        # KeyError and the like: it wrote something else on its way to the end.
        with suppress(OSError, ValueError, KeyError, TypeError), stream:
            while (said := receive_message(stream)) is not None:
                self._heard.put(Heard(self, said.message, time.monotonic(), said.spent))
        self._process.kill()  # where it closed its output, and lives
        self._process.wait()
        self._heard.put(Heard(self, None, time.monotonic()))
