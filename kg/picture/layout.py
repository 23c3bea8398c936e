"""Where each node is drawn: a force-directed layout by networkx, each connected part by itself; no two on one spot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.picture.first_places import first_places
from kg.picture.free_spots import FreeSpots
from kg.picture.packing import packed
from kg.picture.records import Spot

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

    Places = NDArray[float64]
    Flags = NDArray[bool_]

Pair = tuple[int, int]

#: Steps of the forces. From a good beginning more change little; a step takes as long as there are pairs of nodes.
_STEPS, _LEAST_STEPS, _STEPS_BY_NODES = 60, 20, 18_000
_WIDTH, _HEIGHT = 92.0, 46.0  # pixels that a node with its name takes
_SPACE = 1.9  # how much more room a part gets than its nodes take
_WIDER, _STRETCHED = 1.4, 1.4  # how wide a part is meant to be for its height, and how far it is stretched for that
_MANY = 6


def lay_out(count: int, shown: int, lines: Sequence[Pair]) -> list[Spot]:
    """Give a spot for each of `count` nodes, of which the first `shown` are drawn at once.

    The same nodes and lines give the same spots. Those drawn at once are laid out by forces: each connected part by
    itself, the parts beside each other. The others, which would pull that picture apart, get free spots near to what
    they are tied to.

    Examples
    --------
    >>> spots = lay_out(3, 3, [(0, 1)])
    >>> len(set(spots))
    3
    """
    parts = _parts(shown, lines)
    laid = [_laid_out(part, within) for part, within in parts]
    corners = packed([(float(spots[:, 0].max()) + _WIDTH, float(spots[:, 1].max()) + _HEIGHT) for spots in laid])
    places: dict[int, tuple[float, float]] = {}
    for (part, _), spots, (left, top) in zip(parts, laid, corners, strict=True):
        places |= {node: (float(x) + left, float(y) + top) for node, (x, y) in zip(part, spots, strict=True)}
    _place_rest(places, count, lines)
    return [Spot(round(x), round(y)) for _, (x, y) in sorted(places.items())]


def _parts(shown: int, lines: Sequence[Pair]) -> list[tuple[list[int], list[Pair]]]:
    """The connected parts of what is drawn at once, the largest first, each with its lines."""
    import networkx as nx  # imported here, since most commands need none of it

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(shown))
    graph.add_edges_from(sorted({(min(pair), max(pair)) for pair in lines if max(pair) < shown}))
    found = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    return [(part, sorted(graph.subgraph(part).edges)) for part in found]


def _laid_out(part: list[int], lines: list[Pair]) -> Places:
    """Lay out one connected part, the left and the upper edge at 0."""
    import networkx as nx
    import numpy as np

    if len(part) <= 2:
        return np.array([(place * _WIDTH * 1.4, 0.0) for place in range(len(part))])
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(part)
    graph.add_edges_from(lines)
    # Mass by degree, as the method has it: well connected nodes push the others away and don't end up in one heap.
    steps = max(_LEAST_STEPS, min(_STEPS, _STEPS_BY_NODES // len(part)))
    laid = nx.forceatlas2_layout(graph, first_places(graph), max_iter=steps, scaling_ratio=2.0, gravity=1.0)
    spots = _turned(np.array([laid[node] for node in part]))
    spread = float(np.sqrt((spots**2).sum(axis=1).mean()))  # of a full disc: its radius / √2
    area = len(part) * _WIDTH * _HEIGHT * _SPACE
    return _from_corner(_apart(spots * np.sqrt(area / (2 * np.pi)) / max(spread, 1e-9)))


def _turned(spots: Places) -> Places:
    """Turn and stretch so that the picture is somewhat wider than high, as screens are; forces know no direction."""
    import numpy as np

    centred = spots - spots.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    along: Places = axes[:, ::-1]
    along = along * np.where(along[np.abs(along).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)  # an axis has no direction
    turned: Places = centred @ along
    width, height = np.sqrt((turned**2).mean(axis=0))
    if height > 0 and len(spots) >= _MANY:  # a chain of a few stays one
        turned[:, 1] *= np.clip(width / height / _WIDER, 1.0, _STRETCHED)
    return turned


def _apart(spots: Places) -> Places:
    """Push nodes apart that lie on each other, where they overlap the least."""
    import numpy as np

    room = np.array([_WIDTH, _HEIGHT])
    spots = spots.copy()
    for _ in range(60):
        near: Flags = np.abs(spots[:, None, 0] - spots[None, :, 0]) < _WIDTH
        near &= np.abs(spots[:, None, 1] - spots[None, :, 1]) < _HEIGHT
        np.fill_diagonal(near, val=False)
        one, other = np.nonzero(near)
        if not one.size:
            break
        between = spots[one] - spots[other]
        overlap = room - np.abs(between)
        pairs, axis = np.arange(one.size), np.where(overlap[:, 0] / room[0] < overlap[:, 1] / room[1], 0, 1)
        way = between[pairs, axis]
        # Of two on the very same spot, the first goes to one side and the second to the other.
        towards = np.where(way == 0, np.sign(one - other), np.sign(way))
        np.add.at(spots, (one, axis), 0.35 * overlap[pairs, axis] * towards)
    return spots


def _from_corner(spots: Places) -> Places:
    moved: Places = spots - spots.min(axis=0)
    return moved


def _place_rest(places: dict[int, tuple[float, float]], count: int, lines: Sequence[Pair]) -> None:
    """Give each node that isn't drawn at once a free spot near to what it is tied to."""
    free = FreeSpots(_WIDTH, _HEIGHT, places.values())
    tied: dict[int, list[int]] = {}
    for one, other in lines:
        tied.setdefault(one, []).append(other)
        tied.setdefault(other, []).append(one)
    for node in range(len(places), count):
        near: list[Any] = [places[other] for other in tied.get(node, ()) if other in places]
        wanted = [sum(values) / len(near) for values in zip(*near, strict=True)] if near else [0.0, 0.0]
        places[node] = free.take(wanted[0], wanted[1])
