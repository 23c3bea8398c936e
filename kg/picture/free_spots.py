"""Spots of a picture on which nothing is drawn yet."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count


class FreeSpots:
    """Cells of a size, of which some are taken.

    Examples
    --------
    >>> free = FreeSpots(10, 10, [(0, 0)])
    >>> free.take(0, 0)
    (10, 0)
    """

    def __init__(self, width: float, height: float, taken: Iterable[tuple[float, float]]) -> None:
        self._width, self._height = width, height
        self._taken = {(round(x / width), round(y / height)) for x, y in taken}
        self._nearest_free: dict[tuple[int, int], int] = {}

    def take(self, x: float, y: float) -> tuple[float, float]:
        """Take the free cell that is nearest to a spot, going around it in squares, and give its middle."""
        column, row = round(x / self._width), round(y / self._height)
        # Squares around this cell that were full once are full for good.
        for ring in count(self._nearest_free.get((column, row), 0)):
            for cell in _ring(column, row, ring):
                if cell not in self._taken:
                    self._taken.add(cell)
                    self._nearest_free[column, row] = ring
                    return cell[0] * self._width, cell[1] * self._height
        raise AssertionError("the plane has no end")


def _ring(column: int, row: int, ring: int) -> list[tuple[int, int]]:
    """The cells of a square around a cell, the nearest to it first."""
    if ring == 0:
        return [(column, row)]
    sides = [
        (dx, dy) for dx in range(-ring, ring + 1) for dy in range(-ring, ring + 1) if max(abs(dx), abs(dy)) == ring
    ]
    sides.sort(key=lambda step: (step[0] ** 2 + step[1] ** 2, -step[0], -step[1]))
    return [(column + dx, row + dy) for dx, dy in sides]
