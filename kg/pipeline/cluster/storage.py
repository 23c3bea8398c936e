"""A folder that all machines see, on a disk or behind a URL: files are there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from kg.errors import InputError, in_one_line

_LOCAL = ("file://", "local://")
_MOST_SAID = 300  # characters of what a library says


class Storage(Protocol):
    """What is needed of a folder."""

    def read(self, name: str, *, most: int) -> bytes | None:
        """Give a file's bytes; None where there is no such file.

        Raises
        ------
        InputError
            It has more than `most` bytes, or can't be read.
        """
        ...

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place, as a whole.

        Raises
        ------
        InputError
            It can't be written.
        """
        ...


def is_remote(place: str) -> bool:
    """Whether a place is the URL of another file system than this machine's.

    Examples
    --------
    >>> is_remote("s3://bucket/facts"), is_remote("file:///mnt/facts"), is_remote("facts")
    (True, False, False)
    """
    return "://" in place and not place.startswith(_LOCAL)


def storage(place: str) -> Storage:
    """Give the folder at a path or URL; nothing is made before something is written.

    Raises
    ------
    InputError
        No file system of that name is installed.
    """
    if is_remote(place):
        system, path = remote(place)
        return _Remote(place.rstrip("/"), system, path)
    return _Local(Path(local_path(place)))


def local_path(place: str) -> str:
    """Give the path of a place on this machine.

    Examples
    --------
    >>> local_path("file:///mnt/facts")
    '/mnt/facts'
    """
    return next((place.removeprefix(scheme) for scheme in _LOCAL if place.startswith(scheme)), place)


def remote(place: str) -> tuple[Any, str]:
    """Give the file system of a URL, and the path there.

    Raises
    ------
    InputError
        None of that name is installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise InputError(f"{place}: URLs are read with `pip install 'kg-news[ray]'`") from None
    with _told(place):
        system, path = url_to_fs(place)
    return system, path


def found_below(url: str) -> Iterator[tuple[str, str, int]]:
    """Give URL, path below `url` and size of the file there, or of all files below, sorted.

    Raises
    ------
    InputError
        They can't be listed.
    """
    system, root = remote(url)
    with _told(url):
        found = system.find(root, detail=True)
    for path, about in sorted(found.items()):
        yield system.unstrip_protocol(path), path[len(root) :].lstrip("/"), int(about.get("size") or 0)


def opened(path: str) -> BinaryIO:
    """Open a file at a path or URL to read it."""
    if not is_remote(path):
        return Path(local_path(path)).open("rb")
    try:
        system, inner = remote(path)
        return cast("BinaryIO", system.open(inner, "rb"))
    except OSError:
        raise
    except InputError as fault:  # no such file system on this machine, though there is on that which asks
        raise OSError(None, in_one_line(fault.__cause__ or fault, _MOST_SAID)) from fault
    except Exception as error:  # whatever the library of that file system raises
        raise OSError(None, in_one_line(error, _MOST_SAID)) from error


@dataclass(frozen=True, slots=True)
class _Local:
    folder: Path

    def read(self, name: str, *, most: int) -> bytes | None:
        file = self.folder / name
        try:
            if file.stat().st_size > most:
                raise _too_large(str(file), most)
            return file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise InputError(f"{file}: {error.strerror or error}") from error

    def write(self, name: str, data: bytes) -> None:
        file = self.folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(prefix=".part-", dir=file.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                Path(part).chmod(0o644)  # mkstemp lets nobody else read, and other machines may read as others
                Path(part).replace(file)
            except BaseException:
                with suppress(OSError):
                    Path(part).unlink()
                raise
        except OSError as error:
            raise InputError(f"{file}: it can't be written: {error.strerror or error}") from error


@dataclass(frozen=True, slots=True)
class _Remote:
    """An object store puts an object in place in one go. Where a system doesn't, the hash of what is read tells."""

    place: str
    system: Any
    path: str

    def read(self, name: str, *, most: int) -> bytes | None:
        where = f"{self.path}/{name}"
        try:
            with _told(f"{self.place}/{name}"), self.system.open(where, "rb") as stream:
                data = cast("bytes", stream.read(most + 1))
        except InputError as fault:
            if isinstance(fault.__cause__, FileNotFoundError):
                return None
            raise
        if len(data) > most:
            raise _too_large(f"{self.place}/{name}", most)
        return data

    def write(self, name: str, data: bytes) -> None:
        where = f"{self.path}/{name}"
        with _told(f"{self.place}/{name}"):
            self.system.makedirs(where.rpartition("/")[0], exist_ok=True)
            self.system.pipe_file(where, data)


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Turn what a file system raises, which is whatever its library does, into one line."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"{place}: {in_one_line(error, _MOST_SAID)}") from error


def _too_large(where: str, most: int) -> InputError:
    return InputError(f"{where}: over {most:,} bytes, more than kg writes. It is no file of kg")
