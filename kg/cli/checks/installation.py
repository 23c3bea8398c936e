"""Python, kg, and the packages that it needs."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import kg
from kg.cli.checks.finding import Finding, advice, fault, ok

_DISTRIBUTION = "kg-news"
_OLDEST = (3, 11)
_AGAIN = "python -m pip install --upgrade kg-news"


def installation() -> Iterator[Finding]:
    """Check versions: Python's, kg's, and those of the packages against what kg asks for."""
    python = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info < _OLDEST:
        yield fault("Python", python, f"Use Python {'.'.join(map(str, _OLDEST))} or newer")
    else:
        yield ok("Python", python)
    yield ok("kg", f"{kg.__version__} in {Path(kg.__file__).parent}")
    try:
        yield from packages(metadata.requires(_DISTRIBUTION) or ())
    except metadata.PackageNotFoundError:
        yield advice("packages", "kg isn't installed, it only lies on the path", "python -m pip install --editable .")


def packages(needed: Iterable[str]) -> Iterator[Finding]:
    """Check the packages that kg needs, in the words of its metadata: `click>=8.1`."""
    from packaging.requirements import Requirement

    right = []
    for requirement in map(Requirement, needed):
        if requirement.marker is not None and not requirement.marker.evaluate():
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            yield fault("packages", f"{requirement.name} is missing", _AGAIN)
            continue
        if requirement.specifier.contains(version, prereleases=True):
            right.append(f"{requirement.name} {version}")
        else:
            yield fault("packages", f"{requirement.name} {version}, where kg needs {requirement.specifier}", _AGAIN)
    yield ok("packages", ", ".join(sorted(right, key=str.lower)))
