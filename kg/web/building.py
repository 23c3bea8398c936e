"""Builds what was uploaded into the workspace, in a process of its own: pages go on, and memory comes back."""

from __future__ import annotations

import multiprocessing
import shutil
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.corpus.article import Article
from kg.corpus.read import NamedFile
from kg.errors import KgError
from kg.logs import Log

_log = Log("web")
_BROKEN = "the process that reads articles has ended before it was done. What it had read is kept; send the rest again"


@dataclass(slots=True)
class Upload:
    """An upload, and how far it is.

    `state` is "waiting" until the language model is loaded, then "reading", "joining" (the graph is made), and in the
    end "done" or "failed". `articles` are ids and titles of what was read, `report` what `kg build --format json` says.
    """

    id: str
    folder: Path
    state: str = "waiting"
    done: int = 0
    total: int = 0
    articles: list[tuple[str, str]] = field(default_factory=list)
    report: dict[str, Any] = field(default_factory=dict)
    fault: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "failed")

    def progress(self) -> dict[str, object]:
        """What a page shows of the way."""
        return {"state": self.state, "done": self.done, "total": self.total}


class Builder:
    """Builds uploads into a workspace, one at a time."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._current: Upload | None = None
        self.uploads: dict[str, Upload] = {}

    @property
    def is_busy(self) -> bool:
        """Whether an upload is being read."""
        return self._current is not None and not self._current.is_over

    def begin(self, upload: Upload, files: Sequence[NamedFile]) -> bool:
        """Begin with an upload; False where another isn't over."""
        with self._lock:
            if self.is_busy:
                return False
            self._current = self.uploads[upload.id] = upload
        _log.info("upload began", upload=upload.id, files=len(files))
        ours, theirs = multiprocessing.Pipe(duplex=False)
        self._process = multiprocessing.get_context("spawn").Process(
            target=build_apart, args=(list(files), self._workspace, theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        threading.Thread(target=self._follow, args=(upload, ours), daemon=True).start()
        return True

    def close(self) -> None:
        """End a build that is running. What it has read is kept: each article is one transaction."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(5)

    def _follow(self, upload: Upload, source: Connection) -> None:
        try:
            while not upload.is_over:
                for name, value in source.recv().items():
                    setattr(upload, name, value)
        except (EOFError, OSError):
            upload.fault, upload.state = _BROKEN, "failed"
        finally:
            _log.info("upload ended", upload=upload.id, state=upload.state, articles=upload.done)
            source.close()
            shutil.rmtree(upload.folder, ignore_errors=True)


def build_apart(files: list[NamedFile], workspace: Path, say: Connection) -> None:
    """Build, and say how far it is: runs in the other process, which alone needs what reads articles."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    build_telling(files, workspace, say.send)


def build_telling(files: list[NamedFile], workspace: Path, say: Callable[[dict[str, Any]], object]) -> None:
    """Build, and say how far it is, as values of an `Upload`."""
    from kg.pipeline.builder import Builder as Reader
    from kg.pipeline.kept_schema import kept_schema

    said = _Said(say)
    try:
        with Reader(workspace, kept_schema(workspace)) as reader:
            report = reader.add(files, progress=said.progress, met=said.met)
    except KgError as fault:
        say({"fault": str(fault), "state": "failed"})
    else:
        say({"report": report.as_dict(), "articles": said.found, "state": "done"})


@dataclass(slots=True)
class _Said:
    """What the other process says of its way: how many articles there are shows while they are read."""

    say: Callable[[dict[str, Any]], object]
    found: list[tuple[str, str]] = field(default_factory=list)
    done: int = 0
    is_open: bool = True

    def met(self, article: Article | None) -> None:
        if article is None:
            self.is_open = False
        else:
            self.found.append((article.id, article.title))
        self.say({"total": len(self.found)} | self._state())

    def progress(self, done: int, _failed: int) -> None:
        self.done = done
        self.say({"done": done} | self._state())

    def _state(self) -> dict[str, str]:
        is_over = not self.is_open and self.done >= len(self.found)
        return {"state": "joining" if is_over else "reading"} if self.done or is_over else {}
