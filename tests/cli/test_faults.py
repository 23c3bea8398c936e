"""Every fault ends with one line and the status of docs/exit-status.md."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import click
import pytest

import kg.errors
from kg.cli.faults import BROKEN_PIPE, INTERRUPTED, run


def _raising(fault: BaseException) -> object:
    def command() -> None:
        raise fault

    return command


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (kg.errors.KgError("x"), 1),
        (kg.errors.InputError("a.txt: it is empty"), 3),
        (kg.errors.SchemaError("x"), 4),
        (kg.errors.WorkspaceError("x"), 5),
        (kg.errors.QueryError("x"), 6),
        (kg.errors.ModelError("x"), 7),
        (click.UsageError("x"), 2),
        (click.exceptions.Exit(3), 3),
        (KeyboardInterrupt(), INTERRUPTED),
        (OSError(errno.ENOSPC, "No space left on device", "facts.jsonl"), 1),
        (MemoryError(), 1),
        (RuntimeError("a bug"), 1),
    ],
)
def test_status_and_one_line(fault: BaseException, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(_raising(fault)) == status  # type: ignore[arg-type]
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if not isinstance(fault, click.exceptions.Exit):
        assert re.fullmatch(r"kg: .+\n", said)


def test_a_full_disk_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    run(_raising(OSError(errno.ENOSPC, "No space left on device", "facts.jsonl")))  # type: ignore[arg-type]
    assert capsys.readouterr().err == "kg: facts.jsonl: No space left on device\n"


def test_a_traceback_on_request(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TRACEBACK", "1")
    run(_raising(RuntimeError("a bug")))  # type: ignore[arg-type]
    assert "Traceback" in capsys.readouterr().err


def test_the_table_has_every_status(root: Path) -> None:
    table = (root / "docs" / "exit-status.md").read_text()
    listed = {int(status) for status in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    kinds = (kind for kind in vars(kg.errors).values() if isinstance(kind, type))
    errors = [kind for kind in kinds if issubclass(kind, kg.errors.KgError)]
    assert listed == {0, 1, 2, INTERRUPTED, BROKEN_PIPE} | {kind.exit_status for kind in errors}
