"""The rows that lie in pages of an SQLite file, whether or not anything still leads there."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from kg.workspace.salvage.pages import Pages

Value = str | bytes | int | float | None

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_HEADER = {_TABLE_LEAF: 8, _INDEX_LEAF: 8, _INDEX_INNER: 12}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type -> bytes
_MOST = 100_000_000  # bytes of a row; the longest article and its facts have a tenth


class _DamagedError(Exception):
    """What is there is no row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its number, or of an index, where `number` is None."""

    number: int | None
    values: tuple[Value, ...]


def rows(pages: Pages) -> Iterator[Row]:
    """Give every row of every page that is in use; what is damaged is left out."""
    for number in pages.in_use():
        page, start = pages.page(number), 100 if number == 1 else 0
        kind = page[start]
        if kind not in _HEADER:
            continue
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + _HEADER[kind]
        if first + 2 * count > pages.size:
            continue
        for (place,) in struct.iter_unpack(">H", page[first : first + 2 * count]):
            try:
                yield _row(pages, page, place, kind)
            except (_DamagedError, IndexError, struct.error, UnicodeDecodeError):
                continue


def _row(pages: Pages, page: bytes, place: int, kind: int) -> Row:
    if kind == _INDEX_INNER:
        place += 4  # the page below
    length, place = _varint(page, place)
    number = None
    if kind == _TABLE_LEAF:
        number, place = _varint(page, place)
    return Row(number, tuple(_values(_payload(pages, page, place, length, is_table=kind == _TABLE_LEAF))))


def _payload(pages: Pages, page: bytes, place: int, length: int, *, is_table: bool) -> bytes:
    """Put the bytes of a row together, from its page and those onto which it runs over."""
    if length > _MOST:
        raise _DamagedError
    usable = pages.usable
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    here = length
    if length > most:
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
    found, seen = bytearray(page[place : place + here]), set[int]()
    following = int.from_bytes(page[place + here : place + here + 4], "big") if length > here else 0
    while len(found) < length:
        if not 0 < following <= pages.count or following in seen:
            raise _DamagedError
        seen.add(following)
        over = pages.page(following)
        found += over[4 : min(usable, 4 + length - len(found))]
        following = int.from_bytes(over[:4], "big")
    return bytes(found)


def _values(payload: bytes) -> Iterator[Value]:
    end, place = _varint(payload, 0)
    at = end
    while place < end:
        kind, place = _varint(payload, place)
        value, size = _value(payload, at, kind)
        at += size
        if at > len(payload):
            raise _DamagedError
        yield value


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    """Give the value of a serial type, and how many bytes it has."""
    if kind >= 12:
        size = (kind - 12) // 2
        data = payload[at : at + size]
        return (data.decode() if kind % 2 else data), size
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), size
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], 8
    if kind in (0, 8, 9):
        return (None, 0, 1)[(0, 8, 9).index(kind)], 0
    raise _DamagedError


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; gives it and the place behind it."""
    value = 0
    for count in range(9):
        byte = data[place + count]
        if count == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    raise AssertionError("a number has nine bytes at most")
