"""The command `kg`: one file a command. The only room that knows click."""

from __future__ import annotations

import io
import os
import sys


def main() -> None:
    """Run the command line and end the process with the status of docs/exit-status.md."""
    _mend_streams()
    try:
        from kg.cli.faults import run
        from kg.cli.group import call
    except KeyboardInterrupt:  # Ctrl-C before there is anybody to note it
        sys.exit(130)
    sys.exit(run(lambda: call(sys.argv[1:])))


def _mend_streams() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called: nobody wants to know
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - to the very end
        elif isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding shows a name with escapes rather than nothing; files and pipes get UTF-8.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
