"""A large graph in every store: loading, questions, opening, memory; in one run. Loads into Neo4j: `loading.py`.

    python benchmarks/stores.py [--nodes N] [--edges N] [--repeats N] [--only neo4j,arcadedb,networkx] [--json]

The graph is made of the journeys in `../shared/data/us_travels`, repeated under new names (`store_graph.py`). Each
measurement is a process of its own (`store_worker.py`); the Neo4j server is of the same jars as the tests'. Answers of
the stores are compared; where one differs, the program says which and ends with an exit status of 1.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # run as a program, only its own folder is there

from benchmarks.store_graph import EDGES, NODES, made  # noqa: E402
from benchmarks.store_worker import peak_mb  # noqa: E402
from kg.stores.jsonl import export_jsonl  # noqa: E402
from kg.stores.saved import save_graph  # noqa: E402
from kg.workspace.workspace import Workspace  # noqa: E402
from tests.neo4j_server.server import USER, Server  # noqa: E402

TRIPS = HERE.parent.parent / "shared" / "data" / "us_travels" / "trips.jsonl"
STORES = ("networkx", "arcadedb", "neo4j")
_JVM = ("-Xmx2g", "-XX:+UseSerialGC", "-Dlog4j2.disableJmx=true")
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
        graph = made(TRIPS, self._arguments.nodes, self._arguments.edges)
        self._file.write_text("".join(export_jsonl(graph)), encoding="utf-8")
        with Workspace.open(self._folder / "workspace", create=True) as workspace:
            save_graph(graph, workspace)
        del graph
        loads: dict[str, Measured] = {}
        asked: dict[str, Measured] = {}
        for store in self._stores:
            _say(store)
            getattr(self, f"_{store}")(loads, asked)
        for measured in loads.values():
            measured["items_per_second"] = round(self._items / measured["seconds"])
        return {
            "nodes": self._arguments.nodes,
            "edges": self._arguments.edges,
            "repeats": self._arguments.repeats,
            "machine": {"processors": os.cpu_count(), "load": [round(load, 1) for load in os.getloadavg()]},
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
        with self._server("ours") as server:
            loads["neo4j"] = self._work("load", server.uri, server)
            asked["neo4j"] = self._work("ask", server.uri, server)

    @contextmanager
    def _server(self, name: str) -> Iterator[Server]:
        server = Server(self._folder / name, jvm=_JVM)
        server.start()
        try:
            yield server
        finally:
            server.stop()

    def _work(self, what: str, place: str, server: Server | None = None) -> Measured:
        _say(f"{what} {place.partition(':')[0]}")
        command = [sys.executable, "-m", "benchmarks.store_worker", what, place, str(self._file)]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        if server:
            environment |= {"KG_NEO4J_USER": USER, "KG_NEO4J_PASSWORD": server.password}
        done = subprocess.run(
            [*command, str(self._arguments.repeats)], env=environment, stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{what} {place}: ended with exit status {done.returncode}; its message is above")
        measured: Measured = json.loads(done.stdout)
        if server:
            measured["server_peak_mb"] = peak_mb(psutil.Process(server.pid))
        return measured


def _ratios(loads: dict[str, Measured]) -> dict[str, float]:
    """How many times as quick one load is as its peer."""
    pairs = (("arcadedb", "arcadedb by statements"),)
    return {
        f"{one} / {other}": round(loads[other]["seconds"] / loads[one]["seconds"], 2)
        for one, other in pairs
        if one in loads and other in loads
    }


def _different(asked: dict[str, Measured]) -> list[str]:
    """The questions to which not all stores gave the same answer."""
    answers = [measured.pop("answers") for measured in asked.values()]
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


def _shown(measured: Measured) -> str:
    return f"{measured['server_peak_mb']:,.0f}" if "server_peak_mb" in measured else "-"


def _say(what: str) -> None:
    """Tell on stderr what is being done: a run takes many minutes."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
