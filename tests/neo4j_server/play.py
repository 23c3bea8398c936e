"""A server to play with, until Ctrl-C: `python -m tests.neo4j_server.play`."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from tests.neo4j_server.server import USER, Server


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "neo4j")
        server.start()
        try:
            sys.stdout.write(
                f"export KG_NEO4J_USER={USER} KG_NEO4J_PASSWORD={server.password}\n"
                f"kg load WORKSPACE {server.uri}\n"
                "Ctrl-C ends the server and forgets its data.\n"
            )
            sys.stdout.flush()
            signal.sigwait({signal.SIGINT, signal.SIGTERM})
        finally:
            server.stop()


if __name__ == "__main__":
    main()
