"""One graph into Neo4j: kg's loader with one writer and with two, the plainest one, neo4j-graphrag's; in one run.

    python benchmarks/loading.py [--nodes N] [--edges N] [--rounds N] [--only create,ours,ours-2,graphrag] [--cold]
                                 [--json]

Each load has a server of its own, of the same jars as the tests', to which the same loader has brought the same graph
once before; it was then emptied, of constraints and indexes too. Without that (`--cold`) most of a server's processor
time goes into compiling itself: three quarters of it for a graph of 240,000 items, measured. All take turns, in the
opposite order every other round, so that other work on the machine falls on all alike. Beside seconds it gives
processor time of server and loader, which other work touches less. After every load the server is asked what it holds.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # run as a program, only its own folder is there

from benchmarks.processes import JVM, PEERS, WORKER, machine, measured  # noqa: E402
from benchmarks.store_graph import EDGES, NODES, made  # noqa: E402
from kg.stores.cypher.statements import quoted  # noqa: E402
from kg.stores.jsonl import export_jsonl  # noqa: E402
from tests.neo4j_server.jars import jars  # noqa: E402
from tests.neo4j_server.server import Server  # noqa: E402

#: Each loader, and the arguments of its process.
LOADERS = {
    "create": "UNWIND CREATE",
    "ours": "kg, one writer",
    "ours-2": "kg, two writers",
    "graphrag": "neo4j-graphrag",
}
Measured = dict[str, float]


def main() -> None:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server is left behind
    names = [name for name in LOADERS if name in arguments.only.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.jsonl"
        file.write_text("".join(export_jsonl(made(arguments.nodes, arguments.edges))), encoding="utf-8")
        run = partial(_round, Path(folder), file, names, warm=not arguments.cold)
        rounds = [run(number) for number in range(arguments.rounds)]
    result = _result(arguments, names, rounds)
    print(json.dumps(result, indent=1) if arguments.json else _table(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="One graph into Neo4j by several loaders.")
    parser.add_argument("--nodes", type=int, default=NODES, help="default: %(default)s")
    parser.add_argument("--edges", type=int, default=EDGES, help="default: %(default)s; about five a node go well")
    parser.add_argument("--rounds", type=int, default=2, help="loads of each (default: %(default)s)")
    parser.add_argument("--only", default=",".join(LOADERS), help="which loaders (default: %(default)s)")
    parser.add_argument("--cold", action="store_true", help="into servers that were just started")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser.parse_args()


def _round(folder: Path, file: Path, names: Sequence[str], number: int, *, warm: bool) -> dict[str, Measured]:
    order = names if number % 2 == 0 else names[::-1]
    return {name: _measured(folder / f"{name}-{number}", file, name, warm=warm) for name in order}


def _measured(home: Path, file: Path, name: str, *, warm: bool) -> Measured:
    print(LOADERS[name], file=sys.stderr, flush=True)  # a run takes many minutes
    plugins = jars(HERE / "apoc.pom.xml") if name == "graphrag" else None
    server = Server(home, jvm=JVM, plugins=plugins)
    server.start()
    try:
        if warm:
            _loaded(server, file, name)
            _empty(server)
        process = psutil.Process(server.pid)
        before = process.cpu_times()
        loaded = _loaded(server, file, name)
        after = process.cpu_times()
        loaded["server_cpu"] = after.user + after.system - before.user - before.system
        loaded["cpu"] = loaded["server_cpu"] + loaded["client_cpu"]
        return loaded | _held(server)
    finally:
        server.stop()


def _loaded(server: Server, file: Path, name: str) -> Measured:
    if name == "graphrag":
        if not PEERS.exists():
            raise SystemExit("no environment of the peers: `make peers`, or leave graphrag out by --only")
        command = [str(PEERS), str(HERE / "graphrag_writer.py")]
    else:
        command = [*WORKER, {"create": "create", "ours": "load", "ours-2": "load-2"}[name]]
    loaded: Measured = measured(LOADERS[name], [*command, server.uri, str(file)], server)
    return loaded


def _empty(server: Server) -> None:
    for what in ("()-[e]->()", "(e)"):
        server.run(f"MATCH {what} CALL (e) {{ DELETE e }} IN TRANSACTIONS OF 20000 ROWS")
    for row in server.run("SHOW CONSTRAINTS YIELD name"):
        server.run(f"DROP CONSTRAINT {quoted(row['name'])}")
    for row in server.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        server.run(f"DROP INDEX {quoted(row['name'])}")


def _held(server: Server) -> Measured:
    [nodes] = server.run("MATCH (n) RETURN count(n) AS nodes")
    [edges] = server.run("MATCH ()-[e]->() RETURN count(e) AS edges")
    return {**nodes, **edges}


def _result(
    arguments: argparse.Namespace, names: Sequence[str], rounds: Sequence[dict[str, Measured]]
) -> dict[str, Any]:
    figures = ("seconds", "cpu", "server_cpu", "client_cpu", "nodes", "edges")
    loads = {name: {figure: median(one[name][figure] for one in rounds) for figure in figures} for name in names}
    peers = [name for name in ("create", "graphrag") if name in names]
    return {
        "nodes": arguments.nodes,
        "edges": arguments.edges,
        "rounds": arguments.rounds,
        "servers": "just started" if arguments.cold else "warm",
        "machine": machine(),
        "loads": loads,
        "ratios": {
            f"{ours} / {peer}": {
                figure: [round(one[peer][figure] / one[ours][figure], 2) for one in rounds] for figure in figures[:2]
            }
            for ours in ("ours", "ours-2")
            if ours in names
            for peer in peers
        },
    }


def _table(result: dict[str, Any]) -> str:
    items = result["nodes"] + result["edges"]
    rows = [
        f"{result['nodes']:,} nodes, {result['edges']:,} edges; median of {result['rounds']}",
        f"servers {result['servers']}; {result['machine']['processors']} processors, load {result['machine']['load']}",
        "",
        f"{'load':20}{'seconds':>9}{'items/s':>9}{'CPU s':>8}{'server':>8}{'loader':>8}{'nodes':>9}{'edges':>9}",
    ]
    for name, one in result["loads"].items():
        speed = f"{one['seconds']:9.1f}{items / one['seconds']:9,.0f}"
        used = f"{one['cpu']:8.1f}{one['server_cpu']:8.1f}{one['client_cpu']:8.1f}"
        rows.append(f"{LOADERS[name]:20}{speed}{used}{one['nodes']:9,.0f}{one['edges']:9,.0f}")
    rows += ["", "times as quick as the peer, each round", f"{'':36}{'by the clock':>16}{'by CPU time':>16}"]
    for name, ratios in result["ratios"].items():
        ours, _, peer = name.partition(" / ")
        told = (" ".join(f"{ratio:.2f}" for ratio in ratios[figure]) for figure in ("seconds", "cpu"))
        rows.append(f"{LOADERS[ours]} / {LOADERS[peer]:18}" + "".join(f"{one:>16}" for one in told))
    return "\n".join(rows)


if __name__ == "__main__":
    main()
