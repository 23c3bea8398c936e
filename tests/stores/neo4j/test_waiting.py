"""Waiting for a server: as long as patience lasts, told once by however many wait, ended when nobody wants it."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j.exceptions import ClientError, IncompleteCommit, ServiceUnavailable, TransientError

from kg.stores.neo4j.waiting import Waiting


class _Clock(Waiting):
    """Waits by a clock of its own."""

    now = 1000.0

    def pause(self, seconds: float) -> bool:
        type(self).now += seconds
        return True


@settings(max_examples=50)
@given(away=st.floats(0, 400), patience=st.floats(0, 400))
def test_whoever_is_away_for_less_than_patience_is_waited_for_and_found_within_seconds(
    away: float, patience: float
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "monotonic", lambda: _Clock.now)
        waiting = _Clock("bolt://here", patience, str)
        tries, began = waiting.tries(), _Clock.now
        fault = ServiceUnavailable("no answer")
        try:
            while _Clock.now - began < away:
                tries.wait(fault)
        except ServiceUnavailable:
            assert _Clock.now - began >= patience
        else:
            assert _Clock.now - began <= away + 5


def test_it_is_told_once_by_however_many_wait() -> None:
    said: list[str] = []
    waiting = Waiting("bolt://here", 60, said.append)

    def work() -> None:
        tries = waiting.tries()
        for _ in range(2):
            tries.wait(ServiceUnavailable("no answer"))
        both.wait()
        tries.done()

    both = threading.Barrier(2, timeout=30)
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    away, back = said
    assert away == "bolt://here: no answer. It is asked again and again, for 60 seconds at most"
    assert back.startswith("bolt://here: it answers again, after ")


@pytest.mark.parametrize("fault", [TransientError("a deadlock"), IncompleteCommit("cut off")])
def test_what_may_help_is_tried_again(fault: Exception) -> None:
    said: list[str] = []
    Waiting("bolt://here", 60, said.append).tries().wait(fault)  # type: ignore[arg-type]
    assert bool(said) == isinstance(fault, IncompleteCommit), "a deadlock is no server that is away"


def test_what_never_helps_isnt() -> None:
    with pytest.raises(ClientError):
        Waiting("bolt://here", 60, str).tries().wait(ClientError("a mistake"))


def test_one_that_was_abandoned_ends_at_once() -> None:
    waiting = Waiting("bolt://here", 3600, str)
    ended = threading.Event()

    def work() -> None:
        tries, fault = waiting.tries(), ServiceUnavailable("no answer")
        while not ended.is_set():
            try:
                tries.wait(fault)
            except ServiceUnavailable:
                ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    waiting.abandon()
    thread.join(60)
    assert ended.is_set()
