"""The pages of an SQLite file with its write-ahead log, as far as they can be read; nothing is believed but what fits.

The format is https://www.sqlite.org/fileformat2.html. SQLite itself gives up at the first page that leads astray. A
page that the disk doesn't give is as one that is missing, and is counted.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_MAGIC = b"SQLite format 3\0"
_PAGE_SIZE = 4096  # of the records that kg writes, where the file no longer says
_SIZES = frozenset(1 << power for power in range(9, 17))
_AT_ONCE = 1 << 16  # bytes of a log
_LOG_HEADER, _FRAME_HEADER = struct.Struct(">8I"), struct.Struct(">6I")
_LOG_MAGIC = 0x377F0682  # the last bit says that sums are of numbers with the high byte first
_TRUNK = struct.Struct(">2I")


class Pages:
    """Pages by their numbers, which begin at 1."""

    def __init__(self, file: Path) -> None:
        # Without a buffer, which would read on into what the disk doesn't give.
        self._stream: BinaryIO = file.open("rb", buffering=0)
        self._missing = set[int]()
        self._log, left_of_log = _read_log(file.with_name(f"{file.name}-wal"))
        self.size = _page_size(_read(self._stream, 0, 100) or b"", self._log)
        self._missing_of_log = -(-left_of_log // (_FRAME_HEADER.size + self.size))
        self._logged = dict(_committed(self._log, self.size))
        whole = -(-file.stat().st_size // self.size)
        self.count = max([whole, *self._logged])
        self.usable = self.size - (self.page(1)[20] if self.page(1).startswith(_MAGIC) else 0)

    @property
    def unreadable(self) -> int:
        """How many pages the disk didn't give, of those asked for; of a log, all from the first such place on."""
        return len(self._missing) + self._missing_of_log

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def page(self, number: int) -> bytes:
        """Give a page, filled up with zeros where the file ends; of no page, nothing but zeros."""
        if number in self._logged:
            start = self._logged[number]
            return self._log[start : start + self.size]
        if not 0 < number <= self.count or number in self._missing:
            return bytes(self.size)
        found = _read(self._stream, (number - 1) * self.size, self.size)
        if found is None:
            self._missing.add(number)  # a failing disk may take seconds to say so: it is asked once
        return (found or b"").ljust(self.size, b"\0")

    def in_use(self) -> Iterator[int]:
        """Give the numbers of all pages but those that are free, as far as the file still says which are."""
        free = self._free()
        return (number for number in range(1, self.count + 1) if number not in free)

    def _free(self) -> set[int]:
        free = set[int]()
        head = self.page(1)
        trunk = int.from_bytes(head[32:36], "big") if head.startswith(_MAGIC) else 0
        while 0 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page = self.page(trunk)
            trunk, leaves = _TRUNK.unpack_from(page)
            if leaves > self.size // 4 - 2:
                break
            free.update(struct.unpack_from(f">{leaves}I", page, _TRUNK.size))
        return free


def _read(stream: BinaryIO, start: int, size: int) -> bytes | None:
    """Read so many bytes, or up to the end; None where the disk doesn't give them."""
    found = bytearray()
    try:
        stream.seek(start)
        while len(found) < size and (piece := stream.read(size - len(found))):
            found += piece
    except OSError:
        return None
    return bytes(found)


def _read_log(file: Path) -> tuple[bytes, int]:
    """Read a log up to where the disk doesn't give it; gives also how many bytes are left."""
    if not file.exists():
        return b"", 0
    found, size = bytearray(), file.stat().st_size
    with file.open("rb", buffering=0) as stream, suppress(OSError):
        while piece := stream.read(_AT_ONCE):
            found += piece
    return bytes(found), max(0, size - len(found))


def _page_size(head: bytes, log: bytes) -> int:
    """Give the size of a page, as the file says it, else as its log does."""
    said = int.from_bytes(head[16:18], "big")
    sizes = [65536 if said == 1 else said] if head.startswith(_MAGIC) else []
    if len(log) >= _LOG_HEADER.size:
        sizes.append(_LOG_HEADER.unpack_from(log)[2])
    return next((size for size in sizes if size in _SIZES), _PAGE_SIZE)


def _committed(log: bytes, size: int) -> Iterator[tuple[int, int]]:
    """Give the pages of all transactions of a log that ended, each with its place in the log, the latest last."""
    if len(log) < _LOG_HEADER.size:
        return
    magic, *_, salt_1, salt_2, sum_1, sum_2 = _LOG_HEADER.unpack_from(log)
    order = ">" if magic == _LOG_MAGIC | 1 else "<" if magic == _LOG_MAGIC else ""
    if not order or _sums(log[:24], (0, 0), order) != (sum_1, sum_2):
        return
    sums, waiting, start = (sum_1, sum_2), list[tuple[int, int]](), _LOG_HEADER.size
    while start + _FRAME_HEADER.size + size <= len(log):
        number, is_end, *salts, frame_1, frame_2 = _FRAME_HEADER.unpack_from(log, start)
        page = start + _FRAME_HEADER.size
        sums = _sums(log[page : page + size], _sums(log[start : start + 8], sums, order), order)
        if salts != [salt_1, salt_2] or sums != (frame_1, frame_2):
            return
        waiting.append((number, page))
        if is_end:
            yield from waiting
            waiting.clear()
        start = page + size


def _sums(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """Go on with the two running sums of a log."""
    one, other = before
    numbers = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        one = (one + first + other) & 0xFFFFFFFF
        other = (other + second + one) & 0xFFFFFFFF
    return one, other
