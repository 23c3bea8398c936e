"""--log: what a command did, line by line, without a word of what articles say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline.workers import crew
from tests.cli.conftest import Kg


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="ascii").splitlines()]


def _said(file: Path) -> list[str]:
    return [line["what"] for line in _lines(file)]


@pytest.mark.usefixtures("telling")
def test_the_log_of_a_build(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE. A secret handshake was seen.")
    (tmp_path / "b\nrun ended.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").write_text("refuse this: the secret handshake")
    log = tmp_path / "kg.log"
    inputs = sorted(tmp_path.glob("*.txt"))
    assert kg("build", *inputs, "--into", tmp_path / "w", "--log", log, "--log-level", "debug").status == 3
    assert _said(log)[:2] == ["command began", "run began"]
    assert _said(log)[-2:] == ["run ended", "command ended"]
    assert _lines(log)[-1]["status"] == 3, "an input failed"
    by_what = {line["what"]: line for line in _lines(log)}
    assert (by_what["run ended"]["new"], by_what["run ended"]["failed"]) == (1, 2)
    assert by_what["article recorded"]["article"].startswith("a")
    failed = {line["kind"]: line["origin"] for line in _lines(log) if line["what"] == "article failed"}
    assert failed == {"binary": str(inputs[1]), "fault": str(inputs[2])}
    assert by_what["graph saved"]["nodes"] > 0
    assert len({line["process"] for line in _lines(log)}) == 1
    text = log.read_text()
    assert "secret" not in text
    assert "handshake" not in text


def test_commands_add_to_one_log(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    log = tmp_path / "kg.log"
    commands: list[tuple[str | Path, ...]] = [
        ("check", workspace),
        ("load", workspace, f"networkx:{tmp_path / 'g.jsonl'}"),
        ("retract", workspace, "a"),
    ]
    for command in commands:
        assert kg(*command, "--log", log).status == 0
    began = [line["command"] for line in _lines(log) if line["what"] == "command began"]
    assert began == ["kg check", "kg load", "kg retract"]
    [sent] = [line for line in _lines(log) if line["what"] == "store compared"]
    assert sent["added"] > 0
    assert "articles retracted" in _said(log)


def test_a_decision_is_logged_by_its_id(kg: Kg, telling: object, tmp_path: Path) -> None:  # noqa: ARG001
    log, news = tmp_path / "kg.log", tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "FR met DE."}\n')
    assert kg("build", news, "--into", tmp_path / "w").status == 0
    assert kg("resolve", "same", tmp_path / "w", "FR", "nobody", "--log", log).status == 6
    [end] = [line for line in _lines(log) if line["what"] == "command cut off"]
    assert end["fault"] == "QueryError"


@pytest.mark.usefixtures("telling")
def test_level_place_and_settings(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    log = tmp_path / "kg.log"
    build = ("build", tmp_path / "a.txt", "--into", tmp_path / "w")
    monkeypatch.setenv("KG_LOG", str(log))
    monkeypatch.setenv("KG_LOG_LEVEL", "warning")
    kg(*build)
    assert _said(log) == ["article failed"]
    told = kg(*build, "--log", "-", "--log-level", "info").err
    assert " INFO kg.cli command began command=" in told
    assert " WARNING kg.pipeline article failed origin=" in told
    ended = kg(*build, "--log", tmp_path / "no" / "kg.log")
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "kg.log: the log can't be written: No such file or directory" in ended.err


@pytest.mark.usefixtures("telling")
def test_a_log_that_is_moved_away_is_begun_anew(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    log = tmp_path / "kg.log"
    from kg.pipeline.current import renewed as real

    def rotating(*arguments: Any, **named: Any) -> Any:
        log.rename(tmp_path / "kg.log.1")
        return real(*arguments, **named)

    monkeypatch.setattr("kg.pipeline.recording.renewed", rotating)
    assert kg("build", tmp_path / "a.txt", "--into", tmp_path / "w", "--log", log).status == 0
    assert _said(tmp_path / "kg.log.1") == ["command began", "run began"]
    assert _said(log)[-1] == "command ended"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.usefixtures("telling")
def test_a_log_that_is_full_costs_a_line_and_no_article(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    ended = kg("build", tmp_path / "a.txt", "--into", tmp_path / "w", "--log", "/dev/full")
    assert ended.status == 0
    assert ended.err.splitlines() == ["kg: /dev/full: the log can't be written: No space left on device"]


def test_workers_that_die_are_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from kg.pipeline.build import build

    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "FR met DE."}\n{"id": "b", "text": "kill yourself"}\n')
    with caplog.at_level("INFO", logger=crew._log._logger.name):
        report = build([news], tmp_path / "w", workers=1, extractor="tests.pipeline.workers.faulty:faulty")
    assert report.failed[0].kind == "killed"
    died = [record.getMessage() for record in caplog.records if "worker died" in record.getMessage()]
    assert len(died) == report.restarts == 2
    assert all(f'at="{news}:2"' in line and "SIGKILL" in line for line in died)
    assert report.queues["ahead"] == 2
    assert 1 <= report.queues["for_workers"] <= 2
