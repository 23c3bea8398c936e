"""Whole runs with worker processes: the same record however many, whatever ends the run, and nobody left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from kg.errors import WorkspaceError
from kg.pipeline.build import build
from kg.pipeline.builder import Builder
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace
from tests.pipeline.kept import kept, write_news

_FAULTY = "tests.pipeline.workers.faulty:faulty"
_BUILD = "import sys; from kg.pipeline.build import build; build([sys.argv[1]], sys.argv[2], workers=2, extractor={!r})"


def _started(news: Path, workspace: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _BUILD.format(_FAULTY), str(news), str(workspace)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def _until(condition: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    deadline = time.monotonic() + 120
    while not condition() and (process is None or process.poll() is None):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_one_and_several_workers_record_the_same(tmp_path: Path) -> None:
    texts = [f"{'FR met DE. ' * (1 + number % 7)}They often meet." for number in range(60)]
    texts[11] = texts[42] = "kill yourself"
    texts[23] = "refuse this"
    news = write_news(tmp_path / "news.jsonl", texts)
    with news.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "cut')
    folders = {workers: tmp_path / str(workers) for workers in (1, 3)}
    reports = {workers: build([news], into, workers=workers, extractor=_FAULTY) for workers, into in folders.items()}
    assert kept(folders[1]) == kept(folders[3])
    assert reports[1].failed == reports[3].failed
    assert [failure.origin.rpartition(":")[2] for failure in reports[3].failed] == ["12", "24", "43", "61"]
    assert (reports[3].new, reports[3].workers, reports[3].restarts) == (57, 3, 4)
    told = sum(text.count("met") for text in texts)
    assert reports[1].events == reports[3].events == {"Meeting": {"occurred": told}}


def test_replaced_processes_are_counted_in_the_run_in_which_they_were(tmp_path: Path) -> None:
    """Worker processes stay from batch to batch, also when one has died in between."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text("kill yourself")
    good.write_text("FR met DE.")
    with Builder(tmp_path / "w", workers=1, extractor=_FAULTY) as builder:
        reports = [builder.add([file]) for file in (good, bad, good)]
    found = [(report.restarts, report.new, len(report.failed)) for report in reports]
    assert found == [(0, 1, 0), (2, 0, 1), (0, 0, 0)]


def test_without_workers_the_same_is_recorded(tmp_path: Path) -> None:
    news = write_news(tmp_path / "news.jsonl", ["FR met DE.", "refuse this", "DE met PL. They often meet."])
    reports = [build([news], tmp_path / str(n), workers=n, extractor=_FAULTY) for n in (0, 2)]
    assert kept(tmp_path / "0") == kept(tmp_path / "2")
    assert reports[0].failed == reports[1].failed
    assert (reports[0].workers, reports[0].restarts) == (0, 0)


def test_a_poisoned_article_is_tried_again_with_the_next_run(tmp_path: Path) -> None:
    news = write_news(tmp_path / "news.jsonl", ["FR met DE.", "kill yourself", "DE met PL."])
    first = build([news], tmp_path / "w", workers=1, extractor=_FAULTY)
    assert (first.new, len(first.failed), first.restarts) == (2, 1, 2)
    second = build([news], tmp_path / "w", workers=1, extractor=_FAULTY)
    assert (second.unchanged, second.failed, second.restarts) == (2, first.failed, 1)
    with Workspace.read(tmp_path / "w") as record:
        assert record.failed_inputs.all() == [(first.failed[0].origin, first.failed[0].message)]


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.soak)])
def test_killed_at_any_moment(tmp_path: Path, kills: int) -> None:
    """However often a run is killed with SIGKILL, the last goes on; its graph is that of a run nobody disturbed."""
    moments = random.Random(kills)
    news = write_news(tmp_path / "news.jsonl", ["FR met DE. take your time"] * 30 * kills)
    workspace = tmp_path / "w"
    for _ in range(kills):
        with _started(news, workspace) as process:
            _until((workspace / FILE).exists, process)
            time.sleep(moments.uniform(0, 1.0))
            process.kill()
    build([news], workspace, workers=2, extractor=_FAULTY)
    build([news], tmp_path / "undisturbed", workers=1, extractor=_FAULTY)
    assert kept(workspace) == kept(tmp_path / "undisturbed")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nobody_is_left_behind(tmp_path: Path, ending: signal.Signals) -> None:
    """However the run is ended, its workers end, also one that is at an article for ever; the record is whole."""
    asleep = tmp_path / "asleep"
    texts = [*["FR met DE."] * 30, f"tell who you are {asleep}"]
    workspace = tmp_path / "w"
    with _started(write_news(tmp_path / "news.jsonl", texts), workspace) as process:
        _until(lambda: asleep.exists() and bool(asleep.read_text()), process)
        workers = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
        assert int(asleep.read_text()) in workers
        process.send_signal(ending)
        process.wait(60)
    _until(lambda: not any(psutil.pid_exists(worker) for worker in workers))
    with Workspace.open(workspace) as record:
        record.check()
        assert len(record) <= 30


def test_two_builds_at_once(tmp_path: Path) -> None:
    asleep = tmp_path / "asleep"
    news = write_news(tmp_path / "news.jsonl", [f"tell who you are {asleep}"])
    with _started(news, tmp_path / "w") as process:
        _until(asleep.exists, process)
        with pytest.raises(WorkspaceError, match="another process is writing to this workspace"):
            build([news], tmp_path / "w", workers=1, extractor=_FAULTY)
        process.terminate()


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """A process is no copy of the user's script: that would build again in each."""
    news = write_news(tmp_path / "news.jsonl", ["FR met DE."])
    script = tmp_path / "script.py"
    script.write_text(
        f"import kg\nreport = kg.build([{str(news)!r}], {str(tmp_path / 'w')!r}, workers=2, extractor={_FAULTY!r})\n"
        "print(report.new)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, env=environment)
    assert (done.stdout, done.stderr) == ("1\n", "")
