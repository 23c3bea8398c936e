from __future__ import annotations

import importlib.util
import json
import re
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(__file__).parents[2] / "benchmarks"


def _program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _slice(seconds: float, rss: float) -> dict[str, Any]:
    return {"words": 1000, "failed": 0, "seconds": seconds, "cpu_seconds": seconds / 2, "rss": rss, "peak": rss + 50}


def test_figures_of_slices_are_put_together() -> None:
    throughput = _program("throughput")
    done = [100, 200, 300, 400, 500, 550]
    slices = {
        "bare": [_slice(0.5, 400.0) for _ in done],
        "extract": [_slice(1.0, 500 + articles / 100) for articles in done],
    }
    about = {"articles_file": "news.jsonl", "model": "a-model", "bare_on": "texts"}
    result = {**about, **throughput.summary(slices, done)}
    assert json.loads(json.dumps(result))["articles"] == 550
    assert (result["bare"]["words_per_second"], result["extract"]["words_per_second"]) == (2000, 1000)
    assert result["ratio"] == {"bare": {"clock": 0.5, "cpu": 0.5, "median": 0.5, "min": 0.5, "max": 0.5}}
    assert result["bare"]["growth_mb_per_1000_articles"] == 0
    assert result["extract"]["growth_mb_per_1000_articles"] == 10
    assert list(result["extract"]["rss_mb_by_articles"]) == [100, 200, 400, 550]
    assert result["extract"]["peak_mb"] == 555.5
    assert re.search(r"^spaCy alone +0.5 +0.5 +0.5 \(0.5 - 0.5\)$", throughput.table(result), re.MULTILINE)


def test_a_second_peer_has_a_column_and_a_ratio_of_its_own() -> None:
    throughput = _program("throughput")
    seconds = {"bare": 0.5, "extract": 1.0, "corenlp": 10.0}
    result = throughput.summary({kind: [_slice(took, 100.0)] for kind, took in seconds.items()}, [50])
    assert (result["ratio"]["bare"]["clock"], result["ratio"]["corenlp"]["clock"]) == (0.5, 10)
    shown = throughput.table({"articles_file": "news.jsonl", "model": "a-model", "bare_on": "texts", **result})
    assert re.search(r"^words per second +2,000 +1,000 +100$", shown, re.MULTILINE)


def test_a_short_file_is_read_again_under_other_ids(tmp_path: Path) -> None:
    worker = _program("throughput_worker")
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n\n{"id": "b", "text": "Two."}\n', encoding="utf-8")
    lines = islice(worker._forever(path, 1), 5)
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "a#2", "b#2", "a#3"]
    assert [json.loads(line)["id"] for line in islice(worker._forever(path, 2), 2)] == ["a", "a#2"]
