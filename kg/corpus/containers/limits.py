"""How much an archive may unpack to, and who counts it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.corpus.unreadable import UnreadableReason

_MB = 1 << 20


class BrokenError(Exception):
    """What is read can't be read on. `origin` says what of it: a file, or a member of an archive."""

    def __init__(self, origin: str, reason: UnreadableReason, detail: str = "") -> None:
        super().__init__(origin, reason, detail)
        self.origin = origin
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may unpack to: far more than honest ones do, far less than what fills a machine.

    `ratio` counts from `ratio_from` bytes on: a small file may well be one letter a million times.
    """

    member: int = 64_000 * _MB
    total: int = 1_000_000 * _MB
    ratio: int = 300
    ratio_from: int = 64 * _MB
    members: int = 20_000_000
    depth: int = 5
    in_memory: int = 64 * _MB  # of an archive that can only be read with all of it at hand, within another one


@dataclass(slots=True)
class Meter:
    """What was read of one file, and what came out of it: at each depth, since what lies deeper is counted there."""

    origin: str
    limits: Limits
    packed: int = 0
    members: int = 0
    unpacked: Counter[int] = field(default_factory=Counter)

    def came_out(self, count: int, *, depth: int, origin: str, of_member: int) -> None:
        """Count bytes that came out of an archive; `of_member` are those of this member so far.

        Raises
        ------
        BrokenError
            It is too much. What is broken is the member, or the file as a whole.
        """
        self.unpacked[depth] += count
        if of_member > self.limits.member:
            raise BrokenError(origin, UnreadableReason.UNPACKS, f"over {self.limits.member:,} bytes")
        whole = self.unpacked[depth]
        if whole > self.limits.total:
            raise BrokenError(self.origin, UnreadableReason.UNPACKS, f"over {self.limits.total:,} bytes in all")
        if whole > self.limits.ratio_from and whole > self.limits.ratio * self.packed:
            detail = f"{whole:,} bytes from {self.packed:,}, over {self.limits.ratio} times as many"
            raise BrokenError(self.origin, UnreadableReason.UNPACKS, detail)

    def next_member(self) -> None:
        """Count a member of an archive.

        Raises
        ------
        BrokenError
            There are too many.
        """
        self.members += 1
        if self.members > self.limits.members:
            raise BrokenError(self.origin, UnreadableReason.UNPACKS, f"over {self.limits.members:,} members")
