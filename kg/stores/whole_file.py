"""A file that is there whole or not at all, whenever its writer is killed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(file: Path, new: Path) -> Iterator[BinaryIO]:
    """Give what is to be written in place of a file; it takes that place, at once, when all of it is on the disk.

    Parameters
    ----------
    file
        After an error it is as it was.
    new
        Where it is written first, in the same folder. A killed writer leaves it there; where several may write `file`
        at a time, each needs one of its own.

    Raises
    ------
    OSError
        It can't be written.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.txt"
    >>> with replacing(file, file.with_name("a.txt.new")) as written:
    ...     _ = written.write(b"Oslo")
    >>> file.read_bytes()
    b'Oslo'
    """
    try:
        with new.open("wb") as written:
            yield written
            written.flush()
            os.fsync(written.fileno())
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write lines in place of a file, at once; after an error the earlier file is as it was.

    Raises
    ------
    OSError
        It can't be written.
    """
    with replacing(file, file.with_name(file.name + ".new")) as written:
        written.writelines(line.encode("utf-8") for line in lines)
