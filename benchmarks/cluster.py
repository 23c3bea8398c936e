"""What Ray Data costs over the local runner: the same articles with two processes each, one after the other.

    python -m benchmarks.cluster [--articles N] [--rounds N] [--model NAME] [--json]

The articles are those of `data/news`, each once, and among them those of `data/us_travels` (as `travel_articles`
writes them), over and over under other ids; of fewer than two thousand every other one is news. Each run is a process
of its own, from the call of `kg.build` to its report; the second of two rounds is in turned order. `first` is when the
first articles were done (Ray and the extractor have started; Ray's come by shards), `recorded` when the last was in the
record, `then/s` the articles a second between; what follows, the graph and its stores, is the same for both. The
overhead is that of `recorded`, and that of the articles a second. That both saved the same graph is checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.processes import machine, measured
from benchmarks.throughput import EXAMPLES, MODEL, NEWS
from benchmarks.travel_articles import TRIPS, articles, trips
from kg.pipeline.build import build
from kg.pipeline.choice import LOCAL, RAY

RUNNERS = (LOCAL, RAY)
PROCESSES = 2
FIGURES = ("first", "recorded", "whole", "articles_per_second")


def main() -> None:
    arguments = _arguments()
    if arguments.run:
        print(json.dumps(run(*arguments.run)))
        return
    with TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        with news.open("w", encoding="utf-8") as stream:
            for number, row in enumerate(_rows(arguments.articles)):
                stream.write(json.dumps({**row, "id": str(number)}) + "\n")
        rounds = [_round(news, Path(folder) / str(turn), turn, arguments.model) for turn in range(arguments.rounds)]
    result = {"articles": arguments.articles, **machine(), "rounds": rounds, "overhead": overhead(rounds)}
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The Ray runner against the local one, two processes each.")
    parser.add_argument("--articles", type=int, default=20_000, help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=2, help="default: %(default)s")
    parser.add_argument("--model", default=MODEL, help="spaCy pipeline (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)  # one measurement, in its process
    return parser.parse_args()


def _rows(count: int) -> Iterator[Mapping[str, Any]]:
    """Give so many articles, the news spread evenly among the journeys."""
    source = NEWS if NEWS.exists() else EXAMPLES
    news = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    short = list(articles(trips())) if TRIPS.exists() else news
    among = min(len(news), count // 2)
    long, journeys = islice(news, among), cycle(short)
    for number in range(count):
        yield next(long if (number + 1) * among // count > number * among // count else journeys)


def _round(news: Path, folder: Path, turn: int, model: str) -> dict[str, Any]:
    figures = {}
    for runner in RUNNERS if turn % 2 == 0 else reversed(RUNNERS):
        command = [sys.executable, "-m", "benchmarks.cluster", "--run", runner, str(news), str(folder / runner), model]
        figures[runner] = measured(runner, command)
    graphs = {figure.pop("graph") for figure in figures.values()}
    if len(graphs) != 1:
        told = "; ".join(f"{runner}: {figure['failed'] or 'nothing failed'}" for runner, figure in figures.items())
        raise SystemExit(f"the two runners saved different graphs ({told})")
    return figures


def run(runner: str, news: str, into: str, model: str) -> dict[str, Any]:
    """Build, and give the seconds until the first article, the last one and the end."""
    began = time.perf_counter()
    moments: list[tuple[int, float]] = []
    report = build(
        [news],
        into,
        model=model,
        workers=PROCESSES,
        runner=runner,
        progress=lambda done, failed: moments.append((done + failed, time.perf_counter() - began)),
    )
    graph = hashlib.sha256((Path(into) / "graph.jsonl").read_bytes()).hexdigest()
    (first, began_to_flow), (last, recorded) = moments[0], moments[-1]
    seconds = {"first": began_to_flow, "recorded": recorded, "whole": time.perf_counter() - began}
    rate = (last - first) / (recorded - began_to_flow)
    figures = {name: round(value, 2) for name, value in seconds.items()}
    failed = [failure.message for failure in report.failed]
    return {"graph": graph, "failed": failed, **figures, "articles_per_second": round(rate, 2)}


def overhead(rounds: list[dict[str, Any]]) -> dict[str, float]:
    """Give how much longer Ray took, as a share of the local runner's time: with the start, and without."""
    with_start = [one[RAY]["recorded"] / one[LOCAL]["recorded"] - 1 for one in rounds]
    without = [one[LOCAL]["articles_per_second"] / one[RAY]["articles_per_second"] - 1 for one in rounds]
    return {"with_start": round(median(with_start), 3), "without_start": round(median(without), 3)}


def table(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    rows = [
        f"{result['articles']:,} articles, {PROCESSES} processes; {result['processors']} cores, load {result['load']}",
        f"{'seconds':10}{'first':>10}{'recorded':>10}{'whole':>10}{'then/s':>10}",
    ]
    for one in result["rounds"]:
        rows += [f"{runner:10}" + "".join(f"{one[runner][name]:>10.1f}" for name in FIGURES) for runner in RUNNERS]
    told = result["overhead"]
    rows.append(f"overhead of Ray: {told['with_start']:.1%} with its start, {told['without_start']:.1%} without")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
