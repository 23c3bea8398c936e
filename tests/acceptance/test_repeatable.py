"""What is read hangs on the articles alone, not on the process: each orders its sets anew, as Python hashes text."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.pipeline.kept import kept

pytestmark = pytest.mark.shared

SEEDS = ("1", "2", "3")  # of how text is hashed
_BUILD = "import sys; from kg.pipeline.build import build; build([sys.argv[1]], sys.argv[2], workers=1)"


@pytest.mark.parametrize("step", [54, pytest.param(1, marks=pytest.mark.soak)], ids=["some", "all"])
def test_no_two_processes_differ(step: int, shared: Path, root: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    with (shared / "data" / "news" / "articles.jsonl").open(encoding="utf-8") as lines:
        news.write_text("".join(islice(lines, 0, None, step)), encoding="utf-8")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _BUILD, str(news), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        )
        for seed in SEEDS
    ]
    assert [process.wait() for process in processes] == [0] * len(SEEDS)
    (rows, graph), *others = (kept(tmp_path / seed) for seed in SEEDS)
    assert len(rows["facts"]) > 10
    for other_rows, other_graph in others:
        facts = zip(rows["facts"], other_rows["facts"], strict=True)
        assert [(one, other) for one, other in facts if one != other] == []
        assert rows == other_rows
        assert graph == other_graph
