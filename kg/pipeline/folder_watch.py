"""A folder that is watched: which of its files are new or changed, and complete."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kg.corpus.folder import FoundFile, walk
from kg.errors import InputError
from kg.pipeline.defaults import QUIET


class _Seen(NamedTuple):
    """What a file was like, by which a change of it is known."""

    inode: int
    modified: int
    size: int


def batches(
    folder: Path, *, once: bool = False, idle: float | None = None, quiet: float = QUIET
) -> Iterator[list[FoundFile]]:
    """Give the files of a folder, then again and again those that are new or changed, sorted by name.

    A file is given when it has stayed as it is for a while, so that none is read that is still being written. One that
    vanishes before is forgotten.

    Parameters
    ----------
    folder
        Watched with all that is below it; hidden files aren't.
    once
        Give what is there, and end.
    idle
        End when for so many seconds nothing changed.
    quiet
        Seconds for which a file has to stay as it is.

    Raises
    ------
    InputError
        There is no such folder.
    """
    from watchfiles import watch

    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder to watch")
    waiting = _Waiting(folder, quiet)
    root = folder.resolve()
    step = max(1, int(min(quiet, 1.0) * 500))
    changes = watch(root, watch_filter=None, rust_timeout=step, step=20, debounce=step, yield_on_timeout=True)
    next(changes)  # from here on no change is missed
    waiting.look(walk(folder))
    last = time.monotonic()
    for changed in changes:
        waiting.look(found for _, path in changed for found in _found(folder, root, Path(path)))
        ready = waiting.ready()
        if ready:
            yield ready
        if ready or waiting:
            last = time.monotonic()
        elif once or (idle is not None and time.monotonic() - last >= idle):
            return


def _found(folder: Path, root: Path, path: Path) -> Iterator[FoundFile]:
    """Give the file, or the files of the folder, at a path where something changed."""
    relative = path.relative_to(root)
    if any(part.startswith(".") for part in relative.parts):
        return
    here = folder / relative
    if not here.is_dir():
        yield FoundFile(here, PurePosixPath(relative))
        return
    for found in walk(here):
        if isinstance(found, FoundFile):
            yield FoundFile(found.path, PurePosixPath(relative) / found.relative)


class _Waiting:
    """Files that changed, until they have been quiet; and what those were like that were given."""

    def __init__(self, folder: Path, quiet: float) -> None:
        self._folder = folder
        self._quiet = quiet
        self._waiting: dict[FoundFile, tuple[_Seen, float]] = {}
        self._given: dict[FoundFile, _Seen] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def look(self, files: Iterable[object]) -> None:
        """Note files that may have changed."""
        now = time.monotonic()
        for file in files:
            if isinstance(file, FoundFile):
                self._look(file, now)

    def _look(self, file: FoundFile, now: float) -> None:
        seen = _seen(file.path)
        if seen is None or self._given.get(file) == seen:
            self._waiting.pop(file, None)
        elif file not in self._waiting or self._waiting[file][0] != seen:
            self._waiting[file] = (seen, now)

    def ready(self) -> list[FoundFile]:
        """Give the files that have been quiet."""
        self.look(list(self._waiting))
        now = time.monotonic()
        ready = [file for file, (_, since) in self._waiting.items() if now - since >= self._quiet]
        for file in ready:
            self._given[file] = self._waiting.pop(file)[0]
        return sorted(ready, key=lambda file: file.relative)


def _seen(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Seen(found.st_ino, found.st_mtime_ns, found.st_size)
