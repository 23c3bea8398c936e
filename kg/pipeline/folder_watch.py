"""Folders that are watched: which of their files are new or changed, and complete."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
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


class WatchedFolders:
    """Folders that are watched, each with all that is below it; hidden files aren't.

    A file is given when it has stayed as it is for a while, so that none is read that is still being written. One that
    vanishes before is forgotten.

    Parameters
    ----------
    folders
        The folders. What lies below two of them is given for each.
    quiet
        Seconds for which a file has to stay as it is.

    Raises
    ------
    InputError
        There is no such folder.
    """

    def __init__(self, folders: Sequence[Path], quiet: float = QUIET) -> None:
        from watchfiles import watch

        for folder in folders:
            if not folder.is_dir():
                raise InputError(f"{folder}: there is no such folder to watch")
        self._roots = [(folder, folder.resolve()) for folder in folders]
        self._waiting = _Waiting(quiet)
        step = max(1, int(min(quiet, 1.0) * 500))
        roots = {root for _, root in self._roots}
        self._changes = watch(
            *roots, watch_filter=None, rust_timeout=step, step=20, debounce=step, yield_on_timeout=True
        )
        next(self._changes)  # from here on no change is missed
        for folder in folders:
            self._waiting.look(walk(folder))

    @property
    def is_waiting(self) -> bool:
        """Whether there are files that aren't quiet yet."""
        return bool(self._waiting)

    def wait(self) -> list[FoundFile]:
        """Give the files that are new or changed, and complete, sorted by name; within half a second, if none."""
        changed = [Path(path) for _, path in next(self._changes)]
        for folder, root in self._roots:
            below = (path for path in changed if path.is_relative_to(root))
            self._waiting.look(found for path in below for found in _found(folder, root, path))
        return self._waiting.ready()


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

    def __init__(self, quiet: float) -> None:
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
        if seen is None:
            self._given.pop(file, None)  # else a watch of a folder that is emptied would remember for ever
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
        return sorted(ready, key=lambda file: (file.relative, file.path))


def _seen(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Seen(found.st_ino, found.st_mtime_ns, found.st_size)
