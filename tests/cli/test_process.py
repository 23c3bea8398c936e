"""What only a process of its own shows: Ctrl-C, a reader that goes away, a progress bar."""

from __future__ import annotations

import json
import os
import pty
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.faults import BROKEN_PIPE, INTERRUPTED

KG = [sys.executable, "-m", "kg"]


def _news(path: Path, count: int) -> Path:
    text = "Angela Merkel met Emmanuel Macron in Paris on Friday. They spoke of trade. " * 5
    rows = ({"id": str(number), "date": "2019-03-20", "text": text} for number in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_interrupted_and_run_again(tmp_path: Path) -> None:
    news = _news(tmp_path / "news.jsonl", 5000)
    arguments = [*KG, "build", str(news), "--into", str(tmp_path / "w")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not (tmp_path / "w" / "record.sqlite-wal").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == INTERRUPTED, said
    assert said.startswith("kg: interrupted; the same `kg build`")
    assert "Traceback" not in said


@pytest.mark.parametrize("kills", [2, pytest.param(50, marks=pytest.mark.soak)])
def test_killed_again_and_again(tmp_path: Path, kills: int) -> None:
    """Killed with SIGKILL at any moment, the next run goes on; the graph is the same to the byte."""
    news = _news(tmp_path / "news.jsonl", 100 * kills)
    arguments = [*KG, "build", str(news), "--into", str(tmp_path / "killed")]
    record = tmp_path / "killed" / "record.sqlite-wal"
    moments = random.Random(kills)
    for _ in range(kills):
        with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _wait_for(record.exists, process)
            time.sleep(moments.uniform(0, 1.5))
            process.kill()
    _kg("build", str(news), "--into", str(tmp_path / "killed"))
    _kg("build", str(news), "--into", str(tmp_path / "whole"))
    graphs = [_kg("export", str(tmp_path / folder)) for folder in ("killed", "whole")]
    assert graphs[0] == graphs[1]
    assert graphs[0].count('"labels":["Article"]') == 100 * kills


def _kg(*arguments: str) -> str:
    return subprocess.run([*KG, *arguments], capture_output=True, text=True, check=True).stdout


def _wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while not condition() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_reader_that_goes_away() -> None:
    reader, writer = os.pipe()
    os.close(reader)  # gone before anything is written
    arguments = [*KG, "schema", "show", "--format", "jsonl"]
    done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (BROKEN_PIPE, "")


@pytest.mark.parametrize("descriptor", [1, 2])
def test_a_stream_that_was_closed_before(descriptor: int) -> None:
    closed = f"import os; os.close({descriptor}); os.execv({sys.executable!r}, {[*KG, 'schema', 'show']!r})"
    done = subprocess.run([sys.executable, "-c", closed], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_colours_are_for_terminals_that_want_them(environment: dict[str, str]) -> None:
    output = _on_a_terminal([*KG, "schema", "show", "Meeting"], **environment)
    assert ("\x1b[1m" in output) is ("TERM" not in environment)
    assert "\x1b[3" not in output
    piped = subprocess.run([*KG, "schema", "show", "--format", "table"], capture_output=True, text=True, check=True)
    assert "\x1b" not in piped.stdout


def test_progress_and_a_table_on_a_terminal(tmp_path: Path) -> None:
    news = _news(tmp_path / "news.jsonl", 40)
    output = _on_a_terminal([*KG, "build", str(news), "--into", str(tmp_path / "w")])
    assert "articles/s" in output
    assert "40 read: 40 new" in output


def _on_a_terminal(arguments: list[str], **environ: str) -> str:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", **environ}
    with subprocess.Popen(arguments, stdout=follower, stderr=follower, stdin=follower, env=environment) as process:
        os.close(follower)
        read = b""
        while True:
            ready = select.select([leader], [], [], 60)[0]
            if not ready:
                process.kill()
                pytest.fail(f"nothing came for a minute after {read[-500:]!r}")
            try:
                read += (chunk := os.read(leader, 65536))
            except OSError:  # Linux's way to say that the other side is closed
                break
            if not chunk:
                break
    os.close(leader)
    assert process.returncode == 0, read
    return read.decode()
