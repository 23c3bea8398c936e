"""Facts hang on their article alone, not on the process: each orders its sets anew, as Python hashes text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

SEEDS = ("1", "2", "3")  # of how text is hashed
_PROGRAM = """
import hashlib, json, sys
from itertools import islice
from kg.corpus.article import Article
from kg.pipeline.extraction import Extractor
from kg.workspace.codec import encode_facts
rows = (json.loads(line) for line in open(sys.argv[1], encoding="utf-8"))
step, extractor = int(sys.argv[2]), Extractor.load()
for row in islice(rows, 0, None, step):
    article = Article(row["id"], row["text"], row.get("title") or "", row.get("date"))
    [facts] = extractor.extract([article])
    print(article.id, hashlib.sha256(encode_facts(facts)).hexdigest())
"""


@pytest.mark.parametrize("step", [54, pytest.param(1, marks=pytest.mark.soak)], ids=["some", "all"])
def test_no_two_processes_read_an_article_differently(step: int, shared: Path, root: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(shared / "data" / "news" / "articles.jsonl"), str(step)]
    processes = [
        subprocess.Popen(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in SEEDS
    ]
    told = [process.communicate()[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(SEEDS)
    assert len(told[0]) > 10
    assert [lines for lines in zip(*told, strict=True) if len(set(lines)) > 1] == []
