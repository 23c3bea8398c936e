"""Workers and servers of the benchmarks that load graphs: each measurement is a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.neo4j_server.server import USER, Server

HERE = Path(__file__).resolve().parent
#: Python of the environment that `make peers` makes.
PEERS = HERE.parent / ".venv-peers" / "bin" / "python"
#: Options of Java for a server that is measured.
JVM = ("-Xmx2g", "-XX:+UseSerialGC", "-Dlog4j2.disableJmx=true")
#: What the worker of kg is called by.
WORKER = (sys.executable, "-m", "benchmarks.store_worker")


def measured(what: str, command: Sequence[str], server: Server | None = None) -> Any:
    """Run a worker, with the credentials of a server, and give what it prints as JSON; `what` names it if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    if server:
        environment |= {"KG_NEO4J_USER": USER, "KG_NEO4J_PASSWORD": server.password}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{what}: ended with exit status {done.returncode}; its message is above")
    return json.loads(done.stdout)


def machine() -> dict[str, Any]:
    """Give how large this machine is, and how busy."""
    return {"processors": os.cpu_count(), "load": [round(load, 1) for load in os.getloadavg()]}
