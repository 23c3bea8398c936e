"""How long a killed build takes until it reads on: from its start to the first new article in the record.

    python -m benchmarks.resume [--done N ...] [--rounds N] [--form jsonl|text|html] [--json]

The record holds the first N articles of the input, as if a build had read them, and the input has some hundred more. A
build is started, and killed (SIGKILL) in the middle of these; then it is started again, and measured. With no article
done it is any build's start: the model is loaded, and an article read. All N are measured in turns.
"""

from __future__ import annotations

import argparse
import html
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import psutil

from benchmarks.multiplied import write_sample
from benchmarks.processes import machine
from kg.corpus.article import Article
from kg.corpus.language import ENGLISH
from kg.corpus.read import read_inputs
from kg.events.facts import Facts
from kg.pipeline.extraction import Extractor
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.remembered import Remembered
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace

_SAMPLE = 40  # articles that are read; all others are these under other ids
_NEW = 300  # more than all runs together are let to read
_KILLED_AFTER = 3  # new articles
_PATIENCE = 600  # seconds
_KG = (sys.executable, "-m", "kg")


class Case(NamedTuple):
    """An input, and a workspace that holds what was done of it."""

    source: Path
    workspace: Path


def main() -> None:
    arguments = _arguments()
    seconds: dict[int, list[float]] = {count: [] for count in arguments.done}
    with tempfile.TemporaryDirectory() as folder:
        cases = _prepared(Path(folder), arguments.done, arguments.form)
        for turn in range(arguments.rounds):
            for count in arguments.done if turn % 2 == 0 else reversed(arguments.done):
                print(f"{count:,} articles done", file=sys.stderr, flush=True)
                seconds_until(cases[count], new=_KILLED_AFTER)
                seconds[count].append(seconds_until(cases[count], new=1))
    result = {"form": arguments.form, "seconds": seconds, **machine()}
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Seconds until a killed build reads on.")
    parser.add_argument("--done", type=int, nargs="+", default=[0, 100, 1000, 10_000], help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--form", choices=_FORMS, default="jsonl", help="one file, or a file an article")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser.parse_args()


def _prepared(folder: Path, numbers: list[int], form: str) -> dict[int, Case]:
    """Read the sample, and make an input and a workspace for each number."""
    write_sample(folder / "sample.jsonl", _SAMPLE)
    with (folder / "sample.jsonl").open(encoding="utf-8") as stream:
        sample = [json.loads(line) for line in stream]
    extractor = Extractor.load()
    known: dict[str, Facts] = {}
    cases = {}
    for count in numbers:
        source = folder / (f"{count}.jsonl" if form == "jsonl" else f"{count}")
        rows = ({**row, "id": f"{number:08}"} for number, row in enumerate(cycle(sample)))
        _FORMS[form](source, islice(rows, count + _NEW))
        cases[count] = Case(source, folder / f"{count}-workspace")
        _record(cases[count], count, extractor, known)
    return cases


def _record(case: Case, count: int, extractor: Extractor, known: dict[str, Facts]) -> None:
    """Record the first articles of an input; `known` are the facts of texts that were extracted already."""
    with Workspace.open(case.workspace, create=True) as workspace:
        keep_schema(workspace.folder, None)
        memory = Remembered(workspace, extractor.fingerprint, ENGLISH)
        read = (item for item in read_inputs([str(case.source)], memory=memory) if isinstance(item, Article))
        for article in islice(read, count):
            if article.text not in known:
                [known[article.text]] = extractor.extract([article])
            workspace.save(article, replace(known[article.text], article=article.id), extractor.fingerprint)


def _write_lines(source: Path, rows: Iterator[dict[str, str]]) -> None:
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _write_texts(source: Path, rows: Iterator[dict[str, str]]) -> None:
    source.mkdir()
    for row in rows:
        (source / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")


def _write_pages(source: Path, rows: Iterator[dict[str, str]]) -> None:
    source.mkdir()
    for row in rows:
        paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in row["text"].split("\n") if part.strip())
        head = f"<title>{html.escape(row['title'])}</title>\n<meta name=date content={row['date']}>"
        page = f"<!doctype html><html lang=en><head>{head}</head>\n<body><article>{paragraphs}</article></body></html>"
        (source / f"{row['id']}.html").write_text(page, encoding="utf-8")


_FORMS = {"jsonl": _write_lines, "text": _write_texts, "html": _write_pages}


def seconds_until(case: Case, *, new: int) -> float:
    """Start a build, wait until it has recorded so many new articles, kill it, and give the seconds."""
    before = _recorded(case.workspace)
    command = [*_KG, "build", str(case.source), "--into", str(case.workspace), "--workers", "1"]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        run = psutil.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            while _recorded(case.workspace) < before + new:
                if run.poll() is not None or time.perf_counter() - began > _PATIENCE:
                    log.seek(0)
                    raise SystemExit(f"the build recorded nothing new:\n{log.read().decode(errors='replace')}")
                time.sleep(0.01)
            seconds = time.perf_counter() - began
        finally:
            there = [run, *(run.children(recursive=True) if run.is_running() else [])]
            run.kill()
            psutil.wait_procs(there, timeout=60)  # its workers end when they find it gone
    return seconds


def _recorded(workspace: Path) -> int:
    """How many rows were ever added to the record; the number of articles would have to be counted."""
    connection = sqlite3.connect(f"file:{workspace / FILE}?mode=ro", uri=True)
    try:
        [(last,)] = connection.execute("SELECT max(rowid) FROM articles")
    finally:
        connection.close()
    return last or 0


def table(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    rows = [f"{result['form']}; {result['processors']} processors, load {result['load']}", ""]
    rows.append(f"{'articles done':>14}{'seconds to go on':>18}   (min - max)")
    for done, seconds in result["seconds"].items():
        rows.append(f"{done:>14,}{median(seconds):>18.2f}   ({min(seconds):.2f} - {max(seconds):.2f})")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
