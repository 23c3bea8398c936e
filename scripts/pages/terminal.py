"""Runs commands as on a terminal of fixed width: with tables, without colours."""

from __future__ import annotations

import os
import pty
import subprocess
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from scripts.pages.ready import arguments_of, run_ready

WIDTH = 96  # columns; what fits beside the menu of a page


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command printed, on stdout and then on stderr, and how it ended."""

    status: int
    printed: str
    faults: str


def run_on_terminal(command: str, folder: Path, environment: Mapping[str, str]) -> Ended:
    """Run a command of the shell whose output is a terminal and whose errors are not: progress isn't shown."""
    screen, terminal = pty.openpty()
    settings = {**environment, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "xterm"}
    with tempfile.NamedTemporaryFile() as faults, ThreadPoolExecutor() as pool:
        printed = pool.submit(_all_of, screen)
        arguments = arguments_of(command)
        if arguments is None:
            status = _by_shell(command, folder, settings, terminal=terminal, faults=faults)
        else:
            status = run_ready(arguments, folder, settings, screen=os.ttyname(terminal), faults=faults.name)
        os.close(terminal)
        faults.seek(0)
        return Ended(status, printed.result(), faults.read().decode())


def _by_shell(command: str, folder: Path, environment: Mapping[str, str], *, terminal: int, faults: IO[bytes]) -> int:
    run = ["bash", "-euo", "pipefail", "-c", command]
    nothing = subprocess.DEVNULL
    done = subprocess.run(run, cwd=folder, env=environment, stdin=nothing, stdout=terminal, stderr=faults, check=False)
    return done.returncode


def _all_of(screen: int) -> str:
    read = bytearray()
    with suppress(OSError):  # so Linux says that nobody writes any more
        while some := os.read(screen, 65536):
            read += some
    os.close(screen)
    return read.decode()
