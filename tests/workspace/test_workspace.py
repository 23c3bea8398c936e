from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError, WorkspaceError
from kg.workspace.opening import FILE, LOCK
from kg.workspace.workspace import Saved, Workspace
from tests.story import article, meeting, visit

ONE = article("a1", meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03"), published="1998-05-04")
TWO = article("a2", visit("Mary Robinson/IE", "CH"), published="1998-06-01")
NEWER = article("a1", visit("Mary Robinson/IE", "RU"), published="1998-05-04")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work space % é"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder, create=True) as opened:
        yield opened


def test_what_was_saved_is_there_after_opening_again(folder: Path) -> None:
    with Workspace.open(folder, create=True) as workspace:
        assert workspace.save(*TWO, "f1") is Saved.NEW
        assert workspace.save(*ONE, "f1") is Saved.NEW
    with Workspace.open(folder) as workspace:
        assert list(workspace) == [ONE, TWO]
        assert len(workspace) == 2
        assert workspace.ids() == ["a1", "a2"]
        workspace.check()


def test_an_unchanged_article_is_known_and_a_changed_one_or_another_extractor_is_not(workspace: Workspace) -> None:
    workspace.save(*ONE, "f1")
    assert workspace.has(ONE[0], "f1")
    assert not workspace.has(ONE[0], "f2")
    assert not workspace.has(NEWER[0], "f1")
    assert not workspace.has(TWO[0], "f1")


def test_a_new_version_takes_the_place_of_the_old(workspace: Workspace) -> None:
    before = workspace.digest()
    workspace.save(*ONE, "f1")
    assert workspace.save(*ONE, "f1") is Saved.UNCHANGED
    assert workspace.save(*ONE, "f2") is Saved.EXTRACTED_AGAIN
    assert workspace.save(*NEWER, "f2") is Saved.NEW_VERSION
    assert list(workspace) == [NEWER]
    assert workspace.retract("a1")
    assert not workspace.retract("a1")
    assert list(workspace) == []
    assert workspace.digest() == before


def test_failures_stay_until_the_input_is_read(workspace: Workspace) -> None:
    workspace.failed_inputs.note("one.txt", "empty")
    workspace.failed_inputs.note("one.txt", "not UTF-8")
    assert workspace.failed_inputs.all() == [("one.txt", "not UTF-8")]
    workspace.save(replace(ONE[0], origin="one.txt"), ONE[1], "f1")
    assert workspace.failed_inputs.all() == []


def test_runs_are_noted_with_the_times_given(workspace: Workspace) -> None:
    killed = workspace.runs.begin("1998-05-04T10:00:00Z")
    run = workspace.runs.begin("1998-05-04T11:00:00Z")
    workspace.runs.finish(run, finished="1998-05-04T11:05:00Z", report='{"read": 1}')
    assert workspace.runs.all() == [
        (killed, "1998-05-04T10:00:00Z", None, None),
        (run, "1998-05-04T11:00:00Z", "1998-05-04T11:05:00Z", '{"read": 1}'),
    ]


def test_half_a_surrogate_pair_is_an_error_of_the_article_alone(workspace: Workspace) -> None:
    with pytest.raises(InputError, match=r"bad\.txt"):
        workspace.save(replace(TWO[0], text="\ud800", origin="bad.txt"), TWO[1], "f1")
    workspace.save(*ONE, "f1")
    assert list(workspace) == [ONE]


def test_a_file_name_that_is_no_text_is_noted_and_its_article_kept(workspace: Workspace) -> None:
    workspace.failed_inputs.note("caf\udce9.txt", "unreadable \udce9")
    assert workspace.failed_inputs.all() == [("caf\\udce9.txt", "unreadable \\udce9")]
    workspace.save(replace(ONE[0], origin="caf\udce9.txt"), ONE[1], "f1")
    assert workspace.failed_inputs.all() == []
    assert workspace.has(ONE[0], "f1")


def test_facts_of_another_article_are_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="a2"):
        workspace.save(ONE[0], TWO[1], "f1")


