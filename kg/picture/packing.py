"""Puts the parts of a picture beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

_WIDER = 1.5  # of the whole: screens are wider than high
_GAP = 24.0


def packed(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the left upper corner of each box (width, height), so that none lies on another.

    They come in the order given, in rows from left to right; a box higher than those before it begins a new row where
    the row is full.

    Examples
    --------
    >>> packed([(100, 50), (30, 20), (30, 20)])
    [(0.0, 0.0), (0.0, 74.0), (54.0, 74.0)]
    """
    area = sum((width + _GAP) * (height + _GAP) for width, height in boxes)
    full = max([sqrt(area * _WIDER), *(width for width, _ in boxes)], default=0.0)
    corners: list[tuple[float, float]] = []
    left = top = lowest = 0.0
    for width, height in boxes:
        if left > 0 and left + width > full:
            left, top = 0.0, lowest + _GAP
        corners.append((left, top))
        left, lowest = left + width + _GAP, max(lowest, top + height)
    return corners
