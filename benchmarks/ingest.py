"""Articles and events a second into the record, the graph, ArcadeDB and Neo4j, from nothing and as a difference.

    python -m benchmarks.ingest [--articles N ...] [--base WORKSPACE] [--only record,graph,...] [--keep FOLDER] [--json]

A few hundred articles are really read by `kg build`; their facts are recorded over and over, on other days and about
other people (`multiplied.py`), since reading is measured elsewhere. Each step is a process of its own. Then as many
articles as `--more` says are added, and every store is brought up to date. `record` takes turns with plain inserts of
the same rows; one writer and two to Neo4j each have a server that was just started.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kg
from benchmarks.multiplied import write_sample
from benchmarks.processes import JVM, machine, measured
from tests.neo4j_server.admin import run_script
from tests.neo4j_server.server import Server

STEPS = ("record", "graph", "arcadedb", "neo4j", "neo4j-2", "csv")
COUNTED = ("articles", "events", "people", "nodes", "edges", "changed")
MEGABYTE = 1024 * 1024
Figures = dict[str, Any]


def main() -> None:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server is left behind
    only = [step for step in STEPS if step in arguments.only.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        base = arguments.base or _read_sample(Path(folder), arguments.sample)
        runs = {}
        for count in arguments.articles:
            there = (arguments.keep or Path(folder)) / f"{count}"
            runs[count] = Run(there, base, count, arguments.more).measure(only)
            if not arguments.keep:
                shutil.rmtree(there)
    result = {"runs": runs, "machine": machine()}
    print(json.dumps(result, indent=1) if arguments.json else table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Articles and events a second into the record and the stores.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000], help="default: %(default)s")
    parser.add_argument("--more", type=int, default=100, help="added afterwards (default: %(default)s)")
    parser.add_argument("--sample", type=int, default=300, help="articles that are really read (default: %(default)s)")
    parser.add_argument("--base", type=Path, help="a workspace with articles that were read, in place of the sample")
    parser.add_argument("--only", default=",".join(STEPS), help="which steps (default: %(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the workspaces there")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser.parse_args()


def _read_sample(folder: Path, count: int) -> Path:
    print(f"reading {count} articles", file=sys.stderr, flush=True)
    write_sample(folder / "sample.jsonl", count)
    kg.build([folder / "sample.jsonl"], folder / "base")
    return folder / "base"


class Run:
    """All steps with one number of articles."""

    def __init__(self, folder: Path, base: Path, articles: int, more: int) -> None:
        self._folder, self._base, self._articles, self._more = folder, base, articles, more
        self._workspace = folder / "workspace"
        self._servers: dict[str, Server] = {}

    def measure(self, only: Sequence[str]) -> Figures:
        """Give the figures of each step, from nothing and as a difference."""
        self._folder.mkdir(parents=True)
        try:
            self._servers = {name: self._server(name) for name in only if name.startswith("neo4j")}
            first = {step: self._step(step, 0, self._articles) for step in only}
            added = {step: self._step(step, self._articles, self._more) for step in only if step != "csv"}
        finally:
            for server in self._servers.values():
                server.stop()
        return {"first": first, "added": added, "disk_mb": self._disk()}

    def _server(self, name: str) -> Server:
        server = Server(self._folder / name, jvm=JVM)
        server.start()
        return server

    def _step(self, step: str, start: int, count: int) -> Figures:
        print(f"{step}: {count:,} articles", file=sys.stderr, flush=True)
        rest: list[str] = []
        if step == "record":
            rest = [str(self._base), str(start), str(count)]
        elif step in self._servers:
            rest = [self._servers[step].uri, step[len("neo4j-") :] or "1"]
        command = [sys.executable, "-m", "benchmarks.ingest_run", step.split("-")[0], str(self._workspace), *rest]
        done: Figures = measured(step, command, self._servers.get(step))
        if step == "csv":
            done["steps"]["neo4j-admin"] = self._imported()
        return done

    def _imported(self) -> Figures:
        """Let `neo4j-admin` make a database of the files, in a server's folder of its own."""
        home = self._folder / "imported"
        home.mkdir()
        began = time.perf_counter()
        done = run_script(self._workspace.with_name("workspace-csv") / "import.sh", home)
        if done.returncode:
            raise SystemExit(f"neo4j-admin: {done.stdout[-1000:]}{done.stderr[-1000:]}")
        return {"seconds": time.perf_counter() - began}

    def _disk(self) -> dict[str, float]:
        there = {"record": "workspace/record.sqlite*", "graph.jsonl": "workspace/graph.jsonl"}
        there |= {"arcadedb": "workspace/cypher/database", "csv": "workspace-csv", "neo4j": "neo4j/data"}
        found = {name: sum(map(_size, self._folder.glob(pattern))) for name, pattern in there.items()}
        return {name: round(size / MEGABYTE, 1) for name, size in found.items() if size}


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def table(result: Figures) -> str:
    """Write the figures for people."""
    rows = [f"{result['machine']['processors']} processors, load {result['machine']['load']}"]
    heading = f"{'step':14}{'seconds':>10}{'CPU s':>9}{'articles/s':>12}{'events/s':>10}{'held MB':>9}{'peak MB':>9}"
    for count, run in result["runs"].items():
        for name, done, articles in (("from nothing", run["first"], count), ("difference", run["added"], None)):
            about = done.get("graph", {})
            events = about.get("events", 0) if articles else 0
            told = ", ".join(
                f"{value:,} {key}" for key, value in about.items() if key not in ("steps", "peak_mb", "load")
            )
            rows += ["", f"{count:,} articles, {name}: {told}", heading]
            for figures in done.values():
                rows += [_row(step, took, figures, articles or 0, events) for step, took in figures["steps"].items()]
        rows += ["", "MB on disk: " + ", ".join(f"{name} {size:,}" for name, size in run["disk_mb"].items())]
    return "\n".join(rows)


def _row(step: str, took: Figures, figures: Figures, articles: int, events: int) -> str:
    seconds = took["seconds"]
    told = f"{step:14}{seconds:10.2f}" + (f"{took['cpu']:9.2f}" if "cpu" in took else f"{'-':>9}")
    rates = (f"{number / seconds:,.0f}" if number else "-" for number in (articles, events))
    told += "".join(f"{rate:>{width}}" for rate, width in zip(rates, (12, 10), strict=True))
    held = f"{took['held_mb']:,.0f}" if "held_mb" in took else "-"
    return told + f"{held:>9}{figures['peak_mb']:>9,.0f}"


if __name__ == "__main__":
    main()
