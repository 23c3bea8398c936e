"""The members of an archive, one at a time, none of them ever on disk."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Self, cast

from kg.corpus.containers.limits import BrokenError, Meter
from kg.corpus.containers.streams import BUFFER, Readable, broken, unpacked, with_seeking
from kg.corpus.storable import storable
from kg.corpus.unreadable import UnreadableReason

_HEADER = 1 << 20  # bytes between two members; more are no header of an honest archive


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. `stream` is None of what is none (a link, a device), and of what can't be opened."""

    path: PurePosixPath
    stream: BinaryIO | None
    fault: BrokenError | None = None


def zip_members(stream: BinaryIO, origin: str, *, meter: Meter, depth: int) -> Iterator[Member]:
    """Read a zip in place.

    Raises
    ------
    BrokenError
        Its list of members can't be read.
    """
    found = with_seeking(stream, origin, most=meter.limits.in_memory)
    try:
        archive = zipfile.ZipFile(found)
    except zipfile.BadZipFile as error:
        detail = f"{error}; the list of its members, which stands at a zip's end, is missing or no list"
        raise BrokenError(origin, UnreadableReason.DAMAGED, detail) from error
    except Exception as error:
        raise broken(origin, error) from error
    with archive:
        for info in archive.infolist():
            path = member_path(info.filename)
            if info.filename.endswith("/"):  # `is_dir` takes a name for granted
                continue
            meter.next_member()
            mode = info.external_attr >> 16
            if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                yield Member(path, None)
                continue
            where = f"{origin}:{path}"
            try:
                opened = archive.open(info)
            except Exception as error:  # noqa: BLE001
                yield Member(path, None, broken(where, error))
                continue
            with opened:
                yield Member(path, unpacked(cast("Readable", opened), where, meter=meter, depth=depth))


def tar_members(stream: BinaryIO, origin: str, *, meter: Meter, depth: int) -> Iterator[Member]:
    """Read a tar from front to back.

    Raises
    ------
    BrokenError
        It is damaged, or ends too early; the members before have been given.
    """
    source = _Headers(stream, origin)
    try:
        archive = tarfile.open(  # noqa: SIM115 - closed below
            fileobj=cast("BinaryIO", source), mode="r|", bufsize=BUFFER, tarinfo=_Strict
        )
    except Exception as error:
        raise broken(origin, error) from error
    with archive:
        while (info := _next(archive, origin)) is not None:
            archive.members = []  # type: ignore[attr-defined]  # it would keep all that it has met
            source.allow(info.size)
            if info.isdir():
                continue
            meter.next_member()
            path = member_path(info.name)
            file = archive.extractfile(info) if info.isreg() and not info.issparse() else None
            if file is None:
                yield Member(path, None)
                continue
            # What is wrong with a member is wrong with all that follows.
            yield Member(path, unpacked(cast("Readable", file), origin, meter=meter, depth=depth))


def _next(archive: tarfile.TarFile, origin: str) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except Exception as error:
        raise broken(origin, error) from error


class _Strict(tarfile.TarInfo):
    """A header of a tar. tarfile takes a damaged one for the end, and says nothing."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if any(buf):
                said = str(error) if len(buf) == tarfile.BLOCKSIZE else "unexpected end of data"
                raise tarfile.ReadError(said) from error
            raise


class _Headers:
    """A tar's bytes; between members only so many as headers have, since tarfile keeps a header in memory whole."""

    def __init__(self, stream: BinaryIO, origin: str) -> None:
        self._stream = stream
        self._origin = origin
        self._left = _HEADER

    def allow(self, member: int) -> None:
        """Let a member pass, and the next header."""
        self._left = member + 2 * BUFFER + _HEADER

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise BrokenError(self._origin, UnreadableReason.DAMAGED, "a header of over a megabyte")
        return data


def member_path(name: str) -> PurePosixPath:
    r"""Give the path of a member, with characters that are none in UTF-8 escaped.

    Examples
    --------
    >>> member_path("2014\\May\\./a.txt").parts
    ('2014', 'May', 'a.txt')
    """
    return PurePosixPath(storable(name.replace("\\", "/")))


def leads_out(path: PurePosixPath) -> bool:
    """Whether a path would lie elsewhere than in the archive's folder.

    Examples
    --------
    >>> [leads_out(PurePosixPath(path)) for path in ("a/b.txt", "../b.txt", "/etc/passwd", "C:/b.txt")]
    [False, True, True, True]
    """
    return path.is_absolute() or ".." in path.parts or path.parts[:1] == () or path.parts[0].endswith(":")
