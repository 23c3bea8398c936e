"""What is written to a folder is there whole or not at all, and what killed writers leave there goes."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.pipeline.build import build
from kg.pipeline.cluster.storage import storage
from tests.pipeline.cluster.here import extract_here, job
from tests.pipeline.kept import write_news

_HOUR = 3600


def test_others_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        storage(str(tmp_path)).write("deep/a", b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "deep" / "a").stat().st_mode) == 0o644


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = storage(str(tmp_path))
    there.write("a", b"1")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("kg.stores.whole_file.os.fsync", full)
    with pytest.raises(InputError, match=r"/a: it can't be written: No space left on device$"):
        there.write("a", b"2")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"1")]


@pytest.mark.parametrize("ahead", [5 * _HOUR, -5 * _HOUR])
def test_what_killed_writers_left_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead: float) -> None:
    """Of whichever time this machine's clock thinks that it is; what somebody may be writing stays."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + ahead)
    shards = tmp_path / "facts" / "shards"
    shards.mkdir(parents=True)
    for folder in (shards, shards.parent):
        for name, age in ((".part-old", 2 * _HOUR), (".part-young", _HOUR / 2), ("other", 2 * _HOUR)):
            (folder / name).write_bytes(b"PAR1")
            os.utime(folder / name, (now - age, now - age))
    extract_here(job(tmp_path / "facts"), [str(write_news(tmp_path / "a.jsonl", ["FR met DE."]))])
    for folder in (shards, shards.parent):
        assert {file.name for file in folder.iterdir() if file.suffix == ""} - {"shards"} == {".part-young", "other"}
    assert build([], tmp_path / "w", facts=tmp_path / "facts").new == 1
