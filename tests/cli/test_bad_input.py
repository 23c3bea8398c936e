"""Bad input gives one message with file and reason and a status; everything else is done."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.schema.location import shipped_schemas

Kg = Callable[..., Any]

GOOD = '{"id": "good", "text": "FR met DE."}\n'
BAD: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("empty.txt", b"", "no text"),
    "a binary file": ("picture.txt", b"\x89PNG\r\n\x00\x00\x00\rIHDR" * 20, "binary"),
    "50 MB on one line": ("long.txt", b"FR met DE. " * 4_800_000, "too long"),
    "a line cut off": ("cut.jsonl", b'{"id": "1", "te', "JSON"),
    "a missing field": ("field.jsonl", b'{"id": "1"}\n', "text"),
    "one id twice": ("twice.jsonl", b'{"id": "1", "text": "a"}\n{"id": "1", "text": "b"}\n', "id"),
}


@pytest.mark.usefixtures("telling")
@pytest.mark.parametrize(("name", "content", "reason"), BAD.values(), ids=BAD)
def test_one_message_and_the_rest_is_done(kg: Kg, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.jsonl").write_text(GOOD)
    ended = kg("build", tmp_path / name, tmp_path / "good.jsonl", "--into", tmp_path / "w")
    assert ended.status == 3
    [line] = ended.err.splitlines()
    assert line.startswith(f"kg: {tmp_path / name}")
    assert reason in line
    assert '"country:FR"' in kg("export", tmp_path / "w").out


@pytest.mark.usefixtures("telling")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf16.txt", "FR met DE.".encode("utf-16")),
        ("latin.txt", "FR met DE in Orléans.".encode("cp1252")),
        ("date.jsonl", b'{"id": "1", "text": "FR met DE.", "date": "2024-13-45"}\n'),
    ],
)
def test_a_warning_is_no_failure(kg: Kg, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    ended = kg("build", tmp_path / name, "--into", tmp_path / "w")
    assert ended.status == 0
    [line] = ended.err.splitlines()
    assert line.startswith(f"kg: warning: {tmp_path / name}")
    assert '"country:FR"' in kg("export", tmp_path / "w").out


@pytest.mark.usefixtures("telling")
def test_a_folder_with_a_link_to_itself(kg: Kg, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "self").symlink_to(news)
    (news / "a.txt").write_text("FR met DE.")
    ended = kg("build", news, "--into", tmp_path / "w")
    assert ended.status == 0
    assert ended.err.count("\n") == 1


@pytest.mark.usefixtures("telling")
def test_no_permission(kg: Kg, tmp_path: Path, forbid: Callable[[Path], None]) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    forbid(tmp_path / "a.txt")
    ended = kg("build", tmp_path / "a.txt", "--into", tmp_path / "w")
    assert (ended.status, "permission" in ended.err) == (3, True)


def test_a_workspace_of_a_newer_version(kg: Kg, workspace: Path) -> None:
    with sqlite3.connect(workspace / "record.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    for command in (("actors", workspace), ("build", workspace.parent / "news.jsonl", "--into", workspace)):
        ended = kg(*command)
        assert ended.status == 5
        assert "newer" in ended.err
        assert ended.err.count("\n") == 1


@pytest.mark.usefixtures("telling")
def test_a_folder_that_is_no_workspace(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    ended = kg("build", tmp_path / "a.txt", "--into", tmp_path)
    assert (ended.status, ended.err.count("\n")) == (5, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_schema_with_a_fault(kg: Kg, tmp_path: Path) -> None:
    own = shutil.copytree(shipped_schemas(), tmp_path / "own")
    meeting = own / "events" / "Meeting.yaml"
    meeting.write_text(meeting.read_text().replace("triggers:", "trigers:"))
    (tmp_path / "a.txt").write_text("FR met DE.")
    for command in (
        ("schema", "check", own),
        ("build", tmp_path / "a.txt", "--into", tmp_path / "w", "--schema", own),
        ("extract", tmp_path / "a.txt", "--output", tmp_path / "f", "--schema", own),
    ):
        ended = kg(*command)
        assert ended.status == 4
        assert "Meeting.yaml" in ended.err
        assert "triggers" in ended.err
    assert not (tmp_path / "w").exists()
    assert not (tmp_path / "f").exists()


def test_a_model_that_is_not_there(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    ended = kg("extract", tmp_path / "a.txt", "--output", tmp_path / "f", "--model", "en_no_such_model")
    assert (ended.status, ended.err.count("\n")) == (7, 1)
    assert "en_no_such_model" in ended.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_for_standard_output(workspace: Path) -> None:
    arguments = [sys.executable, "-m", "kg", "export", str(workspace)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "kg: standard output: No space left on device\n"


@pytest.mark.usefixtures("telling")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_for_the_facts(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(GOOD)
    ended = kg("extract", tmp_path / "good.jsonl", "--output", "/dev/full")
    assert (ended.status, ended.err) == (1, "kg: /dev/full: No space left on device\n")


@pytest.mark.usefixtures("telling")
def test_a_folder_for_the_facts_that_is_not_there(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(GOOD)
    facts = tmp_path / "none" / "facts.jsonl"
    ended = kg("extract", tmp_path / "good.jsonl", "--output", facts)
    assert (ended.status, ended.err) == (1, f"kg: {facts}: No such file or directory\n")


def test_a_folder_without_permission_is_a_fault_of_its_kind(
    kg: Kg, workspace: Path, forbid: Callable[[Path], None]
) -> None:
    forbid(workspace)
    assert kg("actors", workspace).status == 5
    assert kg("schema", "check", workspace).status == 4
