"""Speed-up of two worker processes over one, beside that of spaCy's own `nlp.pipe(n_process=2)`; memory of long runs.

    python -m benchmarks.workers [ARTICLES.jsonl] [--articles N] [--rounds N] [--memory N ...] [--no-facts N ...]

Each measurement is a process of its own; the four of a round (kg with 1 and 2 workers, spaCy alone with 1 and 2
processes) follow each other, in turned order every second round, so that what else the machine does falls on all.
Loading the model is not timed: for each, the clock runs from the first answer to the last. Memory is the most that the
run and its workers had, added up and apart, while they read and recorded short articles made from the same file. With
`--no-facts` the extractor finds nothing, at once: a hundred thousand articles show in a minute what the rest holds.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.processes import machine, measured
from benchmarks.throughput import EXAMPLES, MODEL, NEWS

KINDS = ("kg 1", "kg 2", "spacy 1", "spacy 2")
SHORT = 300  # characters of a short article, at a sentence's end


def main() -> None:
    arguments = _arguments()
    source = (arguments.articles_file or (NEWS if NEWS.exists() else EXAMPLES)).resolve()
    with TemporaryDirectory() as folder:
        result: dict[str, Any] = {"articles_file": source.name, **machine()}
        if arguments.rounds:
            news = _articles(source, Path(folder) / "news.jsonl", arguments.articles)
            result["speed"] = speed(news, arguments.rounds, arguments.model)
        for kind, counts in (("memory", arguments.memory), ("no facts", arguments.no_facts)):
            short = {count: _articles(source, Path(folder) / f"{count}.jsonl", count, short=True) for count in counts}
            result[kind] = {count: _measured(kind, path, arguments.model) for count, path in short.items()}
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Two worker processes against one, kg and spaCy; memory of long runs.")
    parser.add_argument("articles_file", nargs="?", type=Path, help="JSONL; default: news in ../shared, or examples")
    parser.add_argument("--articles", type=int, default=400, help="for the speed-up (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s; 0: no speed-up")
    parser.add_argument("--memory", type=int, nargs="*", default=[1000, 20_000], help="articles (default: %(default)s)")
    parser.add_argument("--no-facts", type=int, nargs="*", default=[], help="the same, and nothing found in them")
    parser.add_argument("--model", default=MODEL, help="spaCy pipeline (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser.parse_args()


def _articles(source: Path, target: Path, count: int, *, short: bool = False) -> Path:
    """Write so many articles, the file's over and over under other ids, or the beginning of each."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    with target.open("w", encoding="utf-8") as stream:
        for number, row in enumerate(islice(cycle(rows), count)):
            text = row["text"][: row["text"].find(". ", SHORT) + 1 or SHORT] if short else row["text"]
            stream.write(json.dumps({**row, "id": str(number), "text": text}) + "\n")
    return target


def _measured(kind: str, path: Path, model: str) -> Any:
    return measured(kind, [sys.executable, "-m", "benchmarks.workers_run", kind, str(path), model])


def speed(news: Path, rounds: int, model: str) -> dict[str, Any]:
    """Give the seconds of each, round by round, and what they come to."""
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for turn in range(rounds):
        for kind in KINDS if turn % 2 == 0 else reversed(KINDS):
            seconds[kind].append(_measured(kind, news, model)["seconds"])
    return {"seconds": seconds, "speed_up": {who: _speed_up(seconds, who) for who in ("kg", "spacy")}}


def _speed_up(seconds: dict[str, list[float]], who: str) -> dict[str, float]:
    ratios = [one / two for one, two in zip(seconds[f"{who} 1"], seconds[f"{who} 2"], strict=True)]
    figures = {"median": median(ratios), "min": min(ratios), "max": max(ratios)}
    return {name: round(figure, 2) for name, figure in figures.items()}


def table(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    rows = [f"{result['articles_file']}; {result['processors']} processors, load {result['load']}"]
    if "speed" in result:
        rows += ["", f"{'seconds':12}{'1':>10}{'2':>10}{'speed-up':>10}{'(min - max)':>16}"]
        for who, ratio in result["speed"]["speed_up"].items():
            one, two = (median(result["speed"]["seconds"][f"{who} {number}"]) for number in (1, 2))
            span = f"({ratio['min']} - {ratio['max']})"
            rows.append(f"{who:12}{one:>10.1f}{two:>10.1f}{ratio['median']:>10}{span:>16}")
    for kind in ("memory", "no facts"):
        if result[kind]:
            about = "short articles" if kind == "memory" else "nothing found"
            rows += ["", f"{about:>15}{'articles/s':>12}{'run MB':>10}{'worker MB':>10}{'all MB':>10}"]
        for count, used in result[kind].items():
            figures = "".join(f"{used[key]:>10,.0f}" for key in ("run_mb", "worker_mb", "all_mb"))
            rows.append(f"{count:>15,}{count / used['seconds']:>12.1f}{figures}")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
