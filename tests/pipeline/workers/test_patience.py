"""An article's time is what it takes of the processor; the clock ends what takes nothing of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from kg.pipeline.workers.patience import BY_THE_CLOCK, is_over


def test_the_processor_counts_and_not_the_clock() -> None:
    now = time.process_time()
    assert not is_over(60, passed=61, spent=now, pid=os.getpid())
    assert is_over(60, passed=61, spent=now - 61, pid=os.getpid())
    assert not is_over(60, passed=59, spent=now - 61, pid=os.getpid())


def test_what_waits_for_ever_ends_by_the_clock() -> None:
    assert is_over(60, passed=BY_THE_CLOCK * 60, spent=time.process_time(), pid=os.getpid())


def test_a_process_that_has_ended_is_not_overdue() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not is_over(60, passed=61, spent=0.0, pid=ended.pid)
