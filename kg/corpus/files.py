"""Which files inputs stand for."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from kg.corpus.containers.unpack import is_read, left_out
from kg.corpus.folder import FoundFile, walk
from kg.corpus.unreadable import Unreadable, UnreadableReason, os_failure, unreadable

# "Summit.html" and the folder beside it, as browsers call it in some languages.
_PARTS = re.compile(r"(.+)[_-](?:files|Dateien|fichiers|archivos|ficheiros|bestanden|filer|pliki|file)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that was called otherwise where it comes from, such as one that somebody sends.

    `name` tells its kind and gives its article's id, and is never opened; `path` is where it lies.
    """

    name: str
    path: Path


Named: TypeAlias = str | NamedFile | FoundFile


@dataclass(frozen=True, slots=True)
class File:
    """A file that is to be read.

    `path` may be of another file system, if who opens it knows that. `origin` is for messages. `called` has the ending
    that tells its kind, and gives its article's id; None: only the content tells. `is_found`: it was found in a folder,
    and `called` is its path there.
    """

    path: str
    origin: str
    called: PurePosixPath | None = None
    is_found: bool = False


def found_file(path: str, relative: PurePosixPath) -> File | Unreadable:
    """Give a file that was found in a folder, at a path within it, or why it is left out.

    Examples
    --------
    >>> found_file("s3://news/2026/a.docx", PurePosixPath("2026/a.docx")).reason.name
    'LEFT_OUT'
    """
    return File(path, path, relative, is_found=True) if is_read(relative) else left_out(path, relative)


def files_of(name: Named) -> Iterator[File | Unreadable]:
    r"""Give the files that an input stands for, a folder's sorted by name, and what can't be read of it.

    Examples
    --------
    >>> [file] = files_of(NamedFile("C:\\news\\a.txt", Path("/tmp/upload-1")))
    >>> file.called
    PurePosixPath('a.txt')
    """
    if isinstance(name, NamedFile):
        yield File(str(name.path), name.name, PurePosixPath(name.name.replace("\\", "/").rpartition("/")[2]))
        return
    if isinstance(name, FoundFile):
        yield _found(name)
        return
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a zero character in the name
        yield os_failure(name, error) if isinstance(error, OSError) else unreadable(name, UnreadableReason.NOT_FOUND)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path)
    elif stat.S_ISREG(mode):
        yield File(name, str(path), PurePosixPath(path.name))
    else:  # a pipe, as the shell's <(command) gives
        yield File(name, name)


def _in_folder(folder: Path) -> Iterator[File | Unreadable]:
    is_empty = True
    for beside, group in groupby(walk(folder), key=_beside_page):
        is_empty = False
        if beside is None:
            yield from (_file(found) if isinstance(found, FoundFile) else found for found in group)
        else:
            number = sum(1 for _ in group)
            yield unreadable(str(beside), UnreadableReason.PAGE_PARTS, f"{number:,} file{'s' * (number > 1)}")
    if is_empty:
        yield unreadable(str(folder), UnreadableReason.EMPTY, "no file in the folder")


def _beside_page(found: FoundFile | Unreadable) -> Path | None:
    """Give the folder of pictures, scripts and frames in which a file lies that a browser saved with a page."""
    if not isinstance(found, FoundFile):
        return None
    # `relative` and `path` end alike: what lies above the folder that was given isn't looked at.
    folders = zip(found.relative.parents, found.path.parents, strict=False)
    outermost = [
        path for relative, path in folders if (name := _PARTS.fullmatch(relative.name)) and _page(path, name[1])
    ]
    return outermost[-1] if outermost else None


def _page(folder: Path, name: str) -> bool:
    return any((folder.parent / f"{name}{ending}").is_file() for ending in (".html", ".htm", ".xhtml"))


def _found(found: FoundFile) -> File | Unreadable:
    beside = _beside_page(found)
    return _file(found) if beside is None else unreadable(str(found.path), UnreadableReason.PAGE_PARTS)


def _file(found: FoundFile) -> File | Unreadable:
    return found_file(str(found.path), found.relative)
