"""A file that is there whole or not at all, whenever its writer is killed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write lines in place of a file, at once; after an error the earlier file is as it was.

    Raises
    ------
    OSError
        It can't be written.
    """
    new = file.with_name(file.name + ".new")
    try:
        with new.open("w", encoding="utf-8", newline="\n") as written:
            written.writelines(lines)
            written.flush()
            os.fsync(written.fileno())
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
