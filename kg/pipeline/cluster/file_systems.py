"""Places on this machine, and behind URLs of any file system that fsspec knows."""

from __future__ import annotations

import errno
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from kg.errors import InputError, in_one_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LOCAL = ("file://", "local://")
_BUFFER = 1 << 16
MOST_SAID = 300  # characters of what a library says


def is_remote(place: str) -> bool:
    """Whether a place is the URL of another file system than this machine's.

    Examples
    --------
    >>> is_remote("s3://bucket/facts"), is_remote("file:///mnt/facts"), is_remote("facts")
    (True, False, False)
    """
    return "://" in place and not place.startswith(_LOCAL)


def local_path(place: str) -> str:
    """Give the path of a place on this machine.

    Examples
    --------
    >>> local_path("file:///mnt/facts")
    '/mnt/facts'
    """
    return next((place.removeprefix(scheme) for scheme in _LOCAL if place.startswith(scheme)), place)


def file_system(place: str) -> tuple[Any, str]:
    """Give the file system of a URL, and the path there.

    Raises
    ------
    InputError
        None of that name is installed, or it can't be had.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise InputError(f"{place}: URLs are read with `pip install 'kg-news[ray]'`") from None
    try:
        system, path = url_to_fs(place)
    except Exception as error:
        raise InputError(f"{place}: {in_one_line(error, MOST_SAID)}") from error
    return system, path


def found_below(url: str) -> Iterator[tuple[str, str, int]]:
    """Give URL, path below `url` and size of the file there, or of all files below, sorted.

    Raises
    ------
    InputError
        No file system of that name is installed.
    OSError
        They can't be listed.
    """
    system, root = file_system(url)
    with _as_os_error():
        found = system.find(root, detail=True)
    for path, about in sorted(found.items()):
        yield system.unstrip_protocol(path), path[len(root) :].lstrip("/"), int(about.get("size") or 0)


def opened(path: str) -> BinaryIO:
    """Open a file at a path or URL to read it; whatever goes wrong, then and in reading, is an OSError."""
    if not is_remote(path):
        return Path(local_path(path)).open("rb")
    try:
        system, inner = file_system(path)
    except InputError as fault:  # no such file system on this machine, though there is on that which asks
        raise OSError(errno.EIO, in_one_line(fault.__cause__ or fault, MOST_SAID)) from fault
    with _as_os_error():
        return cast("BinaryIO", io.BufferedReader(_Remote(system.open(inner, "rb")), _BUFFER))


class _Remote(io.RawIOBase):
    """An open file of another file system. Its library may raise anything when the network or a server fails."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._stream.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        with _as_os_error():
            return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        with _as_os_error():
            data = self._stream.read(len(target))
        target[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            super().close()
            with _as_os_error():
                self._stream.close()


@contextmanager
def _as_os_error() -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise OSError(errno.EIO, in_one_line(error, MOST_SAID)) from error
