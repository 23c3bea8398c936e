"""Documents that can do harm are read in a process of their own: it is bounded, and may die without any loss.

A page or a PDF can keep its parser busy for hours, fill the memory, or crash it. The process has a limit of computing
time for each document and one of memory; when it ends, the document is refused and the next one gets a new process.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

import kg
from kg.corpus.article import Article
from kg.corpus.readers.entry import Entry
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

SECONDS = 30  # of computing, for one document; a page takes a twentieth of one, a PDF of 100 pages some ten
WAITING_SECONDS = 900  # by the clock, for a machine that has much else to do
MEMORY_BYTES = 3 << 30

Record = Article | Unreadable | Entry


@dataclass(frozen=True, slots=True)
class Document:
    """A document and what is known of it from where it came.

    `task` says what it is read as: "page", "pdf", "feed" or "markup". `url` is where it was fetched from, `charset`
    what its server said of its encoding.
    """

    task: str
    data: bytes
    origin: str
    article_id: str | None = None
    url: str | None = None
    charset: str | None = None


class TooHardError(Exception):
    """A document takes too much to read, or its parser would cut it off; the message says why."""


class _Process:
    """The process that reads; started when there is something to read."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, document: Document) -> bytes:
        """Give the answer, one line of JSON; nothing where the process ended."""
        with self._lock:
            running = self._started()
            stdin, stdout = _pipes(running)
            about = {name: getattr(document, name) for name in ("task", "origin", "article_id", "url", "charset")} | {
                "size": len(document.data)
            }
            try:
                stdin.write(json.dumps(about).encode() + b"\n")
                stdin.write(document.data)
                stdin.flush()
                return stdout.readline()
            except OSError:
                return b""

    def end(self) -> int:
        """End the process, and say how it ended."""
        with self._lock:
            running, self._running = self._running, None
            if running is None or self._owner != os.getpid():
                return 0
            for pipe in _pipes(running):
                with contextlib.suppress(OSError):  # it doesn't read any more
                    pipe.close()
            try:
                return running.wait(timeout=5)
            except subprocess.TimeoutExpired:
                running.kill()
                return running.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        # A process that was forked must not talk into its parent's pipes.
        if self._running is None or self._owner != os.getpid() or self._running.poll() is not None:
            # -P: the folder in which kg is started may hold strangers' files, and one may be called json.py.
            command = [sys.executable, "-P", "-m", "kg.corpus.readers.apart_process"]
            home = str(Path(kg.__file__).parent.parent)
            path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
            self._running = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
            self._owner = os.getpid()
        return self._running


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("started with pipes")
    return process.stdin, process.stdout


_PROCESS = _Process()
atexit.register(_PROCESS.end)


def read_apart(
    task: str,
    stream: BinaryIO,
    origin: str,
    article_id: str | None = None,
    *,
    most: int,
    hint: str = "",
    url: str | None = None,
    charset: str | None = None,
) -> Iterator[Record]:
    """Read a document in the other process; never gives nothing.

    What has over `most` bytes is refused, with a `hint`. For the other parameters see `Document`.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        yield unreadable(origin, UnreadableReason.TOO_LONG, f"over {most:,} bytes{hint}")
        return
    answer = _PROCESS.ask(Document(task, data, origin, article_id, url, charset))
    if answer.endswith(b"\n"):
        yield from (_record(kind, fields) for kind, fields in json.loads(answer))
    else:
        yield unreadable(origin, UnreadableReason.TOO_HARD, _how(_PROCESS.end()))


def _how(status: int) -> str:
    if -status in (getattr(signal, name, 0) for name in ("SIGPROF", "SIGALRM", "SIGXCPU")):
        return f"over {SECONDS} seconds of computing"
    return f"its reader ended with status {status}"


def _record(kind: str, fields: dict[str, str | None]) -> Record:
    if kind == "Unreadable":
        return Unreadable(str(fields["origin"]), UnreadableReason[str(fields["reason"])], str(fields["message"]))
    made: Article | Entry = Entry(**fields) if kind == "Entry" else Article(**fields)  # type: ignore[arg-type]
    return made
