"""Where the forces of a layout begin: places as far apart as nodes are by lines, so that few steps are left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    from numpy import float64
    from numpy.typing import NDArray

_PIVOTS = 40
_SEED = 6
_APART = 0.05  # steps; nodes with the same ties would begin on one spot, which no force leaves


def first_places(graph: nx.Graph[int]) -> dict[int, NDArray[float64]]:
    """Give a place for each node of a connected graph, a line being about 1 long.

    This is multidimensional scaling by the distances to a few nodes that lie far from each other (U. Brandes and
    C. Pich: Eigensolver methods for progressive multidimensional scaling of large data, 2006).

    Examples
    --------
    >>> import networkx as nx
    >>> places = first_places(nx.path_graph(4))
    >>> round(abs(float(places[3][0] - places[0][0])))
    3
    """
    import numpy as np

    distances = _to_pivots(graph)
    squares = distances**2
    centred = -(squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()) / 2
    _, _, across = np.linalg.svd(centred, full_matrices=False)
    places = centred @ across[:2].T
    # As wide as the distances say, by those to the pivots.
    spread = np.sqrt((distances**2).mean() / max((2 * places**2).sum(axis=1).mean(), 1e-12))
    places = places * spread + np.random.default_rng(_SEED).normal(0, _APART, places.shape)
    return dict(zip(graph, places, strict=True))


def _to_pivots(graph: nx.Graph[int]) -> NDArray[float64]:
    """Steps from each node to each pivot; every pivot is one of those farthest from the pivots before it."""
    import networkx as nx
    import numpy as np

    pivot = max(graph, key=lambda node: (graph.degree(node), -node))
    columns, nearest = [], np.full(len(graph), np.inf)
    nodes = list(graph)
    for _ in range(min(_PIVOTS, len(graph))):
        steps = nx.single_source_shortest_path_length(graph, pivot)
        columns.append([float(steps[node]) for node in nodes])
        nearest = np.minimum(nearest, columns[-1])
        pivot = nodes[int(nearest.argmax())]
    return np.array(columns).T
