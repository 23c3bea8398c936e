"""A folder that all machines see, on a disk or behind a URL: files are there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from kg.errors import InputError, in_one_line
from kg.pipeline.cluster.file_systems import MOST_SAID, file_system, is_remote, local_path
from kg.stores.whole_file import replacing

_PART = ".part-"
_LEFT = 3600.0  # seconds after which nobody writes a part any more: that takes one or two


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

    def clean(self, folder: str) -> None:
        """Remove what killed writers have left in a folder of it, and nothing that somebody may be writing."""
        ...


def storage(place: str) -> Storage:
    """Give the folder at a path or URL; nothing is made before something is written.

    Raises
    ------
    InputError
        No file system of that name is installed.
    """
    if is_remote(place):
        system, path = file_system(place)
        return _Remote(place.rstrip("/"), system, path)
    return _Local(Path(local_path(place)))


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
            with replacing(file, file.with_name(f"{_PART}{uuid.uuid4().hex}")) as written:
                os.fchmod(written.fileno(), 0o644)  # other machines may read as others, whatever the umask
                written.write(data)
        except OSError as error:
            raise InputError(f"{file}: it can't be written: {error.strerror or error}") from error

    def clean(self, folder: str) -> None:
        inner = self.folder / folder
        with suppress(OSError):  # a folder that isn't there, or in which nothing may be written: who writes will say so
            with tempfile.NamedTemporaryFile(prefix=_PART, dir=inner) as probe:
                now = os.fstat(probe.fileno()).st_mtime  # by the clock of the file system, not by this machine's
            for part in inner.glob(f"{_PART}*"):
                with suppress(OSError):  # another run cleans as well
                    if now - part.stat().st_mtime > _LEFT:
                        part.unlink()


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

    def clean(self, folder: str) -> None:
        """Nothing: no part of a file has a name of its own there."""


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Turn what a file system raises, which is whatever its library does, into one line."""
    try:
        yield
    except Exception as error:
        raise InputError(f"{place}: {in_one_line(error, MOST_SAID)}") from error


def _too_large(where: str, most: int) -> InputError:
    return InputError(f"{where}: over {most:,} bytes, more than kg writes. It is no file of kg")
