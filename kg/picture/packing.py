"""Puts the parts of a picture beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

_WIDER = 1.5  # the whole is wider than high, as screens are
_GAP = 30.0


class Box(NamedTuple):
    """A part with the gap to the next one, by its left upper corner."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        beside = self.left >= other.left + other.width or other.left >= self.left + self.width
        return not beside and self.top < other.top + other.height and other.top < self.top + self.height


def packed(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the left upper corner of each part (width, height), so that none lies on another.

    Each goes, in the order given, to the corner between those before it where the whole stays smallest.

    Examples
    --------
    >>> packed([(100, 50), (30, 20), (30, 20)])
    [(0.0, 0.0), (130.0, 0.0), (130.0, 50.0)]
    """
    boxes: list[Box] = []
    right = bottom = 0.0
    for width, height in sizes:
        fitting = {Box(left, top, width + _GAP, height + _GAP): None for left, top in _corners(boxes)}
        best_first = sorted(fitting, key=partial(_rank, right=right, bottom=bottom))
        box = next(box for box in best_first if not any(box.meets(other) for other in boxes))
        boxes.append(box)
        right, bottom = max(right, box.left + box.width), max(bottom, box.top + box.height)
    return [(box.left, box.top) for box in boxes]


def _corners(boxes: Sequence[Box]) -> Iterator[tuple[float, float]]:
    """Where a part can begin: at the start, beside a box, or beneath one."""
    yield 0.0, 0.0
    for box in boxes:
        yield box.left + box.width, box.top
        yield box.left, box.top + box.height
        yield box.left + box.width, 0.0
        yield 0.0, box.top + box.height


def _rank(box: Box, *, right: float, bottom: float) -> tuple[float, ...]:
    """How large the whole gets, which reaches to `right` and `bottom` by now, and how far off the box lies."""
    width, height = max(right, box.left + box.width), max(bottom, box.top + box.height)
    return max(width / _WIDER, height), box.top + box.left / _WIDER, box.top
