from __future__ import annotations

from itertools import combinations
from math import hypot
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.picture.free_spots import FreeSpots
from kg.picture.layout import lay_out
from kg.picture.packing import Box, packed

few = settings(max_examples=25)  # each is a whole layout
_SIZES = st.floats(1, 400)


@st.composite
def drawings(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int]]]:
    """Nodes, how many are drawn at once, and lines among them."""
    count = draw(st.integers(0, 24))
    node = st.integers(0, max(0, count - 1))
    lines = (
        draw(st.lists(st.tuples(node, node).filter(lambda pair: pair[0] != pair[1]), max_size=40)) if count > 1 else []
    )
    return count, draw(st.integers(0, count)), lines


@few
@given(drawings())
def test_no_two_nodes_lie_on_each_other(drawing: tuple[int, int, list[tuple[int, int]]]) -> None:
    spots = lay_out(*drawing)
    assert len(spots) == drawing[0]
    for one, other in combinations(spots, 2):
        assert abs(one.x - other.x) > 20 or abs(one.y - other.y) > 20


@few
@given(drawings())
def test_the_same_drawing_has_the_same_spots(drawing: tuple[int, int, list[tuple[int, int]]]) -> None:
    count, shown, lines = drawing
    assert lay_out(count, shown, lines) == lay_out(count, shown, [*reversed(lines), *((b, a) for a, b in lines)])


def test_what_is_tied_lies_nearer_than_what_is_not() -> None:
    groups = [list(combinations(range(start, start + 6), 2)) for start in (0, 6)]
    spots = lay_out(12, 12, [*groups[0], *groups[1], (0, 6)])

    def mean(pairs: list[tuple[int, int]]) -> float:
        return fmean(hypot(spots[a].x - spots[b].x, spots[a].y - spots[b].y) for a, b in pairs)

    assert mean([*groups[0], *groups[1]]) < mean([(a, b) for a in range(6) for b in range(6, 12)]) / 1.5


def test_what_comes_on_demand_lies_near_to_what_it_is_tied_to() -> None:
    star = [(0, leaf) for leaf in range(1, 8)]
    spots = lay_out(9, 8, [*star, (3, 8)])
    near = (spots[8].x - spots[3].x) ** 2 + (spots[8].y - spots[3].y) ** 2
    assert near < 250**2


@given(st.lists(st.tuples(_SIZES, _SIZES), max_size=12))
def test_parts_lie_beside_each_other(sizes: list[tuple[float, float]]) -> None:
    boxes = [Box(*corner, *size) for corner, size in zip(packed(sizes), sizes, strict=True)]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@given(st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), max_size=40))
def test_a_free_spot_is_given_once(wanted: list[tuple[int, int]]) -> None:
    free = FreeSpots(10, 5, [(0, 0)])
    taken = [free.take(x, y) for x, y in wanted]
    assert len({*taken, (0, 0)}) == len(taken) + 1
