"""`kg watch`: a line on stderr and one of JSON for each batch; Ctrl-C ends it."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Kg
from tests.site import FEED, WHOLE, Site


@pytest.mark.usefixtures("telling")
def test_each_batch_is_a_line(kg: Kg, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("FR met DE.")
    ended = kg("watch", folder, "--into", tmp_path / "w", "--once", "--quiet-for", "0.1")
    assert ended.status == 0
    assert json.loads(ended.out)["new"] == 1
    assert ended.err.startswith("1 read: 1 new; ")
    (folder / "b.txt").write_bytes(b"\0")
    ended = kg("watch", folder, "--into", tmp_path / "w", "--once", "--quiet-for", "0.1")
    assert ended.status != 0
    assert "b.txt: it is binary" in ended.err
    assert "2 read: 0 new, 1 unchanged, 1 failed" in ended.err
    assert "no such folder to watch" in kg("watch", tmp_path / "none", "--into", tmp_path / "w").err
    assert "too short: 10s at least" in kg("watch", folder, "--into", tmp_path / "w", "--every", "5s").err
    assert "no length of time" in kg("watch", folder, "--into", tmp_path / "w", "--idle", "soon").err


@pytest.mark.usefixtures("telling")
def test_an_address_is_watched(kg: Kg, site: Site, tmp_path: Path) -> None:
    site.give("/feed", FEED.format(WHOLE.format(site.address)))
    command = ("watch", f"{site.address}/feed", "--into", tmp_path / "w", "--once")
    assert "--allow-private fetches it" in kg(*command).err
    ended = kg(*command, "--allow-private", "--language", "any", "--time-limit", "9", "--every", "2h")
    assert (ended.status, json.loads(ended.out)["new"]) == (0, 1)
    assert kg(*command, "--allow-private").out == ""


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    options = ["--into", str(tmp_path / "w"), "--log", str(tmp_path / "kg.log")]
    arguments = [sys.executable, "-m", "kg", "watch", str(folder), *options]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        deadline = time.monotonic() + 60
        while not _is_watching(running.pid) and time.monotonic() < deadline:
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "the same `kg watch` goes on where it stopped" in said
    assert '"what": "command interrupted"' in (tmp_path / "kg.log").read_text()
    assert "Traceback" not in said


def _is_watching(process: int) -> bool:
    """Whether the system tells a process of changes in a folder; elsewhere than on Linux, it has had its time."""
    folder = Path(f"/proc/{process}/fd")
    if not folder.exists():
        time.sleep(5)
        return True
    found = []
    for link in folder.iterdir():
        try:
            found.append(str(link.readlink()))
        except OSError:
            continue
    return any("inotify" in target for target in found)


@pytest.mark.usefixtures("telling")
def test_metrics_follow_each_batch(kg: Kg, tmp_path: Path) -> None:
    folder, metrics = tmp_path / "in", tmp_path / "kg.prom"
    folder.mkdir()
    (folder / "a.txt").write_text("FR met DE.")
    arguments = ("watch", folder, "--into", tmp_path / "w", "--once", "--quiet-for", "0.1", "--metrics")
    assert kg(*arguments, metrics).status == 0
    [new] = [line for line in metrics.read_text().splitlines() if 'outcome="new"' in line]
    assert new.startswith("kg_articles_total{")
    assert f'workspace="{tmp_path / "w"}"' in new
    assert new.endswith(" 1.0")
    assert metrics.read_text().endswith("# EOF\n")
    ended = kg(*arguments, tmp_path / "no" / "kg.prom")
    assert ended.status == 0, "the articles are read all the same"
    assert "kg.prom: the metrics can't be written: No such file or directory" in ended.err


def test_somebody_at_a_terminal_sees_how_far_a_batch_is(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Obama met Cameron in London.")
    command = [sys.executable, "-m", "kg", "watch", str(folder), "--into", str(tmp_path / "w"), "--once"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}):
        os.close(theirs)
        said = b""
        with suppress(OSError):  # what Linux tells in place of the end
            while read := os.read(ours, 4096):
                said += read
    os.close(ours)
    places = [said.index(part) for part in (b"Ctrl-C ends it", b"building", b" articles", b"1 read: 1 new; ")]
    assert places == sorted(places)
