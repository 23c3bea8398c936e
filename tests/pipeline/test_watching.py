"""A watched folder: each file once, when it is complete, and again when it changed."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import BusyError, InputError, SchemaError
from kg.pipeline.address_watch import WatchedAddresses
from kg.pipeline.build import build
from kg.pipeline.builder import Builder
from kg.pipeline.folder_watch import WatchedFolders
from kg.pipeline.report import RunReport
from kg.pipeline.watching import Batch, batches, watch
from kg.schema.location import shipped_schemas
from kg.workspace.workspace import Workspace
from tests.telling import TellingExtractor

pytestmark = pytest.mark.usefixtures("telling")


def names(folder: Path, during: Callable[[int], None] = lambda _: None, **limits: float) -> list[list[str]]:
    """Names of the files of each batch; `during` is told of each."""
    found = []
    for batch in of_folder(folder, quiet=0.2, idle=limits.get("idle", 1.5)):
        found.append([str(file.relative) for file in batch.files])
        during(len(found))
    return found


def of_folder(*folders: Path, quiet: float, idle: float) -> Iterator[Batch]:
    nothing = WatchedAddresses([], allow_private=False, retractions=lambda: 0)
    return batches(WatchedFolders(folders, quiet), nothing, idle=idle)


def test_once_reads_what_is_there_and_ends(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "b.txt").write_text("DE met PL.")
    (tmp_path / "in" / "a.txt").write_text("FR met DE.")
    (tmp_path / "in" / ".hidden.txt").write_text("PL met FR.")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    [report] = once(tmp_path / "in", tmp_path / "w")
    assert (report.read, report.new, len(report.warnings)) == (2, 2, 1)
    with Workspace.read(tmp_path / "w") as record:
        assert record.ids() == ["a", "sub/b"]
    [report] = once(tmp_path / "in", tmp_path / "w")
    assert (report.new, report.unchanged) == (0, 2)


def test_new_changed_and_moved_files_come_in_later_batches(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("one")
    (tmp_path / "other" / "deep").mkdir(parents=True)
    (tmp_path / "other" / "deep" / "c.txt").write_text("one")

    def change(batch: int) -> None:
        if batch == 1:
            (tmp_path / "in" / "a.txt").write_text("another")
            (tmp_path / "in" / "b.txt").write_text("one")
            (tmp_path / "in" / ".part.txt").write_text("half")
        elif batch == 2:
            (tmp_path / "other").rename(tmp_path / "in" / "other")

    assert names(tmp_path / "in", change) == [["a.txt"], ["a.txt", "b.txt"], ["other/deep/c.txt"]]


def test_a_file_that_is_being_written_is_waited_for_and_one_that_vanishes_forgotten(tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text("0")

    def write() -> None:
        for number in range(12):
            with slow.open("a") as stream:
                stream.write(str(number))
            (tmp_path / "brief.txt").write_text("here")
            (tmp_path / "brief.txt").unlink()
            time.sleep(0.05)

    writer = threading.Thread(target=write)
    writer.start()
    read = [
        (file.path.name, file.path.read_text())
        for batch in of_folder(tmp_path, quiet=0.6, idle=0.5)
        for file in batch.files
    ]
    writer.join()
    assert read == [("slow.txt", "001234567891011")]


def test_there_has_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder to watch"):
        WatchedFolders([tmp_path, tmp_path / "none"])


def test_a_bad_file_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_bytes(b"\0\0\0")
    with Builder(tmp_path / "w") as builder:
        reports = watch([tmp_path / "in"], builder, idle=1.5, quiet=0.1)
        first = next(reports)
        (tmp_path / "in" / "good.txt").write_text("FR met DE.")
        second = next(reports)
    assert (len(first.failed), second.new) == (1, 1)


def test_what_reads_is_loaded_once_and_again_when_the_schema_changed(
    tmp_path: Path, telling: list[TellingExtractor]
) -> None:
    """The record and the graph are those of runs that load everything anew."""
    schema = tmp_path / "schemas"
    shutil.copytree(shipped_schemas(), schema)
    (tmp_path / "in").mkdir()
    texts = ["FR met DE.", "DE met PL.", "PL met FR."]
    with Builder(tmp_path / "w", schema) as builder:
        for number, text in enumerate(texts):
            file = tmp_path / "in" / f"{number}.txt"
            file.write_text(text)
            assert builder.add([file]).new == 1
        assert len(telling) == 1
        (schema / "events" / "Meeting.yaml").write_text((schema / "events" / "Meeting.yaml").read_text() + "# new\n")
        assert builder.add([tmp_path / "in"]).read == 3
        assert len(telling) == 2
        (schema / "events" / "Meeting.yaml").write_text("name: [")
        with pytest.raises(SchemaError):
            builder.add([tmp_path / "in"])
    shutil.copytree(shipped_schemas(), schema, dirs_exist_ok=True)
    for number in range(3):
        build([tmp_path / "in" / f"{number}.txt"], tmp_path / "apart", schema=schema)
    assert len(telling) == 5
    with Workspace.read(tmp_path / "w") as one, Workspace.read(tmp_path / "apart") as other:
        assert list(one) == list(other)


def test_another_writer_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    other = Workspace.open(tmp_path / "w", create=True)
    with Builder(tmp_path / "w") as impatient, pytest.raises(BusyError, match="another process is writing"):
        impatient.add([tmp_path / "a.txt"])
    waiting = threading.Timer(0.5, other.close)
    waiting.start()
    with Builder(tmp_path / "w", patience=600) as patient:
        assert patient.add([tmp_path / "a.txt"]).new == 1
    waiting.join()


def test_several_folders_one_within_another(tmp_path: Path) -> None:
    """Each file comes once for every folder that it lies in, by its path there, as `kg build` has it."""
    outer, inner, other = (tmp_path / name for name in ("outer", "outer/inner", "other"))
    for folder in (outer, inner, other):
        folder.mkdir()
    (other / "a.txt").write_text("one")
    found = []
    for batch in of_folder(outer, inner, other, quiet=0.2, idle=1.5):
        found.append(sorted(str(file.relative) for file in batch.files))
        if len(found) == 1:
            (inner / "b.txt").write_text("one")
    assert found == [["a.txt"], ["b.txt", "inner/b.txt"]]


def test_what_was_removed_is_forgotten(tmp_path: Path) -> None:
    """A watch whose folder is emptied again and again remembers nothing of it: a file that comes back is new."""
    file = tmp_path / "a.txt"
    seen: list[int] = []
    file.write_text("one")
    kept = file.stat()
    folders = WatchedFolders([tmp_path], 0.1)
    for step in range(60):
        if found := folders.wait():
            seen.append(step)
            assert [one.path for one in found] == [file]
            if len(seen) == 2:
                break
            file.rename(tmp_path / ".a")
            folders.wait()
            (tmp_path / ".a").rename(file)
            assert file.stat().st_mtime_ns == kept.st_mtime_ns
    assert len(seen) == 2


def test_there_has_to_be_a_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to watch"):
        next(watch([], Builder(tmp_path / "w")))


def once(folder: Path, into: Path) -> list[RunReport]:
    with Builder(into) as builder:
        return list(watch([folder], builder, once=True, quiet=0.1))
