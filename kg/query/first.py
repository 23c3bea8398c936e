"""Those that come first by what is known already, so that the rest needn't be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


def first(things: Iterable[T], key: Callable[[T], Any], limit: int | None) -> list[T]:
    """Give the things that can be among the first `limit`, sorted: those, and all that are equal to the last of them.

    Examples
    --------
    >>> first(["bb", "a", "cc", "ddd"], len, 2)
    ['a', 'bb', 'cc']
    """
    ordered = sorted(things, key=key)
    if limit is None or limit >= len(ordered):
        return ordered
    if limit <= 0:
        return []
    last = key(ordered[limit - 1])
    return ordered[:limit] + [thing for thing in ordered[limit:] if key(thing) == last]
