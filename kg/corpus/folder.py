"""The files of a folder, in an order that is the same on every machine."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kg.corpus.unreadable import Unreadable, UnreadableReason, os_failure, unreadable


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file, and its path within the folder that was given."""

    path: Path
    relative: PurePosixPath


def walk(folder: Path) -> Iterator[FoundFile | Unreadable]:
    """Regular files below a folder, sorted by name, files before subfolders.

    Links are followed, but no folder is read twice. Names that begin with a dot are hidden and passed over.
    """
    yield from _walk(folder, PurePosixPath(), set())


def _by_normal_form(name: str) -> tuple[str, str]:
    """Sort key that doesn't depend on how a file system writes its accents."""
    return unicodedata.normalize("NFC", name), name


def _walk(folder: Path, relative: PurePosixPath, seen: set[tuple[int, int]]) -> Iterator[FoundFile | Unreadable]:
    try:
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            yield unreadable(str(folder), UnreadableReason.SEEN_FOLDER)
            return
        seen.add(identity)
        names = sorted((entry.name for entry in folder.iterdir()), key=_by_normal_form)
    except OSError as error:
        yield os_failure(str(folder), error)
        return
    folders = []
    for name in names:
        if name.startswith("."):
            continue
        path = folder / name
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield os_failure(str(path), error)
            continue
        if stat.S_ISDIR(mode):
            folders.append(name)
        elif stat.S_ISREG(mode):
            yield FoundFile(path, relative / name)
        else:
            yield unreadable(str(path), UnreadableReason.NO_FILE)
    # Own folders before links to folders, so that a link never gives its name to what has one of its own.
    for name in sorted(folders, key=lambda name: (folder / name).is_symlink()):
        yield from _walk(folder / name, relative / name, seen)
