"""Runs the command line in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.faults import run
from kg.cli.group import call


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Kg = Callable[..., Ended]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Kg:
    def ended(*arguments: str | Path) -> Ended:
        status = run(lambda: call([str(argument) for argument in arguments]))
        return Ended(status, *capsys.readouterr())

    return ended


@pytest.fixture
def workspace(tmp_path: Path, telling: object, kg: Kg) -> Path:  # noqa: ARG001 - telling is put in place
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "FR met DE."}\n{"id": "b", "text": "DE met PL.", "date": "2020-01-03"}\n')
    assert kg("build", news, "--into", tmp_path / "w").status == 0
    return tmp_path / "w"
