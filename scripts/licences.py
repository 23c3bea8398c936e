"""Under which licences that is what ships with kg, or is installed with it: Python packages and bundled scripts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from license_expression import get_spdx_licensing
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PERMITTED = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MPL-2.0", "PSF-2.0", "Zlib")
)
#: Licences that allow what a permitted one allows, and why.
AS_GOOD_AS = {
    "CNRI-Python": "PSF-2.0",  # of which it is the forerunner
    "MPL-1.1": "MPL-2.0",  # section 6.2: under any later version too
    "Python-2.0": "PSF-2.0",
    "Unlicense": "0BSD",
}
#: What packages say in other words than SPDX's.
_MEANT = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Dual License": "BSD-3-Clause OR Apache-2.0",
    "ISC License": "ISC",
    "MIT License": "MIT",
}
_BUNDLED = re.compile(r"^(\S+) (\d\S*) \(([^()]+)\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package with its version and the SPDX expression of its licence; `kind` as in a package URL."""

    kind: str
    name: str
    version: str
    licence: str

    @property
    def is_permitted(self) -> bool:
        """Whether one may pass it on with kg: one choice of its licences, all of whose parts are permitted."""
        parsed = get_spdx_licensing().parse(self.licence, simple=True)
        if parsed is None:
            return False
        symbols = {symbol: AS_GOOD_AS.get(str(symbol), str(symbol)) in PERMITTED for symbol in parsed.symbols}
        return bool(_holds(parsed, symbols))


def _holds(expression: object, permitted: dict[object, bool]) -> bool:
    """Read AND as all, and OR as any."""
    parts = getattr(expression, "args", ())
    if not parts:
        return permitted[expression]
    every = [_holds(part, permitted) for part in parts]
    return all(every) if getattr(expression, "operator", "").strip() == "AND" else any(every)


def python_packages() -> Iterator[Package]:
    """Give what kg and its extras need on this machine, to the last dependency; all of it has to be installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *(text for name in sorted(extras) for text in extras[name])]
    waiting, seen = [Requirement(text) for text in asked if not text.startswith("kg-news")], set()
    while waiting:
        wanted = waiting.pop()
        key = (_plain(wanted.name), frozenset(wanted.extras))
        if key in seen or not _applies(wanted, {""}):
            continue
        seen.add(key)
        found = _installed(wanted)
        yield Package("pypi", key[0], found.version, _licence(found))
        needed = [Requirement(text) for text in found.requires or ()]
        for each in needed:
            if _applies(each, {"", *wanted.extras}):
                each.marker = None
                waiting.append(each)


def bundled_scripts() -> Iterator[Package]:
    """Give the packages that are bundled into kg/_web, by the list of their licences there."""
    text = (ROOT / "kg" / "_web" / "LICENSES.txt").read_text(encoding="utf-8")
    for name, version, licence in _BUNDLED.findall(text):
        yield Package("npm", name, version, licence)


def _installed(wanted: Requirement) -> Distribution:
    try:
        return distribution(wanted.name)
    except PackageNotFoundError:
        raise SystemExit(f"{wanted.name} isn't installed: `make test` installs all that is locked") from None


def _applies(wanted: Requirement, extras: set[str]) -> bool:
    return wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras)


def _licence(found: Distribution) -> str:
    names = [name for name in ("License-Expression", "License") if name in found.metadata]
    said = next((found.metadata[name] for name in names if found.metadata[name]), "")
    if not said or "\n" in said:
        classifiers = [c for c in found.metadata.get_all("Classifier") or () if c.startswith("License ::")]
        said = classifiers[0].split(" :: ")[-1] if classifiers else "NOASSERTION"
    return _MEANT.get(said, said)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
