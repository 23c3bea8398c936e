"""Batches that are written side by side, so that no two writers wait for the same node.

A database locks both ends of an edge that it adds. Nodes are dealt into lanes by their ids, and an edge runs in the
lanes of its ends: batches of edges that share no lane never meet, whoever the busiest node is.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import lru_cache

from kg.graph.records import Edge
from kg.stores.cypher.batches import Batch

#: Lanes of a writer. With more, a writer seldom finds all free ones taken; batches get smaller.
_LANES = 2
_THE_ONLY = frozenset((0,))


def lanes_of(edge: Edge, writers: int) -> frozenset[int]:
    """Give the lanes in which an edge runs: one or two of twice the number of writers; one writer has one lane.

    Examples
    --------
    >>> sorted(lanes_of(Edge("e1", "MEETS", "person:a", "person:b", {}), writers=2))
    [0, 2]
    """
    if writers == 1:
        return _THE_ONLY
    lanes = _LANES * writers
    return frozenset((_lane(edge.head, lanes), _lane(edge.tail, lanes)))


def by_lanes(edges: Iterable[Edge], writers: int) -> Iterator[tuple[frozenset[int], Sequence[Edge]]]:
    """Part edges by the lanes in which they run."""
    parts: dict[frozenset[int], list[Edge]] = defaultdict(list)
    for edge in edges:
        parts[lanes_of(edge, writers)].append(edge)
    yield from sorted(parts.items(), key=lambda part: sorted(part[0]))


@lru_cache(maxsize=100_000)  # most nodes have several edges
def _lane(node: str, lanes: int) -> int:
    return zlib.crc32(node.encode()) % lanes


def write_side_by_side(
    parts: Iterable[tuple[frozenset[int], Iterable[Batch]]],
    writers: int,
    write: Callable[[Batch], None],
    written: Callable[[Batch], None],
    *,
    abandon: Callable[[], None] = lambda: None,
) -> None:
    """Write batches by several writers; two parts that share a lane never at the same time.

    Parameters
    ----------
    parts
        Batches with the lanes that they take; without lanes they never meet others.
    write
        Writes one batch, in a thread of its own.
    written
        Is told of each, in the thread of the caller.
    abandon
        Is called where one failed or Ctrl-C ends all: what other threads wait for, nobody wants any more.

    Raises
    ------
    Exception
        What `write` raised first; what was begun by then is ended, the rest isn't begun.
    """
    queues = [_Queue(lanes, iter(batches)) for lanes, batches in parts]
    with ThreadPoolExecutor(writers, thread_name_prefix="kg-writer") as pool:
        try:
            _write(queues, writers, lambda batch: pool.submit(write, batch), written)
        except BaseException:
            abandon()  # before the pool waits for its threads
            raise


def _write(
    queues: Sequence[_Queue],
    writers: int,
    submit: Callable[[Batch], Future[None]],
    written: Callable[[Batch], None],
) -> None:
    running: dict[Future[None], tuple[frozenset[int], Batch]] = {}
    while True:
        while len(running) < writers and (queue := _free(queues, running.values())):
            batch = queue.take()
            running[submit(batch)] = queue.lanes, batch
        if not running:
            return
        for queue in queues:
            queue.fill()  # while the database works
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            _, batch = running.pop(future)
            future.result()
            written(batch)


class _Queue:
    """Batches that take the same lanes; the next one is made ready ahead."""

    def __init__(self, lanes: frozenset[int], batches: Iterator[Batch]) -> None:
        self.lanes = lanes
        self._batches = batches
        self._next: Batch | None = None

    def fill(self) -> bool:
        """Make the next batch ready, if there is one."""
        if self._next is None:
            self._next = next(self._batches, None)
        return self._next is not None

    def take(self) -> Batch:
        """Take the batch that is ready."""
        batch, self._next = self._next, None
        assert batch is not None
        return batch


def _free(queues: Iterable[_Queue], running: Iterable[tuple[frozenset[int], Batch]]) -> _Queue | None:
    """The first queue with a batch whose lanes are free."""
    taken: frozenset[int] = frozenset().union(*(lanes for lanes, _ in running))
    return next((queue for queue in queues if not queue.lanes & taken and queue.fill()), None)
