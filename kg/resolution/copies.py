"""Which articles are copies of one text: a function of the set of texts, never of their order.

Two texts are copies where half of what both say is the same, or nearly all that the shorter one says stands in the
other: what an agency sends, with another headline, without its last paragraphs, with a site's own words around it.
Copies of copies are copies. The figures behind the limits are in docs/decisions/0016-copies.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.resolution.sketch import SIZE, Sketch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.uint32]

MIN_RUNS = 30  # a few sentences alike can be by two hands
MIN_ALIKE = 0.5  # share of the runs of both that both have
MIN_ALIKE_WITHIN, MIN_WITHIN = 0.3, 0.8  # the same, where the longer text has such a share of the shorter one's runs
_ROWS = 3  # values of a band: copies of which a third is alike are compared with a probability of 0.8, half of it 0.996
_BEHIND = 9  # values by which the texts of a bucket are ordered
_NEXT = 50  # texts of a bucket with which each is compared


def sources(texts: Mapping[str, str], sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """Give the source of each article: the first hash among those of all its copies.

    Parameters
    ----------
    texts
        The hash of the text of each article.
    sketches
        The sketch of each of these hashes.

    Examples
    --------
    >>> from kg.resolution.sketch import sketch
    >>> told = " ".join(f"word{number}" for number in range(100))
    >>> read = {"1": told, "2": f"{told} (Reuters)", "3": told[::-1]}
    >>> sources({"a": "1", "b": "2", "c": "3"}, {key: sketch(text) for key, text in read.items()})
    {'a': '1', 'b': '1', 'c': '3'}
    """
    hashes = sorted({key for key in texts.values() if sketches[key].runs >= MIN_RUNS})
    joined = _Joined(len(hashes))
    if len(hashes) > 1:
        _join_copies(hashes, sketches, joined)
    first = {key: hashes[joined.first(place)] for place, key in enumerate(hashes)}
    return {article: first.get(key, key) for article, key in texts.items()}


def _join_copies(hashes: list[str], sketches: Mapping[str, Sketch], joined: _Joined) -> None:
    import numpy as np

    packed = b"".join(sketches[key].values for key in hashes)
    values = np.frombuffer(packed, dtype="<u4").reshape(len(hashes), SIZE)
    runs = np.array([sketches[key].runs for key in hashes], dtype=np.float64)
    for bucket in _buckets(values):
        for one, other in _copies(bucket, values, runs):
            joined.join(one, other)


def _buckets(values: Matrix) -> Iterator[NDArray[np.intp]]:
    """Give the places of texts that have the same values somewhere: the only ones that need be compared.

    Those with the same values behind these, too, stand together.
    """
    import numpy as np

    for at in range(0, SIZE - _ROWS + 1, _ROWS):
        columns = np.arange(at, at + _ROWS + _BEHIND) % SIZE
        order = np.lexsort(values[:, columns[::-1]].T)
        rows = values[order, at : at + _ROWS]
        cuts = np.flatnonzero((rows[1:] != rows[:-1]).any(axis=1)) + 1
        bounds = np.concatenate(([0], cuts, [len(order)]))
        for bucket in np.flatnonzero(np.diff(bounds) > 1):
            yield order[bounds[bucket] : bounds[bucket + 1]]


def _copies(bucket: NDArray[np.intp], values: Matrix, runs: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Compare each with those next to it.

    All with all where they aren't many. Thousands share what a site puts around its articles; to compare all of these
    would take the square of the time, and copies among them stand close together in one bucket or another.
    """
    import numpy as np

    for distance in range(1, min(len(bucket), _NEXT + 1)):
        one, other = bucket[:-distance], bucket[distance:]
        alike = (values[one] == values[other]).mean(axis=1)
        shorter, longer = np.minimum(runs[one], runs[other]), np.maximum(runs[one], runs[other])
        within = alike / (1 + alike) * (shorter + longer) / shorter
        found = (alike >= MIN_ALIKE) | ((alike >= MIN_ALIKE_WITHIN) & (within >= MIN_WITHIN))
        yield from zip(one[found].tolist(), other[found].tolist(), strict=True)


class _Joined:
    """Which of some things have been joined, directly or by way of others."""

    def __init__(self, count: int) -> None:
        self._towards = list(range(count))

    def first(self, place: int) -> int:
        """Find the first of all that are joined with one."""
        while self._towards[place] != place:
            self._towards[place] = place = self._towards[self._towards[place]]
        return place

    def join(self, one: int, other: int) -> None:
        """Join two, and all that are joined with them."""
        low, high = sorted((self.first(one), self.first(other)))
        self._towards[high] = low
