"""The disk and the terminal."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.cli.checks.finding import Finding, advice, fault, ok

_LITTLE, _TOO_LITTLE = 2_000_000_000, 100_000_000  # bytes


def disk(workspace: Path | None) -> Iterator[Finding]:
    """Check the space that is left: where the workspace is (or here), and for temporary files."""
    seen = set()
    place = workspace if workspace is not None and workspace.exists() else Path.cwd()
    for folder in (place, Path(tempfile.gettempdir())):
        device = os.stat(folder).st_dev  # noqa: PTH116 - one call, whatever the folder is
        if device in seen:
            continue
        seen.add(device)
        free = shutil.disk_usage(folder).free
        found = f"{free / 1e9:,.1f} GB free in {folder}"
        if free < _TOO_LITTLE:
            yield fault("disk", found, "Free some space: kg can't write there for long")
        elif free < _LITTLE:
            yield advice("disk", found, "A graph of many thousand articles takes a few GB")
        else:
            yield ok("disk", found)


def terminal(encoding: str) -> Iterator[Finding]:
    """Check that names can be shown as they are written, in the encoding of the output."""
    if encoding.lower().replace("-", "") == "utf8":
        yield ok("terminal", f"UTF-8, {shutil.get_terminal_size().columns} columns")
    else:
        yield advice(
            "terminal",
            f"its encoding is {encoding}: names such as Raúl or 习近平 are shown with escapes",
            "Set a locale with UTF-8, such as LANG=C.UTF-8",
        )
