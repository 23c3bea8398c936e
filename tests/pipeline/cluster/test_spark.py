"""The recipe for Spark, as its page has it: it commits the facts from which one process's record and graph are made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.pipeline.build import build
from tests.pipeline.kept import kept

_ROOT = Path(__file__).parents[3]
_PAGE = _ROOT / "docs" / "how-to" / "cluster.md"
_SPARK = _ROOT / "build" / "spark"
_ARTICLES = _ROOT / "kg" / "examples" / "articles.jsonl"


@pytest.mark.soak
def test_the_recipe_records_what_one_process_does(tmp_path: Path) -> None:
    assert _SPARK.exists(), "`make spark` puts PySpark there"
    job = tmp_path / "job.py"
    job.write_text(_recipe(), encoding="utf-8")
    facts = tmp_path / "facts"
    told = subprocess.run(
        [sys.executable, job, _ARTICLES, facts], env=_environment(), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr[-4000:]
    build([], tmp_path / "spark", facts=str(facts))
    build([_ARTICLES], tmp_path / "alone", workers=1)
    assert kept(tmp_path / "spark") == kept(tmp_path / "alone")


def _recipe() -> str:
    chapter = _PAGE.read_text(encoding="utf-8").partition("## With Spark")[2]
    found = re.search(r"^```\n(.*?)^```", chapter, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(_ROOT), str(_SPARK)])
    return {**os.environ, "PYTHONPATH": path, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
