from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.workspace.workspace import Workspace

# Says the number of each article once it is saved; whoever hears it may rely on it.
_WRITER = """
import sys
from kg.workspace.workspace import Workspace
from tests.story import article, meeting
with Workspace.open(sys.argv[1], create=True) as workspace:
    for number in range(int(sys.argv[2]), 100_000):
        told = article(f"{number:06}", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03"))
        workspace.save(*told, "f1")
        print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [0.0, 0.003, 0.02, 0.05, 0.1])
def test_a_killed_writer_loses_nothing_that_it_had_saved(tmp_path: Path, root: Path, moment: float) -> None:
    folder, said = tmp_path / "workspace", 0
    for _ in range(2):
        command = [sys.executable, "-c", _WRITER, str(folder), str(said)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
        assert writer.stdout is not None
        said = int(writer.stdout.readline())
        time.sleep(moment)
        writer.kill()
        said = max([said, *(int(line) for line in writer.stdout if line.endswith("\n"))])
        writer.wait()
        with Workspace.open(folder) as workspace:
            workspace.check()
            # All that was said, and at most the one that was saved but not yet said.
            assert said + 1 <= len(workspace) <= said + 2
            assert workspace.ids()[0] == "000000"


def test_a_writer_killed_at_the_start_leaves_nothing_in_the_way(tmp_path: Path, root: Path) -> None:
    for number in range(6):
        folder = tmp_path / str(number)
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(folder), "0"], stdout=subprocess.DEVNULL, cwd=root
        )
        deadline = time.monotonic() + 30
        while not folder.exists() and time.monotonic() < deadline:
            time.sleep(0.0005)
        time.sleep(number * 0.001)
        writer.kill()
        writer.wait()
        with Workspace.open(folder, create=True) as workspace:
            workspace.check()
