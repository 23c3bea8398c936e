"""What there is to say of inputs is said, without filling the screen; the numbers add up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

FRENCH = "Le président de la République a reçu vendredi le président du conseil italien à Paris. " * 3
UNDATED = 25


@pytest.mark.usefixtures("telling")
def test_of_many_warnings_of_a_kind_some_are_said_and_all_counted(kg: Kg, tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": "FR met DE.", "date": "soon"} for number in range(UNDATED)]
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(map(json.dumps, rows)))
    ended = kg("build", news, "--into", tmp_path / "w")
    lines = [line for line in ended.err.splitlines() if "warning" in line]
    assert len(lines) == 21
    assert lines[-1] == "kg: warning: 5 more like these (date); --verbose or a log (--log) names them"
    [report] = json.loads(ended.out)
    assert (len(report["warnings"]), report["warned"]) == (UNDATED, {"date": UNDATED})
    said = kg("build", news, "--into", tmp_path / "w", "--verbose").err
    assert said.count("its publication date can't be read") == UNDATED
    assert "more like these" not in said


@pytest.mark.usefixtures("telling")
def test_numbers_of_a_batch_add_up(kg: Kg, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("FR met DE.")
    (folder / "b.txt").write_text(FRENCH)
    (folder / "c.txt").write_bytes(b"\0")
    ended = kg("watch", folder, "--into", tmp_path / "w", "--once", "--quiet-for", "0.1")
    assert "3 read: 1 new, 1 set aside, 1 failed; " in ended.err
