"""A software bill of materials (CycloneDX) of kg: `make sbom` writes it to build/sbom.json.

Versions and hashes are those of requirements.lock; the language model is in it, and the bundled scripts of the pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

import kg
from scripts.licences import ROOT, Package, bundled_scripts, python_packages

_PIN = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill() -> str:
    """Give the bill as JSON."""
    licence = LicenseFactory().make_from_string("MIT")
    whole = Component(name="kg-news", version=kg.__version__, type=ComponentType.APPLICATION, licenses=[licence])
    bom = Bom()
    bom.metadata.component = whole
    parts = [*_locked(), *(_component(package, ()) for package in bundled_scripts())]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(whole, parts)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _locked() -> list[Component]:
    licences = {package.name: package.licence for package in python_packages()}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return [
        _component(Package("pypi", name, version, licences.get(name, "")), _HASH.findall(rest))
        for name, version, rest in _PIN.findall(lock)
    ]


def _component(package: Package, sha256: Sequence[str]) -> Component:
    """A component with the hashes of all its files, of which a machine installs one."""
    licence = [LicenseFactory().make_from_string(package.licence)] if package.licence else []
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        licenses=licence,
        purl=PackageURL(package.kind, name=package.name, version=package.version),
        bom_ref=f"{package.kind}/{package.name}@{package.version}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=content) for content in sha256],
    )


def main() -> None:
    into = ROOT / "build" / "sbom.json"
    into.parent.mkdir(exist_ok=True)
    into.write_text(bill() + "\n", encoding="utf-8")
    print(into.relative_to(ROOT))


if __name__ == "__main__":
    main()
