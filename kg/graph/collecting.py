"""Graphs are made and read without Python's search for cycles of garbage: records form none, and looking takes long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put the search off until the end; memory that nothing refers to is given back meanwhile as ever.

    The search goes through all that lives again and again while records are made by the hundred thousand: a third of
    the time of a graph.

    Examples
    --------
    >>> with without_collecting():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    is_wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_wanted:
            gc.enable()
