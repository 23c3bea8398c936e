"""Text that any file and any database takes: a file's name may be any bytes, and Python has those as half letters."""

from __future__ import annotations


def storable(text: str) -> str:
    r"""Escape what UTF-8 can't hold.

    Examples
    --------
    >>> storable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
