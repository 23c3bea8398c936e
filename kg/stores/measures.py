"""Measures of a whole network, by networkx. Actors are numbers here, so that no run differs from another.

networkx keeps sets; the order of a set of texts differs from one Python process to the next, that of numbers doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import Graph

#: Pairs of actors, the smaller number first, with a weight.
Ties = Mapping[tuple[int, int], int]
_SEED = 1
_DAMPING = 0.85


def betweenness(count: int, ties: Ties, *, samples: int | None) -> list[float]:
    """Share of the shortest paths between all others that run through each actor (Brandes 2001), from 0 to 1.

    Parameters
    ----------
    count
        How many actors there are, numbered from 0.
    ties
        Who is tied to whom; the weights make no difference.
    samples
        Start from so many actors only, always the same; None: from all, which takes time in proportion to actors times
        ties.

    Examples
    --------
    >>> betweenness(3, {(0, 1): 1, (1, 2): 1}, samples=None)
    [0.0, 1.0, 0.0]
    """
    from networkx import betweenness_centrality

    some = None if samples is None or samples >= count else samples
    found = betweenness_centrality(_graph(count, ties), k=some, seed=_SEED)
    return [found[actor] for actor in range(count)]


def pagerank(count: int, ties: Ties) -> list[float]:
    """Where one ends up who walks along ties, and now and then starts anew (Page and others 1999); the sum is 1.

    By power iteration on numpy: networkx's own needs scipy, which nothing else here does.

    Examples
    --------
    >>> [round(rank, 3) for rank in pagerank(3, {(0, 1): 1, (1, 2): 1})]
    [0.257, 0.486, 0.257]
    """
    import numpy as np

    heads, tails = (np.array([pair[side] for pair in ties], dtype=np.int64) for side in (0, 1))
    weights = np.array(list(ties.values()), dtype=float)
    start, end = np.concatenate([heads, tails]), np.concatenate([tails, heads])
    weights = np.concatenate([weights, weights])
    out = np.bincount(start, weights, minlength=count)
    alone, share = out == 0, weights / out[start]
    rank = np.full(count, 1 / count) if count else np.zeros(0)
    for _ in range(200):
        moved = np.bincount(end, rank[start] * share, minlength=count) + rank[alone].sum() / max(count, 1)
        new = _DAMPING * moved + (1 - _DAMPING) / max(count, 1)
        if abs(new - rank).sum() < 1e-12:
            break
        rank = new
    return [float(value) for value in rank]


def communities(count: int, ties: Ties) -> list[list[int]]:
    """Groups of actors that have more to do with each other than with the rest (Louvain: Blondel and others 2008).

    The largest first; every actor is in one group.

    Examples
    --------
    >>> communities(5, {(0, 1): 3, (2, 3): 3, (3, 4): 3, (2, 4): 3, (1, 2): 1})
    [[2, 3, 4], [0, 1]]
    """
    from networkx.algorithms.community import louvain_communities

    if not ties:
        return [[actor] for actor in range(count)]
    groups = [sorted(group) for group in louvain_communities(_graph(count, ties), weight="weight", seed=_SEED)]
    return sorted(groups, key=lambda group: (-len(group), group))


def _graph(count: int, ties: Ties) -> Graph[int]:
    from networkx import Graph as Network

    network: Graph[int] = Network()
    network.add_nodes_from(range(count))
    network.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(ties.items()))
    return network
