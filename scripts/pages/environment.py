"""The environment of the commands in pages: `kg` is the one of this folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.pages.documents import ROOT


def environment(programs: Path) -> dict[str, str]:
    """Make a folder of programs with `kg` in it, and give an environment that finds it first."""
    programs.mkdir(parents=True)
    command = programs / "kg"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n')
    command.chmod(0o755)
    search = os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])
    # Settings of whoever runs this are not the reader's.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("KG_", "NEO4J_"))}
    return {**own, "PATH": search, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(programs)}
