"""The server's own `neo4j-admin`, put together from its jars as the server is."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from tests.neo4j_server.jars import jars, java


def run_script(script: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script that calls `neo4j-admin` on the server in a folder, which isn't running."""
    tool = home / "bin" / "neo4j-admin"
    tool.parent.mkdir(exist_ok=True)
    command = [java(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool"]
    tool.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n')
    tool.chmod(0o755)
    search = os.pathsep.join([str(tool.parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": search, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return subprocess.run(
        ["sh", str(script), *arguments], env=environment, capture_output=True, text=True, check=False, timeout=600
    )
