"""Batches side by side: none that share a lane at the same time, each once, and the first fault is told."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.records import Edge
from kg.stores.cypher.batches import Batch
from kg.stores.cypher.lanes import by_lanes, lanes_of, write_side_by_side

_EDGES = st.lists(st.tuples(st.text("abc", min_size=1), st.text("abc", min_size=1)), max_size=40).map(
    lambda ends: [Edge(f"e{number}", "MEETS", head, tail, {}) for number, (head, tail) in enumerate(ends)]
)


def _batch(name: str) -> Batch:
    return Batch(name, [[name]])


@given(_EDGES, st.integers(1, 4))
def test_edges_at_one_node_share_a_lane_and_none_is_lost(edges: list[Edge], writers: int) -> None:
    parts = list(by_lanes(edges, writers))
    assert sorted(edge.id for _, members in parts for edge in members) == sorted(edge.id for edge in edges)
    assert len({lanes for lanes, _ in parts}) == len(parts)
    for one in edges:
        for other in edges:
            if {one.head, one.tail} & {other.head, other.tail}:
                assert lanes_of(one, writers) & lanes_of(other, writers)


@given(_EDGES, st.integers(1, 4))
def test_two_batches_of_one_lane_never_meet(edges: list[Edge], writers: int) -> None:
    lock = threading.Lock()
    running: list[frozenset[int]] = []
    done: list[str] = []
    told: list[str] = []
    lanes_by_name = {edge.id: lanes_of(edge, writers) for edge in edges}

    def write(batch: Batch) -> None:
        lanes = lanes_by_name[batch.statement]
        with lock:
            assert not any(lanes & other for other in running)
            assert len(running) < writers
            running.append(lanes)
        with lock:
            running.remove(lanes)
            done.append(batch.statement)

    parts = [(lanes, [_batch(edge.id) for edge in members]) for lanes, members in by_lanes(edges, writers)]
    write_side_by_side(parts, writers, write, lambda batch: told.append(batch.statement))
    assert sorted(done) == sorted(told) == sorted(lanes_by_name)


def test_batches_that_share_no_lane_run_at_once() -> None:
    both = threading.Barrier(2, timeout=30)

    def write(_: Batch) -> None:
        both.wait()

    write_side_by_side([(frozenset(), [_batch("a"), _batch("b")])], 2, write, lambda _: None)


def test_the_first_fault_is_told_and_nothing_is_begun_after_it() -> None:
    begun: list[str] = []

    def write(batch: Batch) -> None:
        begun.append(batch.statement)
        raise ValueError(batch.statement)

    with pytest.raises(ValueError, match="a"):
        write_side_by_side([(frozenset({0}), [_batch("a"), _batch("b")])], 2, write, lambda _: None)
    assert begun == ["a"]


def test_what_others_wait_for_is_abandoned_when_one_fails() -> None:
    abandoned, begun = threading.Event(), threading.Event()

    def write(batch: Batch) -> None:
        if batch.statement == "fails":
            begun.wait(30)
            raise ValueError("no")
        begun.set()
        assert abandoned.wait(30)

    parts = [(frozenset([0]), [_batch("waits")]), (frozenset([1]), [_batch("fails")])]
    with pytest.raises(ValueError, match="no"):
        write_side_by_side(parts, 2, write, lambda _: None, abandon=abandoned.set)
