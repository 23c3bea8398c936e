"""A large graph in every store: loading, questions, opening, memory; in one run. Loads into Neo4j: `loading.py`.

    python benchmarks/stores.py [--nodes N] [--edges N] [--repeats N] [--only neo4j,arcadedb,networkx] [--json]

The graph is made of the journeys in `../shared/data/us_travels`, repeated under new names (`store_graph.py`). Each
measurement is a process of its own (`store_worker.py`); the Neo4j server is of the same jars as the tests'. Answers of
the stores are compared; where one differs, the program says which and ends with an exit status of 1.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # run as a program, only its own folder is there

from benchmarks.processes import JVM, WORKER, machine, measured  # noqa: E402
from benchmarks.store_graph import EDGES, NODES, made  # noqa: E402
from benchmarks.store_worker import peak_mb  # noqa: E402
from kg.stores.jsonl import export_jsonl  # noqa: E402
from kg.stores.saved import save_graph  # noqa: E402
from kg.workspace.workspace import Workspace  # noqa: E402
from tests.neo4j_server.server import Server  # noqa: E402

STORES = ("networkx", "arcadedb", "neo4j")
Measured = dict[str, Any]


def main() -> None:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server is left behind
    with tempfile.TemporaryDirectory() as folder:
        result = Run(Path(folder), arguments).result()
    print(json.dumps(result, indent=1) if arguments.json else table(result))
    if result["different_answers"]:
        raise SystemExit(1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A large graph in every store, each against its peer.")
    parser.add_argument("--nodes", type=int, default=NODES, help="default: %(default)s")
    parser.add_argument("--edges", type=int, default=EDGES, help="default: %(default)s; about five a node go well")
    parser.add_argument(
        "--repeats", type=int, default=20, help="how often each question is asked (default: %(default)s)"
    )
    parser.add_argument("--only", default=",".join(STORES), help="which stores (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser.parse_args()


class Run:
    """One run: the graph in a file, and all that is measured on it."""

    def __init__(self, folder: Path, arguments: argparse.Namespace) -> None:
        self._folder, self._arguments = folder, arguments
        self._stores = [store for store in STORES if store in arguments.only.split(",")]
        self._file = folder / "graph.jsonl"
        self._items = arguments.nodes + arguments.edges

    def result(self) -> dict[str, Any]:
        """Measure all."""
        graph = made(self._arguments.nodes, self._arguments.edges)
        self._file.write_text("".join(export_jsonl(graph)), encoding="utf-8")
        with Workspace.open(self._folder / "workspace", create=True) as workspace:
            save_graph(graph, workspace)
        del graph
        loads: dict[str, Measured] = {}
        asked: dict[str, Measured] = {}
        for store in self._stores:
            _say(store)
            getattr(self, f"_{store}")(loads, asked)
        for one in loads.values():
            one["items_per_second"] = round(self._items / one["seconds"])
        return {
            "nodes": self._arguments.nodes,
            "edges": self._arguments.edges,
            "repeats": self._arguments.repeats,
            "machine": machine(),
            "loads": loads,
            "ratios": _ratios(loads),
            "stores": asked,
            "different_answers": _different(asked),
        }

    def _networkx(self, loads: dict[str, Measured], asked: dict[str, Measured]) -> None:
        loads["networkx"] = self._work("load", f"networkx:{self._folder / 'copy.jsonl'}")
        asked["networkx"] = self._work("ask", str(self._folder / "workspace"))

    def _arcadedb(self, loads: dict[str, Measured], asked: dict[str, Measured]) -> None:
        loads["arcadedb"] = self._work("load", f"arcadedb:{self._folder / 'bulk'}")
        loads["arcadedb by statements"] = self._work("statements", f"arcadedb:{self._folder / 'statements'}")
        asked["arcadedb"] = self._work("ask", f"arcadedb:{self._folder / 'bulk'}")

    def _neo4j(self, loads: dict[str, Measured], asked: dict[str, Measured]) -> None:
        with self._server() as server:
            loads["neo4j"] = self._work("load", server.uri, server)
            asked["neo4j"] = self._work("ask", server.uri, server)

    @contextmanager
    def _server(self) -> Iterator[Server]:
        server = Server(self._folder / "neo4j", jvm=JVM)
        server.start()
        try:
            yield server
        finally:
            server.stop()

    def _work(self, what: str, place: str, server: Server | None = None) -> Measured:
        _say(f"{what} {place.partition(':')[0]}")
        command = [*WORKER, what, place, str(self._file), str(self._arguments.repeats)]
        worked: Measured = measured(f"{what} {place}", command, server)
        if server:
            worked["server_peak_mb"] = peak_mb(psutil.Process(server.pid))
        return worked


def _ratios(loads: dict[str, Measured]) -> dict[str, float]:
    """How many times as quick ArcadeDB loads in bulk as by statements."""
    one, other = "arcadedb", "arcadedb by statements"
    return {f"{one} / {other}": round(loads[other]["seconds"] / loads[one]["seconds"], 2)} if one in loads else {}


def _different(asked: dict[str, Measured]) -> list[str]:
    """The questions to which not all stores gave the same answer."""
    answers = [one.pop("answers") for one in asked.values()]
    return [name for name in (answers[0] if answers else {}) if len({each[name] for each in answers}) > 1]


def table(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    machine = result["machine"]
    rows = [
        f"{result['nodes']:,} nodes, {result['edges']:,} edges",
        f"{machine['processors']} processors, load {machine['load']}",
        "",
        f"{'load':28}{'seconds':>10}{'items/s':>12}{'peak MB':>10}{'server MB':>11}",
    ]
    rows += [
        f"{name:28}{one['seconds']:10.1f}{one['items_per_second']:12,}{one['peak_mb']:10.0f}{_shown(one):>11}"
        for name, one in result["loads"].items()
    ]
    rows += [f"ratio {name}: {ratio}" for name, ratio in result["ratios"].items()]
    stores = result["stores"]
    rows += ["", f"ms, median of {result['repeats']:<14}" + "".join(f"{store:>12}" for store in stores)]
    rows.append(f"{'opening':28}" + "".join(f"{one['opening'] * 1000:12,.0f}" for one in stores.values()))
    for name in next(iter(stores.values()))["questions"]:
        values = (one["questions"][name]["median"] * 1000 for one in stores.values())
        rows.append(f"{name:28}" + "".join(f"{value:12,.1f}" for value in values))
    rows.append(f"{'peak MB':28}" + "".join(f"{one['peak_mb']:12,.0f}" for one in stores.values()))
    rows.append(f"{'peak MB of the server':28}" + "".join(f"{_shown(one):>12}" for one in stores.values()))
    different = result["different_answers"]
    rows += ["", f"answers that differ: {', '.join(different)}" if different else "all stores gave the same answers"]
    return "\n".join(rows)


def _shown(one: Measured) -> str:
    return f"{one['server_peak_mb']:,.0f}" if "server_peak_mb" in one else "-"


def _say(what: str) -> None:
    """Tell on stderr what is being done: a run takes many minutes."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
