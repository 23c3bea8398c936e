"""Bundles: files that one process reads one after the other. A large file is one alone, small ones go together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from kg.corpus.address import is_address
from kg.corpus.addresses import Looked
from kg.corpus.columns import Columns
from kg.corpus.files import File, files_of, found_file
from kg.corpus.read import STDIN, Input, read_found
from kg.corpus.unreadable import Unreadable, UnreadableReason, os_failure, unreadable
from kg.errors import InputError
from kg.pipeline.cluster.file_systems import found_below, is_remote, local_path, opened
from kg.pipeline.cluster.item import Fault, Item, item_of

_BYTES = 4_000_000
_FILES = 500
_ENDS = 50  # about so many files are a bundle, by their names: one that is new moves no others but those around it

Piece: TypeAlias = File | Fault


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files, and what was found in their place and is none; `number` is its place among all bundles."""

    number: int
    pieces: tuple[Piece, ...]

    def as_json(self) -> str:
        """Give it as text, which any engine takes along."""
        rows = [
            [piece.path, piece.origin, str(piece.called) if piece.called else None, piece.is_found]
            if isinstance(piece, File)
            else [None, *astuple(piece)]
            for piece in self.pieces
        ]
        return json.dumps([self.number, rows])

    @classmethod
    def from_json(cls, text: str) -> Bundle:
        """Read what `as_json` gave.

        Examples
        --------
        >>> file, fault = File("/news/a.txt", "a.txt", PurePosixPath("a.txt")), Fault("b", "b: no", "empty", True)
        >>> bundle = Bundle(3, (file, fault))
        >>> Bundle.from_json(bundle.as_json()) == bundle
        True
        """
        number, rows = json.loads(text)
        return cls(number, tuple(Fault(*row[1:]) if row[0] is None else _file(*row) for row in rows))

    def items(self, language: str, columns: Columns | None) -> Iterator[Item]:
        """Read it, as a stream."""
        for piece in self.pieces:
            if isinstance(piece, File):
                for read in read_found(piece, columns=columns, opened=opened):
                    yield item_of(read, language)
            else:
                yield piece


def _file(path: str, origin: str, called: str | None, is_found: bool) -> File:
    return File(path, origin, PurePosixPath(called) if called else None, is_found)


def bundles(inputs: Sequence[Input]) -> Iterator[Bundle]:
    """Find the files of inputs, and part them into bundles, in the order of the inputs.

    Raises
    ------
    InputError
        An input is one that other machines can't read: standard input, a pipe, an address.
    """
    some: list[Piece] = []
    number = size = 0
    for piece, length in _sized(inputs):
        if some and (size + length > _BYTES or len(some) == _FILES):
            yield Bundle(number, tuple(some))
            some, size, number = [], 0, number + 1
        some.append(piece)
        size += length
        if _is_end(piece):
            yield Bundle(number, tuple(some))
            some, size, number = [], 0, number + 1
    if some:
        yield Bundle(number, tuple(some))


def _is_end(piece: Piece) -> bool:
    digest = hashlib.blake2b(piece.origin.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % _ENDS == 0


def _sized(inputs: Iterable[Input]) -> Iterator[tuple[Piece, int]]:
    for name in inputs:
        if isinstance(name, Looked) or (isinstance(name, str) and (name == STDIN or is_address(name))):
            what = "standard input" if name == STDIN else str(name)
            raise InputError(f"{what}: it can't be read by several machines. Save it as a file, or leave --runner out")
        if isinstance(name, str) and is_remote(name):
            yield from _remote_files(name)
            continue
        for found in files_of(local_path(name) if isinstance(name, str) else name):
            if isinstance(found, Unreadable):
                yield Fault.of(found), 0
            elif found.called is None:
                raise InputError(f"{name}: a pipe can't be read by several machines. Save it as a file")
            else:
                yield replace(found, path=str(Path(found.path).absolute())), _size(found.path)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:  # who reads it will say so
        return 0


def _remote_files(url: str) -> Iterator[tuple[Piece, int]]:
    """Find the files below a URL, or the one there; as in a folder, but sorted by their whole paths."""
    is_empty = True
    try:
        for where, below, size in found_below(url):
            is_empty = False
            if not below:
                yield File(where, where, PurePosixPath(PurePosixPath(where).name)), size
            elif not any(part.startswith(".") for part in PurePosixPath(below).parts):
                found = found_file(where, PurePosixPath(below))
                yield (found, size) if isinstance(found, File) else (Fault.of(found), 0)
    except OSError as error:
        yield Fault.of(os_failure(url, error)), 0
    else:
        if is_empty:
            yield Fault.of(unreadable(url, UnreadableReason.NOT_FOUND)), 0
