"""Which versions of what reads documents are installed: another one may read the same document otherwise."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_READING = (
    *("charset-normalizer", "courlan", "dateparser", "fastwarc", "htmldate", "justext", "lxml", "py3langid"),
    *("pyarrow", "pydantic-core", "pypdf", "trafilatura"),
)


@cache
def reading_libraries() -> tuple[str, ...]:
    """Name the libraries that decide what an article is, each with its version, and Python's."""
    return (f"python {platform.python_version()}", *(f"{name} {_version(name)}" for name in _READING))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