def test_a_second_writer_is_refused_and_a_reader_is_not(folder: Path, workspace: Workspace) -> None:
    workspace.save(*ONE, "f1")
    with pytest.raises(WorkspaceError, match="another process is writing"):
        Workspace.open(folder)
    with Workspace.read(folder) as reader:
        assert list(reader) == [ONE]
        with pytest.raises(WorkspaceError, match="can't be written"):
            reader.retract("a1")
    workspace.close()
    with Workspace.open(folder) as again:
        assert again.ids() == ["a1"]


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"no such folder.*kg build"):
        Workspace.open(tmp_path / "none")
    with pytest.raises(WorkspaceError, match="no workspace"):
        Workspace.read(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Sir")
    with pytest.raises(WorkspaceError, match=r"not empty.*letter\.txt"):
        Workspace.open(tmp_path, create=True)
    with pytest.raises(WorkspaceError, match="a file"):
        Workspace.open(tmp_path / "letter.txt", create=True)


def test_what_a_killed_writer_leaves_of_its_lock_is_in_nobody_s_way(tmp_path: Path) -> None:
    for name in (LOCK, f"{LOCK}-journal"):
        (tmp_path / name).touch()
    with Workspace.open(tmp_path, create=True) as opened:
        assert len(opened) == 0


def test_a_making_that_was_cut_off_is_taken_up_again(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).touch()
    with pytest.raises(WorkspaceError, match="cut off"):
        Workspace.read(folder)
    with Workspace.open(folder, create=True) as workspace:
        workspace.save(*ONE, "f1")


def _change(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / FILE)
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("opening", [Workspace.open, Workspace.read])
def test_other_formats_are_refused(folder: Path, workspace: Workspace, opening: type) -> None:
    workspace.close()
    _change(folder, "PRAGMA user_version = 99")
    with pytest.raises(WorkspaceError, match=r"newer kg \(format 99"):
        opening(folder)
    _change(folder, "PRAGMA application_id = 5")
    with pytest.raises(WorkspaceError, match="no record of kg"):
        opening(folder)


def test_a_file_that_is_no_database_is_called_damaged(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"not a database, whatever its name says" * 100)
    with pytest.raises(WorkspaceError, match=rf"{FILE}: the file is damaged"):
        Workspace.open(folder)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE articles SET text = text || '.'", "'a1': the text is damaged"),
        ("UPDATE facts SET json = CAST(substr(json, 1, 50) AS BLOB)", "'a1': the facts are damaged"),
    ],
)
def test_damage_within_is_found_when_read(folder: Path, workspace: Workspace, statement: str, message: str) -> None:
    workspace.save(*ONE, "f1")
    workspace.close()
    _change(folder, statement)
    with Workspace.read(folder) as damaged, pytest.raises(WorkspaceError, match=message):
        damaged.check()


def test_damaged_pages_are_found(folder: Path, workspace: Workspace) -> None:
    for number in range(200):
        record = article(f"a{number}", meeting("Mary Robinson/IE", "Kofi Annan/GH"))
        workspace.save(*record, "f1")
    workspace.close()
    data = bytearray((folder / FILE).read_bytes())
    data[8192 : 20 * 4096] = b"\xa5" * (20 * 4096 - 8192)
    (folder / FILE).write_bytes(data)
    with Workspace.read(folder) as damaged, pytest.raises(WorkspaceError, match="damaged"):
        damaged.check()


def test_a_full_disk_loses_nothing_saved(folder: Path, workspace: Workspace) -> None:
    workspace.save(*ONE, "f1")
    [(pages,)] = workspace._connection.execute("PRAGMA page_count")
    workspace._connection.execute(f"PRAGMA max_page_count = {pages}")
    large = replace(TWO[0], text="word " * 10_000)
    with pytest.raises(WorkspaceError, match=rf"{FILE}: the disk is full.*nothing saved is lost"):
        workspace.save(large, TWO[1], "f1")
    workspace.close()
    with Workspace.open(folder) as again:
        assert list(again) == [ONE]
        assert again.save(large, TWO[1], "f1") is Saved.NEW


def test_a_read_only_folder_is_told_before_anything_is_done(
    folder: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.save(*ONE, "f1")
    workspace.close()
    monkeypatch.setattr("kg.workspace.opening.os.access", lambda *_: False)  # root may write everywhere
    with pytest.raises(WorkspaceError, match="can't be written to"):
        Workspace.open(folder)
    with Workspace.read(folder) as reader:
        assert list(reader) == [ONE]


def test_an_error_of_the_system_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="file"):
        Workspace.open(tmp_path / "file" / "below", create=True)
