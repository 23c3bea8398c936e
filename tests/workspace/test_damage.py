"""What a disk, a power cut and a clock do to a record: what was kept before is whole, and the next run goes on."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import WorkspaceError
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace
from tests.story import Record, article, meeting

_WAL = f"{FILE}-wal"


def _told(number: int) -> Record:
    return article(f"{number:06}", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03"))


def _save_all(workspace: Workspace) -> None:
    for number in range(200):
        workspace.save(*_told(number), "f1")


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as a power cut leaves it: much of it in the journal alone."""
    folder = tmp_path_factory.mktemp("record")
    with Workspace.open(folder / "w", create=True) as workspace:
        for number in range(60):
            workspace.save(*_told(number), "f1")
        shutil.copytree(folder / "w", folder / "cut", ignore=shutil.ignore_patterns("*-shm"))
    return folder / "cut"


@pytest.mark.parametrize("seed", range(20))
def test_a_journal_cut_at_any_place(tmp_path: Path, interrupted: Path, seed: int) -> None:
    """The last articles are missing, never one in the middle, and none is damaged."""
    folder = shutil.copytree(interrupted, tmp_path / "w")
    whole = (folder / _WAL).stat().st_size
    with (folder / _WAL).open("r+b") as journal:
        journal.truncate(random.Random(seed).randrange(whole + 1))
    with Workspace.open(folder, create=True) as workspace:
        workspace.check()
        assert workspace.ids() == [f"{number:06}" for number in range(len(workspace))]
        for number in range(60):
            workspace.save(*_told(number), "f1")
        assert len(workspace) == 60


def test_a_journal_with_a_damaged_page(tmp_path: Path, interrupted: Path) -> None:
    """What comes after the damage is as if it had never been written."""
    folder = shutil.copytree(interrupted, tmp_path / "w")
    with (folder / _WAL).open("r+b") as journal:
        journal.seek((folder / _WAL).stat().st_size // 2)
        journal.write(b"\xff" * 100)
    with Workspace.open(folder, create=True) as workspace:
        workspace.check()
        assert workspace.ids() == [f"{number:06}" for number in range(len(workspace))]
        assert len(workspace) < 60


_SAVER = """
import resource, sys
from kg.errors import WorkspaceError
from kg.workspace.workspace import Workspace
from tests.workspace.test_damage import _told
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with Workspace.open(sys.argv[1], create=True) as workspace:
        for number in range(200):
            workspace.save(*_told(number), "f1")
            print(number, flush=True)
except WorkspaceError as error:
    sys.exit(str(error))
"""


@pytest.mark.parametrize("limit", [0, 5_000, 60_000, 200_000])
def test_no_more_room(tmp_path: Path, root: Path, limit: int) -> None:
    """A file that may not grow is said in one line; all that was saved before is there, and the rest can follow."""
    folder = tmp_path / "w"
    command = [sys.executable, "-c", _SAVER, str(folder), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(folder) in done.stderr
    with Workspace.open(folder, create=True) as workspace:
        workspace.check()
        assert len(workspace) == len(done.stdout.split())
        _save_all(workspace)
        assert len(workspace) == 200


def test_a_full_disk_is_called_so(tmp_path: Path) -> None:
    """SQLite's own limit stands for the disk's: a real one would take the right to mount."""
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        workspace._connection.execute("PRAGMA max_page_count = 30")
        with pytest.raises(WorkspaceError, match=r"the disk is full\. Free some space"):
            _save_all(workspace)
        saved = len(workspace)
        assert saved > 0
        workspace._connection.execute("PRAGMA max_page_count = 100000")
        workspace.check()
        workspace.save(*_told(199), "f1")
        assert len(workspace) == saved + 1


def test_a_clock_that_is_set_back(tmp_path: Path) -> None:
    """Times are told and nothing else: runs are in the order in which they were."""
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        first = workspace.runs.begin("2024-05-01T00:00:00+00:00")
        workspace.runs.finish(first, finished="1999-12-31T00:00:00+00:00", report="{}")
        second = workspace.runs.begin("1970-01-01T00:00:00+00:00")
        assert [number for number, *_ in workspace.runs.all()] == [first, second]
