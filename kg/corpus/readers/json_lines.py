"""JSON Lines: one object a line, read line by line; a bad line costs that line alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from kg.corpus.decode import Decoded, Undecodable, decode, utf16
from kg.corpus.readers.kind import HEAD_BYTES, About, Kind, Read, first_line
from kg.corpus.readers.row_markup import as_shown
from kg.corpus.recall import besides
from kg.corpus.rows import MAX_CHARACTERS, read_row, read_row_columns
from kg.corpus.unreadable import UnreadableReason, unreadable

# Longest line that is taken: an article of full length with every character escaped, and room for the other fields.
MAX_LINE_BYTES = 6 * MAX_CHARACTERS + 2_000_000
_SKIP = 1 << 20
_MAX_UTF16_BYTES = 1 << 28


def begins_jsonl(head: bytes) -> bool:
    r"""Whether a stream that begins like this can be JSON Lines: its first line is a whole object, or is very long.

    Examples
    --------
    >>> begins_jsonl(b'{"id": 1}\n{"id'), begins_jsonl(b'{\n "id": 1\n}')
    (True, False)
    """
    line = first_line(head)
    return line.startswith(b"{") and len(line) > 2 and (line.endswith(b"}") or len(line) > HEAD_BYTES // 2)


def read_jsonl(stream: BinaryIO, about: About) -> Read:
    """Read the articles of a stream of JSON lines."""
    origin, columns = about.origin, about.columns
    row: Callable[..., Read] = partial(read_row_columns, columns=columns) if columns else read_row
    told = besides("line", columns.told if columns else None)
    rows = 0
    for number, line in enumerate(_lines(stream), start=1):
        where = f"{origin}:{number}"
        if line is None:
            rows += 1
            yield unreadable(where, UnreadableReason.TOO_LONG, f"a line of over {MAX_LINE_BYTES:,} bytes")
        elif line.strip():
            rows += 1
            yield from about.document(line, told, where, partial(_read_line, line, where, row))
    if not rows:
        yield unreadable(origin, UnreadableReason.EMPTY, "no line with an article")


def _read_line(line: bytes, where: str, row: Callable[..., Read]) -> Read:
    decoded = decode(line)
    if isinstance(decoded, Undecodable):
        yield unreadable(where, decoded.reason, decoded.detail)
        return
    if decoded.other_encoding:
        yield unreadable(where, UnreadableReason.RECODED, f"as {decoded.other_encoding}")
    yield from as_shown(row(decoded.text.strip(), origin=where))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines as bytes; None for one that is too long to be taken."""
    first = stream.readline(MAX_LINE_BYTES)
    if utf16(first):
        yield from _utf16_lines(first + stream.read(_MAX_UTF16_BYTES))
        return
    for line in chain([first], iter(lambda: stream.readline(MAX_LINE_BYTES), b"")):
        if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_SKIP)
        yield None


def _utf16_lines(data: bytes) -> Iterator[bytes]:
    """UTF-16 has no line ends that can be found among bytes: read whole, good enough for so rare a case."""
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        yield from (line.encode() for line in decoded.text.split("\n"))
    else:
        yield data[:_SKIP]


# A .json file may hold JSON Lines, too.
JSON_LINES = Kind("JSON Lines", (".jsonl", ".ndjson", ".json"), begins_jsonl, read_jsonl)
