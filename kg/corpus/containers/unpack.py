"""Files that hold others, around any reader: compressed files and archives, also within each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO, TypeAlias

from kg.corpus.columns import Columns
from kg.corpus.containers.compression import COMPRESSIONS, Compression
from kg.corpus.containers.limits import BrokenError, Limits, Meter
from kg.corpus.containers.members import Member, leads_out, tar_members, zip_members
from kg.corpus.containers.streams import packed, unpacked
from kg.corpus.readers.kind import HEAD_BYTES, Read
from kg.corpus.readers.kinds import SUFFIXES, is_known, read_stream
from kg.corpus.readers.peek import peek
from kg.corpus.recall import Recall
from kg.corpus.storable import storable
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

_ZIP, _TAR = ".zip", ".tar"
_SHORT = {short: one.suffix for one in COMPRESSIONS for short in one.short}
_ARCHIVES: dict[str, Callable[..., Iterator[Member]]] = {_ZIP: zip_members, _TAR: tar_members}
_COMPRESSED = {one.suffix: one for one in COMPRESSIONS}
CONTAINERS = (*_COMPRESSED, *_ARCHIVES, *_SHORT)

Container: TypeAlias = Compression | Callable[..., Iterator[Member]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stream comes from.

    `path` has the endings, and gives the article's id; None: there is no name. `folder` is what the ids of an archive's
    members begin with. `depth` counts what it was unpacked from.
    """

    origin: str
    path: PurePosixPath | None
    folder: PurePosixPath
    meter: Meter
    columns: Columns | None
    recall: Recall | None
    depth: int = 0


def is_read(path: PurePosixPath) -> bool:
    """Whether a file of this name is read when it is found in a folder.

    Examples
    --------
    >>> [is_read(PurePosixPath(name)) for name in ("a.txt", "a.txt.gz", "a.TGZ", "a.docx.gz", "a")]
    [True, True, True, False, False]
    """
    suffix = path.suffix.lower()
    if suffix in _COMPRESSED:
        inner = path.with_suffix("")
        return not inner.suffix or is_read(inner)
    return is_known(suffix) or suffix in _ARCHIVES or suffix in _SHORT


def left_out(origin: str, path: PurePosixPath) -> Unreadable:
    """Say that a file of this name isn't read where it is found in a folder or an archive.

    Examples
    --------
    >>> left_out("news/a.docx", PurePosixPath("a.docx")).message
    "news/a.docx: a file in a folder, of a kind that kg doesn't read ('.docx')"
    """
    return unreadable(origin, UnreadableReason.LEFT_OUT, f"'{path.suffix}'" if path.suffix else "no ending")


def read_file(
    stream: BinaryIO,
    origin: str,
    path: PurePosixPath | None = None,
    *,
    is_found: bool = False,
    columns: Columns | None = None,
    limits: Limits | None = None,
    recall: Recall | None = None,
) -> Read:
    r"""Read a file as what it is: an archive's members, what is compressed, or an article or articles.

    Parameters
    ----------
    stream
        Its bytes.
    origin
        For messages; a member's is `news.zip:2014/a.html`.
    path
        Its name, or its path in the folder in which it was found. None: only its content tells what it is.
    is_found
        Whether it was found in a folder: ids of an archive's members begin with its name then, as if it were a folder
        there. An archive that was named is like a folder that was named.
    columns
        What the columns of tables and the fields of rows are called.
    limits
        What it may unpack to.
    recall
        Knows what was read before.

    Examples
    --------
    >>> import gzip, io
    >>> text = io.BytesIO(gzip.compress(b"Kreisky met Sadat in Vienna."))
    >>> [article] = read_file(text, "news/a.txt.gz", PurePosixPath("a.txt.gz"))
    >>> article.id, article.text
    ('a', 'Kreisky met Sadat in Vienna.')
    """
    folder = _bare(path) if path is not None and is_found else PurePosixPath()
    yield from _read(stream, _Place(origin, path, folder, Meter(origin, limits or Limits()), columns, recall))


def _read(stream: BinaryIO, place: _Place) -> Read:
    suffix = place.path.suffix.lower() if place.path is not None else ""
    try:
        head, stream = peek(stream, HEAD_BYTES)
        container = _container(head, suffix)
        if container is None:
            stem = place.path.with_suffix("") if place.path is not None else None
            article_id = storable(unicodedata.normalize("NFC", str(stem))) if stem is not None else None
            yield from read_stream(
                stream, place.origin, article_id, suffix=suffix, columns=place.columns, recall=place.recall
            )
        elif place.depth >= place.meter.limits.depth:
            detail = f"archives within archives, over {place.meter.limits.depth} deep"
            raise BrokenError(place.origin, UnreadableReason.UNPACKS, detail)
        else:
            yield from _unpack(packed(stream, place.meter) if not place.depth else stream, container, place)
    except BrokenError as fault:
        if fault.origin != place.origin:
            raise
        yield unreadable(fault.origin, fault.reason, fault.detail)


def _container(head: bytes, suffix: str) -> Container | None:
    """Tell what a file is unpacked by; the content counts for more than its ending."""
    if suffix and suffix not in CONTAINERS and suffix not in SUFFIXES:
        return None
    for one in COMPRESSIONS:
        if one.mark.match(head):
            return one
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and suffix not in SUFFIXES:
        return zip_members
    if head[257:262] == b"ustar":
        return tar_members
    return _ARCHIVES.get(suffix) or _COMPRESSED.get(_SHORT.get(suffix, suffix))


def _unpack(stream: BinaryIO, container: Container, place: _Place) -> Read:
    if isinstance(container, Compression):
        inner = unpacked(container.open(stream), place.origin, meter=place.meter, depth=place.depth + 1)
        yield from _read(inner, replace(place, path=_inner(place.path), depth=place.depth + 1))
        return
    is_empty = True
    for member in container(stream, place.origin, meter=place.meter, depth=place.depth + 1):
        if not any(part.startswith(".") and part != ".." for part in member.path.parts):  # hidden, as in a folder
            is_empty = False
            yield from _read_member(member, place)
    if is_empty:
        yield unreadable(place.origin, UnreadableReason.EMPTY, "no file in the archive")


def _read_member(member: Member, place: _Place) -> Read:
    origin = f"{place.origin}:{member.path}"
    if leads_out(member.path):
        yield unreadable(origin, UnreadableReason.LEADS_OUT)
    elif member.fault is not None:
        yield unreadable(origin, member.fault.reason, member.fault.detail)
    elif member.stream is None:
        yield unreadable(origin, UnreadableReason.LINK)
    elif not is_read(member.path):
        yield left_out(origin, member.path)
    else:
        path = place.folder / member.path
        within = replace(place, origin=origin, path=path, folder=_bare(path), depth=place.depth + 1)
        yield from _read(member.stream, within)


def _inner(path: PurePosixPath | None) -> PurePosixPath | None:
    """Give the name of what is in a compressed file: `a.txt` of `a.txt.gz`, `a.tar` of `a.tgz`."""
    if path is None or (suffix := path.suffix.lower()) in SUFFIXES:
        return path
    return path.with_suffix(_TAR if suffix in _SHORT else "")


def _bare(path: PurePosixPath) -> PurePosixPath:
    """Give the name of an archive without its endings."""
    while path.suffix.lower() in CONTAINERS:
        path = path.with_suffix("")
    return path
