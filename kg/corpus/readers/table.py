"""CSV: one article a row, the first row has the names of the columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from kg.corpus.columns import Columns
from kg.corpus.decode import Undecodable, decode, utf16
from kg.corpus.readers.kind import HEAD_BYTES, About, Kind, Read
from kg.corpus.readers.peek import peek
from kg.corpus.readers.row_markup import as_shown
from kg.corpus.recall import besides
from kg.corpus.rows import MAX_CHARACTERS, check_row
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable
from kg.errors import InputError

_MAX_LINE_BYTES = 4 * MAX_CHARACTERS + 1_000_000
_DELIMITERS = ",;\t|"
_RETURN = re.compile(r"(?<=\r)(?![\n]|\Z)")


def read_csv(stream: BinaryIO, about: About) -> Read:
    """Read the articles of a table, row by row. A row without an id gets one from its text.

    What parts the columns is told by the first row: the sign with which it has a column of text.
    """
    origin, columns = about.origin, about.columns or Columns()
    head, stream = peek(stream, HEAD_BYTES)
    lines = _Lines(stream, head, origin)
    csv.field_size_limit(_MAX_LINE_BYTES)
    first = next(lines, "")
    while first and not first.strip():
        first = next(lines, "")
    if not first:
        yield from lines.faults()
        yield unreadable(origin, UnreadableReason.EMPTY, "no row")
        return
    delimiter = _delimiter(first, columns)
    names = next(csv.reader([first], delimiter=delimiter))
    try:
        found = columns.find(names)
    except InputError as fault:
        yield unreadable(origin, UnreadableReason.FIELDS, str(fault))
        return
    told = besides("cells", names, found)
    rows = csv.reader(lines, delimiter=delimiter)
    count = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield unreadable(f"{origin}:{lines.number}", UnreadableReason.FIELDS, str(error))
            continue
        yield from lines.faults()
        if row is None:
            break
        if any(row):
            count += 1
            where = f"{origin}:{lines.number}"
            anew = partial(_row, row, names, where, columns=columns, found=found)
            yield from about.row(row, told, where, anew)
    if not count:
        yield unreadable(origin, UnreadableReason.EMPTY, "no row below the names of the columns")


def _row(row: list[str], names: list[str], where: str, *, columns: Columns, found: dict[str, str]) -> Read:
    if len(row) > len(names):
        detail = f"{len(row)} fields in a row, {len(names)} names in the first"
        yield unreadable(where, UnreadableReason.FIELDS, detail)
        return
    values = columns.row(dict(zip(names, row, strict=False)), found)
    yield from as_shown(check_row(values, origin=where, id_from_text=True))


def _delimiter(first: str, columns: Columns) -> str:
    """Give the sign with which the first row has a column of text; among several the one with most columns."""

    def fits(delimiter: str) -> tuple[bool, int]:
        names = next(csv.reader([first], delimiter=delimiter))
        try:
            return bool(columns.find(names)), len(names)
        except InputError:
            return False, len(names)

    return max(_DELIMITERS, key=fits)


class _Lines:
    """Lines of text, also of files that end them as Macintoshes did; what can't be decoded is a fault of its line."""

    def __init__(self, stream: BinaryIO, head: bytes, origin: str) -> None:
        self.number = 0
        self._origin = origin
        wide = utf16(head)
        self._wide = io.TextIOWrapper(stream, wide, errors="replace", newline="") if wide else None
        self._stream = stream
        self._faults: list[Unreadable] = []
        self._pieces: list[str] = []
        self._is_recoded = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._pieces:
            line = self._line()
            # The search looks at every sign, and hardly any file has what it looks for.
            has_return = "\r" in line.removesuffix("\n").removesuffix("\r")
            self._pieces = _RETURN.split(line)[::-1] if has_return else [line]
        return self._pieces.pop()

    def _line(self) -> str:
        while True:
            self.number += 1
            if self._wide is not None:
                line = self._wide.readline(_MAX_LINE_BYTES)
            else:
                data = self._stream.readline(_MAX_LINE_BYTES)
                decoded = decode(data)
                if isinstance(decoded, Undecodable):
                    self._faults.append(unreadable(f"{self._origin}:{self.number}", decoded.reason, decoded.detail))
                    continue
                line = decoded.text
                self._recoded(decoded.other_encoding)
            if not line:
                raise StopIteration
            return line

    def _recoded(self, encoding: str | None) -> None:
        if encoding and not self._is_recoded:
            self._is_recoded = True
            where = f"{self._origin}:{self.number}"
            self._faults.append(unreadable(where, UnreadableReason.RECODED, f"as {encoding}"))

    def faults(self) -> Iterator[Unreadable]:
        """Give what was wrong since it was asked last."""
        found, self._faults = self._faults, []
        yield from found


# Any text can be a table of one column: only a file's name tells one.
TABLE = Kind("a table", (".csv", ".tsv"), lambda head: False, read_csv)  # noqa: ARG005
