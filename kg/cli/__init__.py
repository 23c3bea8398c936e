"""The command `kg`: one file a command. The only room that knows click."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command line and end the process with the status of docs/exit-status.md."""
    from kg.cli.faults import run
    from kg.cli.group import call

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding shows a name with escapes rather than nothing; files and pipes get UTF-8.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run(lambda: call(sys.argv[1:])))
