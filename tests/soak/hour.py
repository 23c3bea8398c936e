"""Hours of what happens in days: news that come, change and are withdrawn, kills, a server that is away, readers.

    python -m tests.soak.hour [--minutes N] [--seed N] [--articles N] [--pause SECONDS] [--folder FOLDER] [--no-neo4j]

News come into a folder and on a site of this machine, broken files among them. `kg watch` and `kg build` read them,
`kg retract` takes some back, and all are killed with SIGKILL now and then, but for one watch that lasts a third of the
time, by which memory is looked at; questions are asked beside them, in
commands and in an explorer that stays open; the graph is loaded into a real Neo4j, which is killed too. At the end what
is still to be had is read once more, and the graph has to be that of a build which nobody disturbed; `kg check` looks
at the record, the saved graph, the database for Cypher and Neo4j. The figures go to standard output, with exit status 1
where anything was wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.neo4j_server.jars import UnavailableError
from tests.neo4j_server.server import USER, Server
from tests.soak.commands import Commands
from tests.soak.ending import Ending
from tests.soak.faults import Log
from tests.soak.gauges import Gauges
from tests.soak.loading import Loading
from tests.soak.readers import Readers
from tests.soak.runs import Runs
from tests.soak.site import Site, serving
from tests.soak.world import World

_LOAD_EVERY = 240  # seconds
_CALM = (0.4, 0.75)  # the part of the time in which one watch goes on: what is kept has stopped to grow by then


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        home = arguments.folder or Path(scratch)
        home.mkdir(parents=True, exist_ok=True)
        result = soak(arguments, home.resolve(), stack)
    sys.stdout.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    sys.exit(1 if result["faults"] else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="News, kills, retractions, questions and a server that is away.")
    parser.add_argument("--minutes", type=float, default=60, help="of disturbance; what follows takes some more")
    parser.add_argument("--seed", type=int, default=7, help="of what comes and what is killed (default: %(default)s)")
    parser.add_argument("--articles", type=int, default=400, help="to be had at a time (default: %(default)s)")
    parser.add_argument("--pause", type=float, default=6, help="seconds between news (default: %(default)s)")
    parser.add_argument(
        "--folder", type=Path, help="where all is kept; default: a temporary folder, removed at the end"
    )
    parser.add_argument("--no-neo4j", action="store_true", help="load into no server")
    return parser.parse_args()


def soak(arguments: argparse.Namespace, home: Path, stack: ExitStack) -> dict[str, Any]:
    """Disturb for a while, then look at what is left."""
    log, site = Log(), Site(arguments.seed)
    stack.enter_context(serving(site))
    (home / "inbox").mkdir()
    world = World(home / "inbox", site, log, arguments.seed, arguments.articles)
    server = None if arguments.no_neo4j else _server(home / "neo4j", stack, log)
    credentials = {"KG_NEO4J_USER": USER, "KG_NEO4J_PASSWORD": server.password} if server else {}
    commands = Commands(log, {**credentials, "KG_CONFIG": ""})
    seeds = random.Random(arguments.seed)
    runs = Runs(home / "w", world, commands, log, random.Random(seeds.random()))
    readers = Readers(home / "w", commands, log, random.Random(seeds.random()))
    loading = Loading(home / "w", server, commands, log, random.Random(seeds.random())) if server else None
    gauges = Gauges(
        home / "w",
        log,
        {
            "the explorer": lambda: readers.explorer,
            "Neo4j": lambda: server.pid if server else None,
            "the soak itself": os.getpid,
        },
    )
    _disturb(arguments, world, runs, readers, loading, gauges)
    site.is_disturbed = False
    ending = Ending(home / "w", home / "undisturbed", world, commands, log)
    found = ending.check(loading)
    return {"minutes": round(log.now / 60, 1), "seed": arguments.seed, **found, **figures(log, gauges)}


def _server(home: Path, stack: ExitStack, log: Log) -> Server | None:
    server = Server(home, patience=900)
    try:
        server.start()
    except UnavailableError as reason:
        log.say(f"no Neo4j: {reason}")
        return None
    stack.callback(server.stop)
    return server


def _disturb(
    arguments: argparse.Namespace,
    world: World,
    runs: Runs,
    readers: Readers,
    loading: Loading | None,
    gauges: Gauges,
) -> None:
    """Let all happen side by side until the time is over."""
    log, seconds = runs.log, 60 * arguments.minutes
    writer = _beside(log, lambda: world.write(arguments.pause))
    time.sleep(2 * arguments.pause)
    runs.build(is_killed=False)
    others = [_beside(log, lambda: readers.ask(arguments.pause)), _beside(log, gauges.look)]
    loads = _Turns(log, seconds, loading)
    try:
        while (left := seconds - log.now) > 0:
            loads.next()
            if not loads.was_calm and log.now > _CALM[0] * seconds:
                loads.was_calm = True
                runs.long_watch(_CALM[1] * seconds - log.now, loads.next)
            else:
                runs.next(left)
    finally:
        for part in (world, readers, gauges):
            part.end()
        for thread in (writer, *others):
            thread.join()


@dataclass(slots=True)
class _Turns:
    """What is due now and then: a line for whoever watches, and a load."""

    log: Log
    seconds: float
    loading: Loading | None
    was_calm: bool = False
    _last: float = 0.0

    def next(self) -> None:
        counts = ", ".join(f"{count} {what}" for what, count in sorted(self.log.counts.items()))
        self.log.say(f"of {self.seconds:.0f} s: {counts}; {len(self.log.faults)} faults")
        if self.loading and self.log.now - self._last > _LOAD_EVERY:
            self.loading.load()
            self._last = self.log.now


def _beside(log: Log, work: Callable[[], None]) -> threading.Thread:
    """Start what goes on beside; a fault of the soak itself is told too."""

    def told() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever it is
            log.fault("the soak itself", f"{type(error).__name__}: {error}")

    thread = threading.Thread(target=told)
    thread.start()
    return thread


def figures(log: Log, gauges: Gauges) -> dict[str, Any]:
    """Give what was done, how long it took, and how memory and disk went from one sixth of the time to the next."""
    seconds = {
        what: {"times": len(took), "median": round(median(took), 2), "most": round(max(took), 2)}
        for what, took in sorted(log.seconds.items())
    }
    return {
        "done": dict(sorted(log.counts.items())),
        "seconds": seconds,
        "by sixths of the time": gauges.parts(),
        "growth of what lived longest": gauges.figures(),
        "faults": log.faults,
    }


if __name__ == "__main__":
    main()
