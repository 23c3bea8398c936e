"""One measurement of workers.py: reads all articles of a file in one way, and says how long it took and what it held.

python -m benchmarks.workers_run ("kg N" | "spacy N" | memory | "no facts") ARTICLES.jsonl MODEL
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import psutil

from kg.corpus.article import Article
from kg.pipeline.defaults import TIME_LIMIT
from kg.pipeline.inputs import Inputs
from kg.pipeline.recipe import KG, Recipe
from kg.pipeline.runner import runner
from kg.pipeline.shard import Extracted
from kg.pipeline.workers.pool import Pool
from kg.pipeline.workers.size import Size
from kg.workspace.workspace import Workspace

MEGABYTE = 1024 * 1024
NO_FACTS = "benchmarks.no_facts:load"
WARM_UP = 16  # articles before the clock runs: every process has loaded its model by then


def main() -> None:
    kind, path, model = sys.argv[1:]
    who, _, count = kind.partition(" ")
    if who == "spacy":
        figures = {"seconds": spacy_seconds(Path(path), model, int(count))}
    elif who == "kg":
        figures = {"seconds": kg_seconds(Path(path), model, int(count))}
    else:
        figures = memory(Path(path), Recipe(model=model, factory=KG if kind == "memory" else NO_FACTS))
    print(json.dumps(figures))


def kg_seconds(path: Path, model: str, workers: int) -> float:
    """Give the seconds that kg takes, all but recording, when all its processes are ready."""
    articles = list(Inputs([str(path)]))
    with Pool(Recipe(model=model), Size.of(workers), time_limit=TIME_LIMIT) as reading:
        is_warm = False
        while not is_warm:
            is_warm = reading.ready == workers
            for _ in reading.run([articles[0]] * WARM_UP * workers):
                pass
        began = time.perf_counter()
        for _ in reading.run(articles):
            pass
        return time.perf_counter() - began


def spacy_seconds(path: Path, model: str, processes: int) -> float:
    """Give the seconds that spaCy alone takes for the same texts, as its documentation advises."""
    import spacy

    texts = [f"{article.title}\n\n{article.text}" for article in Inputs([str(path)])]
    nlp = spacy.load(model)

    def warmed() -> Iterator[str]:
        yield from [texts[0]] * WARM_UP * processes
        yield from texts

    began = 0.0
    for number, _ in enumerate(nlp.pipe(warmed(), n_process=processes, batch_size=WARM_UP), start=1):
        if number == WARM_UP * processes:
            began = time.perf_counter()
    return time.perf_counter() - began


def memory(path: Path, recipe: Recipe) -> dict[str, float]:
    """Give the most that the run and its two workers held, in MB, while articles were read and recorded."""
    peaks = {"run_mb": 0.0, "worker_mb": 0.0, "all_mb": 0.0}
    done = Event()
    watcher = Thread(target=_watch, args=(peaks, done))
    began = time.perf_counter()
    folder = path.with_suffix(".found" if recipe.factory == KG else ".nothing")
    with runner(recipe, workers=2) as reading, Workspace.open(folder, create=True) as workspace:
        watcher.start()
        for article, found in reading.run(_streamed(path)):
            if isinstance(found, Extracted):
                workspace.save_encoded(article, found.encoded, reading.fingerprint)
        done.set()
        watcher.join()
    return {**peaks, "seconds": time.perf_counter() - began}


def _streamed(path: Path) -> Iterator[Article]:
    yield from Inputs([str(path)])


def _watch(peaks: dict[str, float], done: Event) -> None:
    run = psutil.Process()
    while not done.wait(0.5):
        own = run.memory_info().rss / MEGABYTE
        workers = [child.memory_info().rss / MEGABYTE for child in run.children()] or [0.0]
        for name, value in (("run_mb", own), ("worker_mb", max(workers)), ("all_mb", own + sum(workers))):
            peaks[name] = max(peaks[name], value)


if __name__ == "__main__":
    main()
