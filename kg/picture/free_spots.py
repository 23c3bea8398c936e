"""Spots of a picture on which nothing is drawn yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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
            for right, down in _ring(ring):
                cell = (column + right, row + down)
                if cell not in self._taken:
                    self._taken.add(cell)
                    self._nearest_free[column, row] = ring
                    return cell[0] * self._width, cell[1] * self._height
        raise AssertionError("the plane has no end")


@cache
def _ring(ring: int) -> tuple[tuple[int, int], ...]:
    """The steps from a cell to those of a square around it, the nearest first."""
    if ring == 0:
        return ((0, 0),)
    across = range(-ring, ring + 1)
    inner = range(1 - ring, ring)
    sides = [*((dx, dy) for dx in across for dy in (-ring, ring)), *((dx, dy) for dx in (-ring, ring) for dy in inner)]
    return tuple(sorted(sides, key=lambda step: (step[0] ** 2 + step[1] ** 2, -step[0], -step[1])))
